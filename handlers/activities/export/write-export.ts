import type { Activity } from "@/activity/activity";
import type { Cursor } from "@/activity/cursor";
import { ActivityError } from "@/activity/errors";
import type { EventId } from "@/activity/event-id";
import type { Filter } from "@/activity/filter";
import { type Caller, isStillAuthorized } from "@/auth/authenticate";
import type { Driver } from "@/db/drivers/driver";
import { inTime } from "@/db/in-time";
import { type Batch, listAsOf, NEWEST } from "@/db/queries/export/list-as-of";
import { metrics } from "@/metrics";
import type { PlainAnswer } from "../../call";
import { isClosing } from "../../calls-in-progress";
import type { Writer } from "./formats";

/** An export that was let in. */
export interface Export {
  driver: Driver;
  caller: Caller;
  filter: Filter;
  head: EventId;
  writer: Writer;
  /** Ends it before its next read. */
  signal: AbortSignal;
  /** Logs why it broke off, and says it as a problem. */
  onFailure(error: unknown): PlainAnswer;
}

/** Throws when an export must not go on. */
async function requireGoingOn(caller: Caller): Promise<void> {
  if (isClosing()) throw new ActivityError("unavailable", "The server is shutting down", { retryAfter: 1 });
  if (!(await isStillAuthorized(caller))) throw new ActivityError("unauthenticated", "You may not read this any more");
}

/** Batch by batch, each read when the one before was taken; nothing is held in the database in between. */
async function* readBatches({ driver, caller, filter, head, signal }: Export): AsyncGenerator<readonly Activity[]> {
  for (let cursor: Cursor | null = NEWEST; cursor !== null; ) {
    await requireGoingOn(caller);
    if (signal.aborted) return;
    metrics.exportBatches += 1;
    const batch: Batch = await inTime(listAsOf(driver, caller.team, head, { filter, cursor }));
    metrics.exportedActivities += batch.items.length;
    cursor = batch.next;
    if (batch.items.length > 0) yield batch.items;
  }
}

/** The text of an export. What breaks it off is thrown, after the format's own sign of it. */
export async function* writeExport(task: Export): AsyncGenerator<string, void, void> {
  const { writer, onFailure } = task;
  let isFirst = true;
  try {
    for await (const items of readBatches(task)) {
      yield writer.batch(items, isFirst);
      isFirst = false;
    }
    if (isFirst) yield writer.batch([], true);
    if (writer.end !== "") yield writer.end;
  } catch (error) {
    const { body } = onFailure(error);
    const sign = writer.failure(body ?? "null");
    if (sign !== "") yield sign;
    throw error;
  }
}
