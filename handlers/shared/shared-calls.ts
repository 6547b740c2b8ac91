// The doors of a shared link: what its page reads and follows, for whoever has its token.
import { parseCursor } from "@/activity/cursor";
import { ActivityError } from "@/activity/errors";
import { parseFilter } from "@/activity/filter";
import { findSharedLink } from "@/auth/links/find-shared-link";
import { getDatabase } from "@/db/client";
import type { SharedLink } from "@/db/queries/links/find-link";
import { MAX_LIMIT } from "@/db/queries/list-activities";
import { limitRate } from "@/ingest/rate-limit";
import { type Fault, refuseFaults } from "../activities/parse-list-query";
import { getWiredHub, STREAM_HEADERS } from "../activities/stream-activities";
import { type Answer, type Call, json } from "../call";
import { readShared, type SharedRead } from "./read-shared";
import { RedactingSink } from "./redacting-sink";

/** Kept nowhere, found by nobody, and told to no other site. */
const HEADERS = {
  "cache-control": "private, no-store",
  "referrer-policy": "no-referrer",
  "x-robots-tag": "noindex, nofollow",
};

/** Throws `not_found`, the same for a wrong, a revoked and an expired token; `too_many_requests`, counted by link. */
async function requireLink(call: Call): Promise<SharedLink> {
  const { db } = await getDatabase();
  const link = await findSharedLink(db, call.params.token ?? "");
  if (link === null) throw new ActivityError("not_found", "There is nothing here.");
  await limitRate(link.id);
  return link;
}

/** Reads `cursor`, `limit` and `live`, and `lastEventId` where it is allowed; everything else is refused: the filter is the link's. */
function parseQuery(params: URLSearchParams, allowed: readonly string[]): SharedRead {
  return refuseFaults((fault) => readQuery(params, allowed, fault));
}

function readQuery(params: URLSearchParams, allowed: readonly string[], fault: Fault): SharedRead {
  for (const name of new Set(params.keys())) {
    if (!allowed.includes(name)) fault(name, "is not a parameter of a shared link, whose filter is fixed");
  }
  const [cursorText, limitText, live] = [params.get("cursor"), params.get("limit"), params.get("live")];
  const cursor = cursorText === null ? undefined : parseCursor(cursorText);
  if (cursor === null || cursor?.direction === "newer") fault("cursor", "must be the nextCursor of an earlier answer");
  const limit = limitText === null ? undefined : /^[0-9]{1,4}$/.test(limitText) ? Number(limitText) : Number.NaN;
  if (limit !== undefined && !(limit >= 1 && limit <= MAX_LIMIT)) {
    fault("limit", `must be a whole number from 1 to ${MAX_LIMIT}`);
  }
  if (live !== null && live !== "1") fault("live", "must be 1");
  return { cursor: cursor ?? undefined, limit, isLive: live === "1" };
}

/** GET /api/shared/{token}/activities: a page of the link's feed as of its moment, or with `live=1` as of now. */
export async function listSharedCall(call: Call): Promise<Answer> {
  const link = await requireLink(call);
  const read = parseQuery(call.url.searchParams, ["cursor", "limit", "live"]);
  return json(200, await readShared(await getDatabase(), link, read), HEADERS);
}

/** GET /api/shared/{token}/activities/stream: what is new for the link's filter, until the link ends; as a team's stream in all else. */
export async function streamSharedCall(call: Call): Promise<Answer> {
  const link = await requireLink(call);
  parseQuery(call.url.searchParams, ["lastEventId", "live"]);
  const token = call.params.token ?? "";
  const hub = getWiredHub();
  hub.assertRoom(link.team.id, link.id);
  const lastEventId = call.header("last-event-id") || call.url.searchParams.get("lastEventId");
  const { db } = await getDatabase();
  return {
    status: 200,
    headers: { ...HEADERS, ...STREAM_HEADERS, "cache-control": "private, no-store, no-transform" },
    open: (sink) =>
      hub.subscribe({
        teamId: link.team.id,
        filter: parseFilter(new URLSearchParams(link.filter)),
        lastEventId,
        sink: link.hidesNames || link.hidesMetadata ? new RedactingSink(db, link, sink) : sink,
        isStillAuthorized: async () => (await findSharedLink(db, token)) !== null,
        userId: null,
        linkId: link.id,
        endsAt: link.expiresAt?.getTime(),
      }),
  };
}
