// First step of capture: what a caller posted, checked item by item, is committed with its neighbours and answered.

import type { Activity } from "@/activity/activity";
import { ActivityError } from "@/activity/errors";
import type { ActivityEvent } from "@/activity/event-schema";
import type { Driver, Executor } from "@/db/drivers/driver";
import { isStatementFault, sqlState } from "@/db/sql-state";
import { type CaptureAnswer, type CaptureOutcome, type CaptureRequest, commitBatch } from "./commit-batch";
import { flushWhenQuiet } from "./flush-when-quiet";
import { GroupCommit } from "./group-commit";
import { forgetNames } from "./resolve-names";

const FOREIGN_KEY_VIOLATION = "23503";
const KEY = Symbol.for("las.capture");

interface Shared {
  lanes: WeakMap<Driver["db"], GroupCommit<CaptureRequest, CaptureOutcome>>;
  /** (team, key) of requests that are being captured by this process. */
  inProgress: Set<string>;
}
const globals = globalThis as { [KEY]?: Shared };
globals[KEY] ??= { lanes: new WeakMap(), inProgress: new Set() };
const shared = globals[KEY];

/** Cached names may point to rows that were deleted with their team's sample or by an erasure: then once more with fresh ones. */
async function commitFresh(db: Executor, teamId: string, batch: CaptureRequest[]): Promise<CaptureOutcome[]> {
  try {
    return await commitBatch(db, teamId, batch, "lazily");
  } catch (error) {
    if (sqlState(error) !== FOREIGN_KEY_VIOLATION) throw error;
    forgetNames();
    return await commitBatch(db, teamId, batch, "lazily");
  }
}

function laneOf(driver: Driver): GroupCommit<CaptureRequest, CaptureOutcome> {
  const known = shared.lanes.get(driver.db);
  if (known !== undefined) return known;
  const lane = new GroupCommit<CaptureRequest, CaptureOutcome>({
    size: (request) => request.items.length,
    commit: async (teamId, batch) => {
      const outcomes = await commitFresh(driver.db, teamId, batch);
      flushWhenQuiet(driver);
      return outcomes;
    },
    isRequestFault: isStatementFault,
  });
  shared.lanes.set(driver.db, lane);
  return lane;
}

/**
 * Captures one call's items for a team; resolves after they are committed. Items are independent, in order.
 * Throws `idempotency_in_progress` (409) while the same key is being captured, `idempotency_mismatch` (422) when it came with another body.
 */
export async function captureItems(driver: Driver, teamId: string, request: CaptureRequest): Promise<CaptureAnswer> {
  const guard = request.key === null ? null : `${teamId}\n${request.key.name}`;
  if (guard !== null && shared.inProgress.has(guard)) {
    throw new ActivityError("idempotency_in_progress", "A request with this Idempotency-Key is being processed", {
      retryAfter: 1,
    });
  }
  if (guard !== null) shared.inProgress.add(guard);
  try {
    const outcome = await laneOf(driver).submit(teamId, request);
    if ("error" in outcome) throw outcome.error;
    return outcome;
  } finally {
    if (guard !== null) shared.inProgress.delete(guard);
  }
}

/** Captures valid events inside the caller's transaction, so that they are stored with what the caller stores, or not at all. */
export async function captureInTransaction(tx: Executor, teamId: string, events: ActivityEvent[]): Promise<Activity[]> {
  const [outcome] = await commitBatch(
    tx,
    teamId,
    [{ items: events.map((event) => ({ event })), key: null }],
    "with-caller",
  );
  if (outcome === undefined || "error" in outcome) throw new Error("a capture without a key has no answer");
  return outcome.results.flatMap((result) => ("activity" in result ? [result.activity] : []));
}
