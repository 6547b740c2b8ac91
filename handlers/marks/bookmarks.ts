import { ActivityError, invalid } from "@/activity/errors";
import { getDatabase } from "@/db/client";
import { addBookmark, listBookmarkIds, listBookmarks, removeBookmark } from "@/db/queries/marks/bookmarks";
import { parseListQuery } from "../activities/parse-list-query";
import { type Answer, type Call, json, noContent } from "../call";
import { requirePersonOfTeam } from "../views/require-person-of-team";
import { requireStanding } from "./require-standing";

/** Their ids are on every page of the member's. */
export const MOST_BOOKMARKS = 500;

/** GET …/bookmarks: a page of what the caller has bookmarked, in feed order. A bad `cursor` or `limit` is 422 and named. */
export async function listBookmarksCall(call: Call): Promise<Answer> {
  const { team, userId } = await requirePersonOfTeam(call);
  const { cursor, limit } = parseListQuery(call.url.searchParams);
  if (cursor?.direction === "newer") throw invalid(["cursor"], "must be a nextCursor of an earlier answer");
  const { db } = await getDatabase();
  return json(200, await listBookmarks(db, team.id, userId, { cursor, limit }));
}

/** PUT …/bookmarks/{id}: keeps an activity for the caller, nobody else; 204 also when it is kept already. 409 beyond {@link MOST_BOOKMARKS}. */
export async function addBookmarkCall(call: Call): Promise<Answer> {
  const { team, userId } = await requirePersonOfTeam(call);
  const { db } = await getDatabase();
  const id = await requireStanding(db, team.id, call.params.id);
  const kept = await listBookmarkIds(db, team.id, userId);
  if (kept.includes(id)) return noContent;
  if (kept.length >= MOST_BOOKMARKS) {
    throw new ActivityError("conflict", `You have ${MOST_BOOKMARKS} bookmarks already; remove one first.`);
  }
  await addBookmark(db, team.id, userId, id);
  return noContent;
}

/** DELETE …/bookmarks/{id}: keeps it no longer; 204 also when it was not kept. */
export async function removeBookmarkCall(call: Call): Promise<Answer> {
  const { team, userId } = await requirePersonOfTeam(call);
  const { db } = await getDatabase();
  await removeBookmark(db, team.id, userId, await requireStanding(db, team.id, call.params.id));
  return noContent;
}
