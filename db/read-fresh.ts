/** Reading, first step: a page comes from the replica if it holds everything that was committed before the page was asked for. */
import type { EventId } from "@/activity/event-id";
import { metrics } from "@/metrics";
import type { Db, Driver } from "./drivers/driver";
import { listHeads } from "./queries/list-heads";

/**
 * Reads a team's page from the replica, or from the primary when there is none, when it is away, or when it is behind: `placeOf` tells
 * how far the team's history went in the snapshot of the page, and the primary's head must not be newer. So whoever wrote reads their write.
 */
export async function readFresh<T>(
  driver: Driver,
  teamId: string,
  read: (db: Db) => Promise<T>,
  placeOf: (value: T) => EventId | null,
): Promise<T> {
  const { db, replica } = driver;
  if (replica === undefined) return await read(db);
  // At once: the head is read after the call came in, and that is all it takes.
  const [heads, copy] = await Promise.all([listHeads(db, [teamId]), replica.read(read)]);
  const head = heads.get(teamId);
  const place = copy === null ? null : placeOf(copy.value);
  if (copy !== null && head !== undefined && place?.epoch === head.epoch && place.seq >= head.seq) {
    metrics.replicaReads.replica += 1;
    replica.note("ok", null);
    return copy.value;
  }
  if (copy === null) metrics.replicaReads.away += 1;
  else {
    metrics.replicaReads.behind += 1;
    replica.note("behind", "the last page was older than the primary's head");
  }
  return await read(db);
}
