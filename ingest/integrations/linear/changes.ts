import { isJsonObject } from "@/activity/json";
import { Fields } from "../payload/fields";
import { listWords } from "../payload/list-words";
import { words } from "../payload/past-tense";
import type { Hook } from "./hook";

/** One field that an update changed. People, states and projects are told by their numbers, of which only the new one has a name. */
export interface Change {
  field: string;
  from: Fields;
  to: Fields;
}

/** Fields that change by themselves, beside the one that somebody changed. */
const SIDE_EFFECTS = new Set(
  `updatedAt editedAt createdAt number identifier url slugId previousIdentifiers boardOrder startedAt completedAt canceledAt
  triagedAt startedTriageAt autoArchivedAt autoClosedAt healthUpdatedAt descriptionData bodyData documentContentId lastUpdateId
  subscriberIds updatedById snoozedById slaStartedAt slaMediumRiskAt slaHighRiskAt slaType infoSnapshot diffMarkdown syncedWith
  approximateNeedCount lastSeen`.split(/\s+/),
);
const SIDE_EFFECT = /[sS]ortOrder$|^addedTo\w+At$|History$|[pP]rogress/;

function isTold(field: string): boolean {
  return /^\w{1,64}$/.test(field) && !SIDE_EFFECTS.has(field) && !SIDE_EFFECT.test(field);
}

const MOST = 20;

/** What an update changed, without what follows from it. Of what is new only `data` tells. */
export function changes(hook: Hook): Change[] {
  const { value } = hook.payload.at("updatedFrom");
  if (hook.action !== "update" || !isJsonObject(value)) return [];
  return (
    Object.keys(value)
      // An old state may come beside its number, and is one change with it.
      .filter((field) => isTold(field) && !Object.hasOwn(value, `${field}Id`))
      .slice(0, MOST)
      .map((field) => ({ field, from: new Fields(value[field]), to: hook.data.at(field) }))
  );
}

/** Fields whose values are texts of any length. */
const LONG = new Set(["description", "body", "content"]);

function shown(side: Fields): unknown {
  const { value } = side;
  return typeof value === "boolean" || (typeof value === "number" && Number.isFinite(value)) ? value : side.text("");
}

/**
 * Old and new values by field; `names` has what numbers stand for. Numbers alone say nothing and are left out, and so are texts that
 * are too long to be kept twice.
 */
export function changesForMetadata(
  all: readonly Change[],
  names: ReadonlyMap<string, { from?: string | null; to?: string | null }>,
): Record<string, unknown> {
  const kept: Record<string, unknown> = {};
  for (const { field, from, to } of all) {
    const known = names.get(field);
    if (known !== undefined) kept[field.replace(/Ids?$/, "")] = known;
    else if (!LONG.has(field) && !/Ids?$|Data$/.test(field)) kept[field] = { from: shown(from), to: shown(to) };
  }
  return kept;
}

/** Names of a list's parts by whether they are new; of what is gone only the count is known. */
export function listDifference({ from, to }: Change, now: readonly Fields[]): { added: string[]; removed: number } {
  const ids = (side: Fields) => side.list("", 200).flatMap((item) => item.text("") ?? []);
  const [before, after] = [new Set(ids(from)), new Set(ids(to))];
  const added = now.filter((item) => !before.has(item.text("id") ?? ""));
  return {
    added: added.flatMap((item) => item.text("name") ?? []),
    removed: [...before].filter((id) => !after.has(id)).length,
  };
}

const NOUNS = new Map([
  ["stateId", "status"],
  ["archivedAt", "archive"],
  ["snoozedUntilAt", "snooze"],
  ["slaBreachesAt", "SLA"],
  ["projectMilestoneId", "milestone"],
  ["parentId", "parent issue"],
  ["reactionData", "reactions"],
  ["startsAt", "start"],
  ["endsAt", "end"],
]);

/** What people call a field: "labelIds" are labels. */
export function fieldNoun(field: string): string {
  return NOUNS.get(field) ?? (words(field.replace(/Id$/, "").replace(/Ids$/, "s")).toLowerCase() || "details");
}

/** "the status, priority and due date" of several changes. */
export function fieldNouns(all: readonly Change[]): string {
  return listWords(all.map(({ field }) => fieldNoun(field)));
}
