/** Out, at the door: GET …/activities/stream is authorised and parsed, and the hub's reader answers it. */

import { dropCachedAccess } from "@/auth/access/drop-cached-access";
import { isStillAuthorized } from "@/auth/authenticate";
import { getHub, type Hub } from "@/stream/hub";
import type { Answer, Call } from "../call";
import { requireCaller } from "../require-caller";
import { parseCallFilter } from "./parse-list-query";

/** The headers of every stream. */
export const STREAM_HEADERS = {
  "content-type": "text/event-stream; charset=utf-8",
  // Without no-transform Next gzips the stream, and proxies may hold it back.
  "cache-control": "no-cache, no-transform",
  "x-accel-buffering": "no",
};

const wired = new WeakSet<Hub>();

/** The hub, with the doorbell of changed access wired to the caches that it makes stale. */
export function getWiredHub(): Hub {
  const hub = getHub();
  if (!wired.has(hub)) hub.onAccess(dropCachedAccess);
  wired.add(hub);
  return hub;
}

/**
 * GET …/activities/stream: what is new, live, for the reader's filter (design §5). Goes on after the `Last-Event-ID` header,
 * else after `lastEventId`, else from now; an id that cannot be served is answered by `reset`, never by an error.
 * A bad filter is 422 and named; too many streams are 429 or 503 with `Retry-After`.
 */
export async function streamActivitiesCall(call: Call): Promise<Answer> {
  const caller = await requireCaller(call, "read");
  const filter = parseCallFilter(call.url.searchParams);
  const hub = getWiredHub();
  hub.assertRoom(caller.team.id);
  const lastEventId = call.header("last-event-id") || call.url.searchParams.get("lastEventId");
  return {
    status: 200,
    headers: STREAM_HEADERS,
    open: (sink) =>
      hub.subscribe({
        teamId: caller.team.id,
        filter,
        lastEventId,
        sink,
        isStillAuthorized: () => isStillAuthorized(caller),
        userId: caller.via === "session" ? caller.userId : null,
      }),
  };
}
