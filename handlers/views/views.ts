import { z } from "zod";
import { ActivityError } from "@/activity/errors";
import { parseFilter } from "@/activity/filter";
import { type Mute, withMutes } from "@/activity/mutes";
import { writeView } from "@/activity/view-query";
import { nameSchema } from "@/auth/account";
import type { Caller } from "@/auth/authenticate";
import { getDatabase } from "@/db/client";
import type { Executor } from "@/db/drivers/driver";
import { countNewer } from "@/db/queries/links/count-newer";
import { listBookmarkIds } from "@/db/queries/marks/bookmarks";
import { countViews } from "@/db/queries/views/count-views";
import { getView, type SavedView } from "@/db/queries/views/get-view";
import { type MarkedView, readFrame } from "@/db/queries/views/read-frame";
import { createView, deleteView, updateView } from "@/db/queries/views/save-view";
import { parseCallView } from "../activities/parse-list-query";
import { type Answer, type Call, json, noContent } from "../call";
import { readJson } from "../read-json";
import { recordChange } from "../record-change";
import { type InPerson, isTeamAdmin } from "../require-caller";
import { requirePersonOfTeam } from "./require-person-of-team";

const filterText = z
  .string()
  .max(8_000)
  .describe("The filter as query parameters, as the list takes it; `fold=off` among them shows every event by itself");

/** What a new view is asked for with. */
export const newViewSchema = z.strictObject({
  name: nameSchema,
  filter: filterText,
  isTeams: z
    .boolean()
    .optional()
    .describe("True: everybody's in the team, made by owners and admins; default: one's own"),
});

/** What of a view is changed. */
export const changedViewSchema = z.strictObject({ name: nameSchema.optional(), filter: filterText.optional() });

/** A sidebar holds no more. */
const MOST_VIEWS = 50;
/** Unread activities are counted up to 99, among so many of those that came after the mark. */
const UNREAD = { most: 100, lookedAt: 2_000 };

function toFilterText(text: string): string {
  const { filter, isFolded } = parseCallView(new URLSearchParams(text));
  return writeView(filter, isFolded).toString();
}

async function withUnread(db: Executor, teamId: string, view: MarkedView, mutes: readonly Mute[]) {
  // A filter that was stored is read as a page reads it: what an older version wrote and this one cannot use is dropped.
  const filter = withMutes(parseFilter(new URLSearchParams(view.filter)), mutes);
  const { count, isAll } = await countNewer(db, teamId, view.readSeq, filter, UNREAD);
  const shown = Math.min(count, UNREAD.most - 1);
  return { ...view, unread: { count: shown, isExact: isAll } };
}

/** GET …/views: the team's views and the caller's own, with what is unread in each, how far the caller has seen the whole feed, what they muted, and the ids of what they bookmarked. */
export async function listViewsCall(call: Call): Promise<Answer> {
  const { team, userId } = await requirePersonOfTeam(call);
  const { db } = await getDatabase();
  const { views, seenSeq, mutes } = await readFrame(db, team.id, userId);
  const items = [];
  for (const view of views) items.push(await withUnread(db, team.id, view, mutes));
  return json(200, { items, seenSeq, mutes, bookmarks: await listBookmarkIds(db, team.id, userId) });
}

function assertMayChange(caller: Caller, isTeams: boolean): void {
  if (!isTeams || isTeamAdmin(caller)) return;
  throw new ActivityError("forbidden", "Only an owner or admin of the team may change its views.");
}

/** Tells the team of its own views; a member's are nobody else's business. */
async function tell(
  tx: Executor,
  call: Call,
  caller: Caller,
  view: SavedView,
  what: "created" | "changed" | "deleted",
) {
  if (!view.isTeams) return;
  const said = { created: "added", changed: "changed", deleted: "deleted" }[what];
  await recordChange(tx, call, caller, {
    action: `view_${what}`,
    entity: { type: "view", id: view.id, name: view.name },
    predicate: `${said} the view ${view.name}`,
    metadata: { filter: view.filter },
  });
}

/** POST …/views: saves a filter by name. Everybody has their own; the team's are made by owners and admins. */
export async function createViewCall(call: Call): Promise<Answer> {
  const caller = await requirePersonOfTeam(call);
  const { name, filter, isTeams = false } = await readJson(call, 16_384, newViewSchema);
  assertMayChange(caller, isTeams);
  const text = toFilterText(filter);
  const ownerId = isTeams ? null : caller.userId;
  const { db } = await getDatabase();
  const made = await db.transaction(async (tx) => {
    if ((await countViews(tx, caller.team.id, ownerId)) >= MOST_VIEWS) {
      throw new ActivityError("conflict", `There are ${MOST_VIEWS} views already; delete one first.`);
    }
    const view = await createView(tx, caller.team.id, { name, filter: text, ownerId });
    await tell(tx, call, caller, view, "created");
    return view;
  });
  return json(201, made);
}

async function requireView(db: Executor, caller: InPerson, id: string | undefined): Promise<SavedView> {
  const parsed = z.uuid().safeParse(id);
  const view = parsed.success ? await getView(db, caller.team.id, caller.userId, parsed.data) : null;
  // Whether somebody else has such a view is nobody's business.
  if (view === null) throw new ActivityError("not_found", "There is no such view.");
  assertMayChange(caller, view.isTeams);
  return view;
}

/** PUT …/views/{id}: another name or filter. One's own, or as an owner or admin the team's. */
export async function updateViewCall(call: Call): Promise<Answer> {
  const caller = await requirePersonOfTeam(call);
  const { name, filter } = await readJson(call, 16_384, changedViewSchema);
  const { db } = await getDatabase();
  const { id } = await requireView(db, caller, call.params.id);
  const text = filter === undefined ? undefined : toFilterText(filter);
  const changed = await db.transaction(async (tx) => {
    const view = await updateView(tx, caller.team.id, id, { name, filter: text });
    if (view === null) throw new ActivityError("not_found", "There is no such view.");
    await tell(tx, call, caller, view, "changed");
    return view;
  });
  return json(200, changed);
}

/** DELETE …/views/{id}: one's own, or as an owner or admin the team's. */
export async function deleteViewCall(call: Call): Promise<Answer> {
  const caller = await requirePersonOfTeam(call);
  const { db } = await getDatabase();
  const view = await requireView(db, caller, call.params.id);
  await db.transaction(async (tx) => {
    // Somebody else may have been faster: then there is nothing to tell.
    if (await deleteView(tx, caller.team.id, view.id)) await tell(tx, call, caller, view, "deleted");
  });
  return noContent;
}
