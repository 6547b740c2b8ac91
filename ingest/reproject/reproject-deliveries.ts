// The time machine: what deliveries became is told anew by the mapping of today, and what differs is corrected, each once.
import type { Activity } from "@/activity/activity";
import type { ActivityEvent } from "@/activity/event-schema";
import type { Db, Executor } from "@/db/drivers/driver";
import { lockDeliveries, relinkDeliveries } from "@/db/queries/deliveries/relink-deliveries";
import { type Hiding, hideActivities } from "@/db/queries/hide-activities";
import { listActivitiesByIds } from "@/db/queries/list-activities-by-ids";
import { listSuccessors } from "@/db/queries/list-successors";
import { captureInTransaction } from "../capture";
import { isChanged, type Pair, pairEvents } from "./pair-events";

/** A stored delivery and the events that it is mapped to now. */
export interface RemappedDelivery {
  /** Of its line in the log. */
  id: string;
  receivedAt: Date;
  events: readonly ActivityEvent[];
}

export interface Corrections {
  /** Activities that were hidden in favour of a corrected one. */
  corrected: number;
  /** Activities that are new beside the others of their delivery. */
  added: number;
  /** Activities that their delivery says no longer. */
  withdrawn: number;
}

/** What stands today for each delivery, in order; what was hidden since is followed to what took its place. */
export async function readProjected(
  db: Executor,
  teamId: string,
  deliveries: readonly (readonly string[])[],
): Promise<Activity[][]> {
  const successors = await listSuccessors(db, teamId, deliveries.flat());
  const now = deliveries.map((ids) => [...new Set(ids.flatMap((id) => successors.get(id) ?? []))]);
  const activities = await listActivitiesByIds(db, teamId, now.flat());
  const byId = new Map(activities.map((activity) => [activity.id, activity]));
  return now.map((ids) => ids.flatMap((id) => byId.get(id) ?? []));
}

/** A corrected event as it is stored: in the place of the old one in the feed, and not under a key that the old one has for ever. */
function toStore({ before, after }: Pair, receivedAt: Date): ActivityEvent[] {
  if (after === null) return [];
  const { idempotencyKey: _key, ...event } = after.event;
  return [{ ...event, timestamp: event.timestamp ?? before?.timestamp ?? receivedAt.toISOString() }];
}

/** The pairs of each delivery that differ; an activity that several deliveries tell of is paired once. */
function pairAll(deliveries: readonly RemappedDelivery[], before: readonly Activity[][]): Pair[][] {
  const taken = new Set<string>();
  return deliveries.map(({ events, receivedAt }, place) =>
    pairEvents(before[place] ?? [], events, receivedAt).filter(({ before: old }) => {
      const isFirst = old === null || !taken.has(old.id);
      if (old !== null) taken.add(old.id);
      return isFirst;
    }),
  );
}

/** A pair that differs, and which of the deliveries it is of. */
interface Change {
  pair: Pair;
  place: number;
  receivedAt: Date;
}

/** What stands now for what stood before (null: nothing), and what came beside it by the place of its delivery. */
interface Replacements {
  replaced: Map<string, string | null>;
  added: Map<number, string[]>;
}

async function storeChanges(
  tx: Executor,
  teamId: string,
  changes: readonly Change[],
  changedBy: string | null,
): Promise<Replacements> {
  const stored = await captureInTransaction(
    tx,
    teamId,
    changes.flatMap(({ pair, receivedAt }) => toStore(pair, receivedAt)),
  );
  const hidings: Hiding[] = [];
  const added = new Map<number, string[]>();
  for (const { pair, place } of changes) {
    const successor = pair.after === null ? null : (stored.shift()?.id ?? null);
    if (pair.before !== null) hidings.push({ id: pair.before.id, successor });
    else if (successor !== null) added.set(place, [...(added.get(place) ?? []), successor]);
  }
  await hideActivities(tx, teamId, hidings, changedBy);
  return { replaced: new Map(hidings.map(({ id, successor }) => [id, successor])), added };
}

/** Which activities stand for a delivery now; null when they are the same as before. */
function standing(before: readonly Activity[], place: number, { replaced, added }: Replacements): string[] | null {
  const more = added.get(place) ?? [];
  if (more.length === 0 && !before.some(({ id }) => replaced.has(id))) return null;
  return [...before.flatMap(({ id }) => (replaced.has(id) ? (replaced.get(id) ?? []) : id)), ...more];
}

/**
 * Corrects what these deliveries of one team became, in one transaction: an old activity is hidden, its core untouched, and the one
 * that is told today is appended with `supersedes`, at the same place of the feed. What is told as before is left alone, so doing it
 * again, or twice at the same moment, changes nothing.
 */
export async function reprojectDeliveries(
  db: Db,
  teamId: string,
  deliveries: readonly RemappedDelivery[],
  changedBy: string | null,
): Promise<Corrections> {
  return await db.transaction(async (tx) => {
    const ids = deliveries.map(({ id }) => id);
    const locked = await lockDeliveries(tx, teamId, ids);
    const there = deliveries.filter(({ id }) => locked.has(id));
    const linked = there.map(({ id }) => locked.get(id) ?? []);
    const before = await readProjected(tx, teamId, linked);
    const changes = pairAll(there, before).flatMap((pairs, place) =>
      pairs.filter(isChanged).map((pair) => ({ pair, place, receivedAt: there[place]?.receivedAt ?? new Date() })),
    );
    const made = await storeChanges(tx, teamId, changes, changedBy);
    const relinked = there.flatMap(({ id }, place) => {
      const activityIds = standing(before[place] ?? [], place, made);
      return activityIds === null ? [] : [{ id, activityIds }];
    });
    await relinkDeliveries(tx, teamId, relinked);
    const corrected = [...made.replaced.values()].filter((successor) => successor !== null).length;
    const added = [...made.added.values()].flat().length;
    return { corrected, added, withdrawn: made.replaced.size - corrected };
  });
}
