// The door of what members say in the feed itself: POST /api/teams/{team}/posts.
import { ActivityError, invalid } from "@/activity/errors";
import type { ActivityEvent } from "@/activity/event-schema";
import { isJsonObject } from "@/activity/json";
import { type NewPost, newPostSchema } from "@/activity/post";
import { FEED_SOURCE } from "@/activity/thread";
import { getDatabase } from "@/db/client";
import type { Driver, Executor } from "@/db/drivers/driver";
import { getActivity } from "@/db/queries/get-activity";
import { listActivities } from "@/db/queries/list-activities";
import { listMembers } from "@/db/queries/members/list-members";
import { captureItems } from "@/ingest/capture";
import { sha256 } from "@/ingest/commit-batch";
import { readIdempotencyKey } from "../activities/idempotency-key";
import { type Answer, type Call, json } from "../call";
import { decodeUtf8, mediaType, parseJson, parseWith } from "../read-json";
import { type InPerson, requireInPerson } from "../require-caller";
import { commentEvents, noteEvents, type Speaker, statusEvent } from "./say-post";

const BODY_BYTES = 65_536;

/** Members who post, in person: what a key says is posted as an event. Throws as `requireCaller`. */
async function requireSpeaker(call: Call): Promise<InPerson> {
  return await requireInPerson(call, "capture", "Members post in person; with a key, post an event to /activities.");
}

/** The status that somebody gave themselves last; null for none. */
async function statusOf(db: Executor, teamId: string, userId: string): Promise<string | null> {
  const one = (value: string) => ({ any: [value], not: [] });
  const filter = { entity: one(`user:${userId}`), type: one("status.changed"), source: one(FEED_SOURCE) };
  const { items } = await listActivities(db, { id: teamId }, { filter, limit: 1 });
  const metadata = items[0]?.metadata;
  return isJsonObject(metadata) && typeof metadata.to === "string" ? metadata.to : null;
}

/** Whom a post mentions, in its order, each once and never whoever says it. Throws `invalid_request` for who is no member. */
function mentioned(post: NewPost, people: readonly Speaker[], speaker: Speaker): Speaker[] {
  const ids = post.kind === "status" ? [] : [...new Set(post.mentions ?? [])];
  return ids.flatMap((id, place) => {
    const person = people.find((one) => one.id === id);
    if (person === undefined) throw invalid(["mentions", place], "is not a member of the team");
    return id === speaker.id ? [] : [{ id, name: person.name }];
  });
}

async function eventsOf(db: Executor, teamId: string, userId: string, post: NewPost): Promise<ActivityEvent[]> {
  const people = await listMembers(db, teamId);
  const me = people.find(({ id }) => id === userId);
  if (me === undefined) throw new ActivityError("not_found", "There is no such team");
  const speaker = { id: me.id, name: me.name };
  const whom = mentioned(post, people, speaker);
  if (post.kind === "note") return noteEvents(speaker, post.text, whom);
  if (post.kind === "status") return [statusEvent(speaker, post.text, await statusOf(db, teamId, userId))];
  const target = await getActivity(db, teamId, post.activityId);
  if (target === null) throw invalid(["activityId"], "must be the id of an activity of this team");
  return commentEvents(speaker, target, post.text, whom);
}

/** What a key stands for: whose it is, where it was sent, and the body as it came. */
function keyOf(call: Call, userId: string, body: Uint8Array) {
  const key = readIdempotencyKey(call);
  return key === null ? null : { name: `${FEED_SOURCE}:${userId}:${key}`, hash: sha256(body) };
}

async function store(driver: Driver, caller: InPerson, call: Call): Promise<Answer> {
  if (mediaType(call) !== "application/json") {
    throw new ActivityError("unsupported_media_type", "The content type must be application/json");
  }
  const body = await call.body(BODY_BYTES);
  const post = parseWith(newPostSchema, parseJson(decodeUtf8(body)));
  const { team, userId } = caller;
  const events = await eventsOf(driver.db, team.id, userId, post);
  const items = events.map((event) => ({ event }));
  const answer = await captureItems(driver, team.id, { items, key: keyOf(call, userId, body) });
  const [first] = answer.results;
  if (first === undefined || !("activity" in first)) throw new ActivityError("internal", "The post was not stored");
  return json(201, first.activity, {
    location: `/api/teams/${team.slug}/activities/${first.activity.id}`,
    ...(answer.replayed ? { "idempotency-replayed": "true" } : {}),
  });
}

/**
 * POST …/posts: a note, a comment or a status of the signed-in member, as ordinary activities of the source `feed`; answers with the
 * first, which its mentions follow. For members, not viewers. The same `Idempotency-Key` and body store nothing twice.
 */
export async function createPostCall(call: Call): Promise<Answer> {
  const caller = await requireSpeaker(call);
  return await store(await getDatabase(), caller, call);
}
