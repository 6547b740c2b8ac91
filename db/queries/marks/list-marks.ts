import type { Executor } from "../../drivers/driver";
import { readTogether } from "../read-together";
import { bookmarkIdsOf } from "./bookmarks";
import { type Pin, type PinRow, pinsOf, toPins } from "./pins";

/** What is marked of a team's activities. */
export interface Marks {
  /** As {@link listBookmarkIds} gives them. */
  bookmarks: string[];
  /** As {@link listPins} gives them. */
  pins: Pin[];
}

/** A member's bookmarks and the team's pins, in one statement. */
export async function listMarks(db: Executor, teamId: string, userId: string): Promise<Marks> {
  const { bookmarks, pins } = await readTogether<{ bookmarks: { id: string }[]; pins: PinRow[] }>(db, {
    bookmarks: bookmarkIdsOf(teamId, userId),
    pins: pinsOf(teamId),
  });
  return { bookmarks: bookmarks.map(({ id }) => id), pins: toPins(pins) };
}
