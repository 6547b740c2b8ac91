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
  /** The first page as it was counted then. */
  page: Omit<Counted, "all">;
  /** Whether nothing was stored between the last two reads: then probably nothing was before the next one. */
  isQuiet: boolean;
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

function isSame(one: EventId | undefined, other: EventId): boolean {
  return one?.epoch === other.epoch && one.seq === other.seq;
}

/** Keeps the page's hours, and that of the row below it: then a page that grows by one still ends in rows that are known. */
function keep(teamId: string, { all, ...page }: Counted): void {
  const { head, rows } = page;
  const teams = kept();
  const isQuiet = isSame(teams.get(teamId)?.head, head);
  teams.delete(teamId);
  const below = all[rows.length];
  const from = below === undefined ? 0 : hourOf(below.last);
  const own = all.filter(({ last }) => hourOf(last) >= from);
  if (own.length > MOST_ROWS) return;
  for (const oldest of teams.keys()) {
    if (teams.size < MOST_TEAMS) break;
    teams.delete(oldest);
  }
  teams.set(teamId, { head, rows: own, from, page, isQuiet });
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

/** A first page that is being read before it is known whether it still is the one. */
interface EarlyPage {
  /** It is the first page as long as this is the team's counter, read once the early page was asked for. */
  head: EventId;
  page: Promise<ActivityPage>;
}

/** The first page of the whole feed, read at once where a team was quiet of late; else null. Saves its reader waiting for the counter first. */
export function readEarlyPage(driver: Driver, team: { id: string }): EarlyPage | null {
  const teams = kept();
  const before = teams.get(team.id);
  if (before?.isQuiet !== true) return null;
  // It was read just now, like every other.
  teams.delete(team.id);
  teams.set(team.id, before);
  const page = readCounted(driver.db, team, before.page);
  // Whoever does not take it does not hear of its failure.
  page.catch(() => {});
  return { head: before.head, page };
}

/** The early page, if it still is the first one now that the counter was read. */
export async function takeEarlyPage(early: EarlyPage | null, head: EventId | null): Promise<ActivityPage | null> {
  return early !== null && head !== null && isSame(early.head, head) ? await early.page : null;
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
