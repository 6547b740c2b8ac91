/** Reading folded: the first page of a feed goes on from what was counted for the one before, so that a storm is not counted by each of its readers. */
import type { ActivityPage } from "@/activity/activity";
import type { Cursor } from "@/activity/cursor";
import { type EventId, parseEventId } from "@/activity/event-id";
import { isEmptyFilter } from "@/activity/filter";
import { type Fold, foldOf, hourOf } from "@/activity/fold/fold";
import { cutPage, foldRows } from "@/activity/fold/fold-rows";
import type { Driver } from "@/db/drivers/driver";
import { type Counted, countRows, type FoldedOptions, listFolded, readCounted } from "@/db/queries/fold/list-folded";
import { listFoldedAbove } from "@/db/queries/fold/list-folded-above";
import { listNew } from "@/db/queries/fold/list-new";
import { DEFAULT_LIMIT } from "@/db/queries/list-activities";
import { listHeads } from "@/db/queries/list-heads";
import { readFresh } from "@/db/read-fresh";

/** What was counted of a team when its head was there, and from which hour on (counted from 1970) that is everything. */
interface Kept {
  head: EventId;
  rows: Fold[];
  from: number;
}

const MOST_TEAMS = 500;
const MOST_ROWS = 2_000;
const KEY = Symbol.for("las.folded-pages");

const globals = globalThis as { [KEY]?: Map<string, Kept> };

/** By team, the one that was read least lately first. */
function kept(): Map<string, Kept> {
  globals[KEY] ??= new Map();
  return globals[KEY];
}

/** Keeps the page's hours, and that of the row below it: then a page that grows by one still ends in rows that are known. */
function keep(teamId: string, { head, all, rows }: Pick<Counted, "head" | "all" | "rows">): void {
  const teams = kept();
  teams.delete(teamId);
  const below = all[rows.length];
  const from = below === undefined ? 0 : hourOf(below.last);
  const own = all.filter(({ last }) => hourOf(last) >= from);
  if (own.length > MOST_ROWS) return;
  for (const oldest of teams.keys()) {
    if (teams.size < MOST_TEAMS) break;
    teams.delete(oldest);
  }
  teams.set(teamId, { head, rows: own, from });
}

/** The first page, counted on; null when it must be counted anew. */
async function countOn(driver: Driver, teamId: string, limit: number, known?: EventId): Promise<Counted | null> {
  const before = kept().get(teamId);
  if (before === undefined) return null;
  const head = known ?? (await listHeads(driver.db, [teamId])).get(teamId);
  const added = head === undefined ? null : await listNew(driver.db, teamId, before.head, head);
  if (head === undefined || added === null) return null;
  const fresh = added.filter(({ timestamp }) => hourOf(timestamp) >= before.from);
  const all = foldRows([...before.rows, ...fresh.map(foldOf)]);
  const page = cutPage(all, null, limit);
  return page.hasMore || before.from === 0 ? { ...page, all, head, stoppedAt: null } : null;
}

/**
 * As `listFolded`, and equal to it: the first page of the whole feed from what is kept in memory and what was stored since, every other one
 * from the table, or the replica when there is one that is new enough. `head`: the team's counter, if the caller has just read it.
 */
export async function listFoldedPage(
  driver: Driver,
  team: { id: string },
  options: Omit<FoldedOptions, "cursor"> & { cursor?: Cursor | undefined; head?: EventId | undefined },
): Promise<ActivityPage> {
  const { filter, cursor, limit = DEFAULT_LIMIT } = options;
  const placeOf = ({ lastEventId }: ActivityPage) => parseEventId(lastEventId);
  if (cursor?.direction === "newer")
    return await readFresh(driver, team.id, (db) => listFoldedAbove(db, team, { ...options, cursor }), placeOf);
  if (!isEmptyFilter(filter) || cursor !== undefined || limit !== DEFAULT_LIMIT)
    return await readFresh(driver, team.id, (db) => listFolded(db, team, options), placeOf);
  const counted =
    (await countOn(driver, team.id, limit, options.head)) ?? (await countRows(driver.db, team.id, options));
  keep(team.id, counted);
  return await readCounted(driver.db, team, counted);
}
