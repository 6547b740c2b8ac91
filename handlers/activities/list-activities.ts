// The door of reading: GET /api/teams/{team}/activities.
import { createHash } from "node:crypto";
import type { ActivityPage } from "@/activity/activity";
import { invalid } from "@/activity/errors";
import { formatEventId } from "@/activity/event-id";
import { getDatabase } from "@/db/client";
import { findPlace } from "@/db/queries/find-place";
import { listHeads } from "@/db/queries/list-heads";
import { listFoldedPage } from "@/stream/newest/list-folded-page";
import { listPage } from "@/stream/newest/list-page";
import { type Answer, type Call, json } from "../call";
import { isHeld } from "../etag";
import { requireCaller } from "../require-caller";
import { parseListQuery } from "./parse-list-query";

const CACHE = "private, no-cache";

/** Whatever changes a page of the feed takes the next seq, so the team's event id and the query say which page it is. */
function pageTag(eventId: string, url: URL): string {
  return `W/"${eventId}-${createHash("sha256").update(url.search).digest("base64url").slice(0, 16)}"`;
}

function linkTo(url: URL, page: ActivityPage): Record<string, string> {
  const links = (["next", "prev"] as const).flatMap((rel) => {
    const cursor = rel === "next" ? page.nextCursor : page.prevCursor;
    if (cursor === null) return [];
    const params = new URLSearchParams(url.search);
    params.delete("at");
    params.set("cursor", cursor);
    return [`<${url.pathname}?${params}>; rel="${rel}"`];
  });
  return links.length === 0 ? {} : { link: links.join(", ") };
}

/**
 * GET …/activities: a page of the feed in feed order, newest first, with `Link`s to its neighbours.
 * With `fold=on` a row may stand for many similar ones. A bad filter, `cursor`, `at`, `limit` or `fold` is 422 and named. A caller that holds the page already (`If-None-Match`) gets 304.
 */
export async function listActivitiesCall(call: Call): Promise<Answer> {
  const { team } = await requireCaller(call, "read");
  const { filter, cursor, at, limit, isFolded } = parseListQuery(call.url.searchParams);
  const driver = await getDatabase();
  const { db } = driver;

  const held = call.header("if-none-match");
  const head = held === null ? undefined : (await listHeads(db, [team.id])).get(team.id);
  if (held !== null && head !== undefined) {
    const etag = pageTag(formatEventId(head), call.url);
    if (isHeld(held, etag)) return { status: 304, headers: { etag, "cache-control": CACHE }, body: null };
  }

  const around = at === undefined ? undefined : await findPlace(db, team.id, at);
  if (around === null) throw invalid(["at"], "must be the id of an activity of this team, or an ISO 8601 instant");
  const page = isFolded
    ? await listFoldedPage(driver, team, { filter, cursor, limit })
    : await listPage(driver, team, { filter, cursor, around, limit }, head);
  return json(200, page, {
    "cache-control": CACHE,
    etag: pageTag(page.lastEventId, call.url),
    ...linkTo(call.url, page),
  });
}
