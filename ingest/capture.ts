// First step of capture: what a caller posted, checked item by item, is committed with its neighbours and answered.

import type { Activity } from "@/activity/activity";
import { ActivityError } from "@/activity/errors";
import type { ActivityEvent } from "@/activity/event-schema";
import type { Driver, Executor } from "@/db/drivers/driver";
import { isStatementFault, sqlState } from "@/db/sql-state";
import {
  type CaptureAnswer,
  type CaptureItem,
  type CaptureOutcome,
  type CaptureRequest,
  commitBatch,
  eventsOf,
  type NamedRequest,
} from "./commit-batch";
import { GroupCommit } from "./group-commit";
import { forgetNames, type ResolvedNames, recallNames, resolveNames, resolveNamesOfEach } from "./resolve-names";
import { tidySearch } from "./tidy-search";

const FOREIGN_KEY_VIOLATION = "23503";
const KEY = Symbol.for("las.capture");

/** Names are found beside the append that is on its way, so that only an event with a new one waits for them. */
interface Lanes {
  names: GroupCommit<ActivityEvent[], ResolvedNames[]>;
  appends: GroupCommit<NamedRequest, CaptureOutcome>;
}

interface Shared {
  lanes: WeakMap<Driver["db"], Lanes>;
  /** (team, key) of requests that are being captured by this process. */
  inProgress: Set<string>;
}
const globals = globalThis as { [KEY]?: Shared };
globals[KEY] ??= { lanes: new WeakMap(), inProgress: new Set() };
const shared = globals[KEY];

/** Cached names may point to rows that were deleted with their team's sample or by an erasure: then once more with fresh ones. */
async function commitFresh(db: Executor, teamId: string, batch: NamedRequest[]): Promise<CaptureOutcome[]> {
  try {
    return await commitBatch(db, teamId, batch);
  } catch (error) {
    if (sqlState(error) !== FOREIGN_KEY_VIOLATION) throw error;
    forgetNames();
    const names = await resolveNamesOfEach(db, teamId, batch.map(eventsOf));
    return await commitBatch(
      db,
      teamId,
      batch.map((request, place) => ({ ...request, names: names[place] ?? [] })),
    );
  }
}

function lanesOf(driver: Driver): Lanes {
  const known = shared.lanes.get(driver.db);
  if (known !== undefined) return known;
  const lanes: Lanes = {
    names: new GroupCommit({
      size: (events) => events.length,
      commit: (teamId, batch) => resolveNamesOfEach(driver.db, teamId, batch),
      isRequestFault: isStatementFault,
    }),
    appends: new GroupCommit({
      size: ({ names }) => names.length,
      commit: async (teamId, batch) => {
        const outcomes = await commitFresh(driver.db, teamId, batch);
        tidySearch(
          driver,
          batch.reduce((sum, { names }) => sum + names.length, 0),
        );
        return outcomes;
      },
      isRequestFault: isStatementFault,
    }),
  };
  shared.lanes.set(driver.db, lanes);
  return lanes;
}

async function submit(driver: Driver, teamId: string, request: CaptureRequest): Promise<CaptureOutcome> {
  const { names, appends } = lanesOf(driver);
  const events = eventsOf(request);
  const known = recallNames(teamId, events) ?? (await names.submit(teamId, events));
  return await appends.submit(teamId, { ...request, names: known });
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
    const outcome = await submit(driver, teamId, request);
    if ("error" in outcome) throw outcome.error;
    return outcome;
  } finally {
    if (guard !== null) shared.inProgress.delete(guard);
  }
}

/** Captures checked items inside the caller's transaction, so that they are stored with what the caller stores, or not at all. One answer an item, in order. */
export async function captureItemsInTransaction(
  tx: Executor,
  teamId: string,
  items: CaptureItem[],
): Promise<CaptureAnswer["results"]> {
  if (items.length === 0) return [];
  const names = await resolveNames(tx, teamId, eventsOf({ items, key: null }), "with-caller");
  const [outcome] = await commitBatch(tx, teamId, [{ items, key: null, names }]);
  if (outcome === undefined || "error" in outcome) throw new Error("a capture without a key has no answer");
  return outcome.results;
}

/** {@link captureItemsInTransaction} for valid events: the activity of each, or null where its idempotency key was used for another event. */
export async function captureInTransaction(
  tx: Executor,
  teamId: string,
  events: ActivityEvent[],
): Promise<(Activity | null)[]> {
  const results = await captureItemsInTransaction(
    tx,
    teamId,
    events.map((event) => ({ event })),
  );
  return results.map((result) => ("activity" in result ? result.activity : null));
}
