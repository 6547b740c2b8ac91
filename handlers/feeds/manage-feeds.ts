import { z } from "zod";
import { ActivityError, type Issue, invalid } from "@/activity/errors";
import { parseFilter, serializeFilter } from "@/activity/filter";
import { nameSchema } from "@/auth/account";
import type { Caller } from "@/auth/authenticate";
import { isSlugShaped, slugOf } from "@/auth/team/slug";
import { getDatabase } from "@/db/client";
import type { Executor } from "@/db/drivers/driver";
import { getFeed, type PublicFeed } from "@/db/queries/feeds/get-feed";
import { listFeeds } from "@/db/queries/feeds/list-feeds";
import { createFeed, deleteFeed, restoreFeed, updateFeed } from "@/db/queries/feeds/save-feed";
import { type Answer, type Call, json, noContent } from "../call";
import { ownUrl } from "../own-address";
import { readJson } from "../read-json";
import { recordChange } from "../record-change";
import { requireCaller, requireMember } from "../require-caller";
import { undo } from "../undo";
import { dropPublicReadings } from "./read-public-feed";

const MOST_FEEDS = 100;
const BODY_BYTES = 65_536;

const slugSchema = z.string().refine(isSlugShaped, "must be a–z, 0–9 and single hyphens, at most 40 characters");

const filterSchema = z
  .string()
  .max(20_000)
  .describe("The filter as the query of the feed's address: `type=task.*&important=1`");

/** A filter in one spelling. Throws `invalid_request` naming each part that cannot be used. */
function spellFilter(text: string): string {
  const issues: Issue[] = [];
  const filter = parseFilter(new URLSearchParams(text), (field, message) =>
    issues.push({ path: ["filter", field], message }),
  );
  const [first] = issues;
  if (first !== undefined) {
    throw new ActivityError("invalid_request", `${first.path.join(".")}: ${first.message}`, { issues });
  }
  return serializeFilter(filter).toString();
}

const profileFields = {
  hidesNames: z.boolean().optional().describe("People stand under pseudonyms, and there is no metadata; default false"),
  hidesMetadata: z.boolean().optional().describe("No metadata, and sentences without it; default false"),
};

/** What a feed is published with. */
export const newFeedSchema = z.strictObject({
  name: nameSchema,
  slug: slugSchema.optional().describe("Its name in the address; made of `name` when it is missing"),
  filter: filterSchema.optional(),
  ...profileFields,
  isOn: z.boolean().optional().describe("Whether it is public; default true"),
});

/** What may be changed of a feed. */
export const changeFeedSchema = z.strictObject({
  name: nameSchema.optional(),
  slug: slugSchema.optional(),
  filter: filterSchema.optional(),
  ...profileFields,
  isOn: z.boolean().optional(),
});

function shown(call: Call, caller: Caller, { offSince, ...feed }: PublicFeed) {
  const url = ownUrl(call, `/p/${caller.team.slug}/${feed.slug}`);
  const isOn = offSince === null;
  return { ...feed, isOn, url, atomUrl: `${url}/feed.atom`, jsonUrl: `${url}/feed.json` };
}

/** Tells the team what became public, or no longer is. */
async function tell(tx: Executor, call: Call, caller: Caller, feed: PublicFeed, verb: string): Promise<void> {
  const isPublic = feed.offSince === null && verb !== "deleted";
  await recordChange(tx, call, caller, {
    action: isPublic ? "feed_published" : "feed_unpublished",
    entity: { type: "feed", id: feed.id, name: feed.name },
    predicate: `${verb} the public feed ${feed.name}`,
    metadata: { filter: feed.filter, slug: feed.slug, hidesNames: feed.hidesNames, hidesMetadata: feed.hidesMetadata },
  });
}

/** GET …/feeds: the team's public feeds, switched on or not. For members, and keys with `admin`. */
export async function listFeedsCall(call: Call): Promise<Answer> {
  const caller = await requireMember(call);
  const { db } = await getDatabase();
  return json(200, { items: (await listFeeds(db, caller.team.id)).map((feed) => shown(call, caller, feed)) });
}

/** Throws `conflict` when the team has as many feeds as it may. */
async function requireRoom(tx: Executor, caller: Caller): Promise<void> {
  if ((await listFeeds(tx, caller.team.id)).length < MOST_FEEDS) return;
  throw new ActivityError("conflict", `The team has ${MOST_FEEDS} public feeds already; delete one first.`);
}

/** POST …/feeds: makes a view of the team public. For admins, and keys with `admin`. */
export async function createFeedCall(call: Call): Promise<Answer> {
  const caller = await requireCaller(call, "admin");
  const asked = await readJson(call, BODY_BYTES, newFeedSchema);
  const { name, slug = slugOf(name), hidesNames = false, hidesMetadata = false, isOn = true } = asked;
  const filter = spellFilter(asked.filter ?? "");
  const { db } = await getDatabase();
  const createdBy = caller.via === "session" ? caller.userId : null;
  const made = await db.transaction(async (tx) => {
    await requireRoom(tx, caller);
    const offSince = isOn ? null : new Date();
    const settings = { name, slug, filter, hidesNames, hidesMetadata, offSince };
    const feed = await createFeed(tx, caller.team.id, { ...settings, createdBy });
    await tell(tx, call, caller, feed, isOn ? "published" : "prepared");
    return feed;
  });
  dropPublicReadings();
  return json(201, shown(call, caller, made));
}

async function requireFeed(tx: Executor, call: Call, caller: Caller): Promise<PublicFeed> {
  const id = z.uuid().safeParse(call.params.id);
  const feed = id.success ? await getFeed(tx, caller.team.id, id.data) : null;
  if (feed === null) throw new ActivityError("not_found", "There is no such feed.");
  return feed;
}

/** PUT …/feeds/{id}: another name, address or filter, switched on or off; what is left out stays. For admins, and keys with `admin`. */
export async function changeFeedCall(call: Call): Promise<Answer> {
  const caller = await requireCaller(call, "admin");
  const asked = await readJson(call, BODY_BYTES, changeFeedSchema);
  if (Object.keys(asked).length === 0) throw invalid([], "must change something");
  const { name, slug, hidesNames, hidesMetadata, isOn } = asked;
  const filter = asked.filter === undefined ? undefined : spellFilter(asked.filter);
  const { db } = await getDatabase();
  const changed = await db.transaction(async (tx) => {
    const before = await requireFeed(tx, call, caller);
    const wasOn = before.offSince === null;
    const offSince = isOn === undefined || isOn === wasOn ? undefined : isOn ? null : new Date();
    const changes = { name, slug, filter, hidesNames, hidesMetadata, offSince };
    const isSame = Object.values(changes).every((value) => value === undefined);
    // Switched on while it is on: there is nothing to do, nor to tell.
    if (isSame) return before;
    const feed = await updateFeed(tx, caller.team.id, before.id, changes);
    if (feed === null) throw new ActivityError("not_found", "There is no such feed.");
    await tell(tx, call, caller, feed, offSince === undefined ? "changed" : isOn ? "published" : "switched off");
    return feed;
  });
  dropPublicReadings();
  return json(200, shown(call, caller, changed));
}

/** DELETE …/feeds/{id}: it is public no longer, and its address is free. For admins, and keys with `admin`. */
export async function deleteFeedCall(call: Call): Promise<Answer> {
  const caller = await requireCaller(call, "admin");
  const { db } = await getDatabase();
  await db.transaction(async (tx) => {
    const feed = await requireFeed(tx, call, caller);
    if (!(await deleteFeed(tx, caller.team.id, feed.id))) return;
    await tell(tx, call, caller, feed, "deleted");
  });
  dropPublicReadings();
  return noContent;
}

/** POST …/feeds/{id}/restore: a feed that was deleted minutes ago is there again, unless another has its address by now (409). For admins, and keys with `admin`. */
export async function restoreFeedCall(call: Call): Promise<Answer> {
  const caller = await requireCaller(call, "admin");
  const destruction = { action: "feed_unpublished", id: call.params.id, what: "feed" };
  const answer = await undo(caller, destruction, async (tx, id) => {
    await requireRoom(tx, caller);
    const feed = await restoreFeed(tx, caller.team.id, id);
    if (feed !== null) await tell(tx, call, caller, feed, "restored");
  });
  dropPublicReadings();
  return answer;
}
