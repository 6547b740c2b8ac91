import { pastTense } from "../payload/past-tense";
import { type Change, fieldNoun, fieldNouns } from "./changes";
import type { Hook } from "./hook";

const HEALTH = new Map([
  ["onTrack", "on track"],
  ["atRisk", "at risk"],
  ["offTrack", "off track"],
]);

/** "atRisk" as people say it. */
export function healthOf(value: string | null): string | null {
  return value === null ? null : (HEALTH.get(value) ?? value);
}

/** A predicate around the words of the thing. */
type Say = (thing: string, change: Change, hook: Hook) => string;

const status: Say = (thing, _change, { data }) => {
  const name = data.text("status.name", "status");
  return name === null ? `changed the status of ${thing}` : `moved ${thing} to ${name}`;
};

const holder =
  (role: string): Say =>
  (thing, { to }, { data }) => {
    if (to.text("") === null) return `removed the ${role} of ${thing}`;
    const name = data.text(`${role}.name`);
    return name === null ? `changed the ${role} of ${thing}` : `made ${name} the ${role} of ${thing}`;
  };

const renamed: Say = (thing, { from }) => {
  const before = from.text("");
  return `renamed ${thing}${before === null ? "" : ` from ${before}`}`;
};

const health: Say = (thing, { to }) => {
  const now = healthOf(to.text(""));
  return `changed the health of ${thing}${now === null ? "" : ` to ${now}`}`;
};

const day: Say = (thing, { field, to }) => {
  const on = to.day("");
  return on === null
    ? `removed the ${fieldNoun(field)} of ${thing}`
    : `set the ${fieldNoun(field)} of ${thing} to ${on}`;
};

const SAY = new Map<string, Say>([
  ["trashed", (thing, { to }) => `${to.flag("") ? "deleted" : "restored"} ${thing}`],
  ["archivedAt", (thing, { to }) => `${to.text("") === null ? "restored" : "archived"} ${thing}`],
  ["statusId", status],
  ["status", status],
  ["leadId", holder("lead")],
  ["ownerId", holder("owner")],
  ["health", health],
  ["name", renamed],
  ["title", renamed],
  ["description", (thing) => `edited the description of ${thing}`],
  ["content", (thing) => `edited the text of ${thing}`],
  ["startDate", day],
  ["targetDate", day],
  ["startsAt", day],
  ["endsAt", day],
]);

/** What an update did to something other than an issue. */
function changePredicate(hook: Hook, all: readonly Change[], thing: string): string {
  const [first] = all;
  if (first === undefined) return `updated ${thing}`;
  const end = all.find(({ field }) => field === "trashed" || field === "archivedAt");
  const told = end ?? first;
  if (all.length === 1 || end !== undefined)
    return SAY.get(told.field)?.(thing, told, hook) ?? `changed the ${fieldNoun(told.field)} of ${thing}`;
  return `changed the ${fieldNouns(all)} of ${thing}`;
}

/** The words for an action, where it is one of Linear's three. */
export function actionPredicate(hook: Hook, all: readonly Change[], thing: string): string {
  if (hook.action === "update") return changePredicate(hook, all, thing);
  return hook.action === "remove" ? `deleted ${thing}` : pastTense(hook.action || null, thing);
}
