import { BODY_BYTES } from "../payload/draft";
import type { Fields } from "../payload/fields";
import { listed } from "../payload/listed";
import { words } from "../payload/past-tense";

/** A value that was set before or is now; null where there is none, or none that a line could say. */
export interface Change {
  from: string | null;
  to: string | null;
}

const MOST_NAMED = 3;
/** What people call a field that a sender calls otherwise. */
const NAMES = new Map([
  ["due_on", "due date"],
  ["admin_enforced", "enforcement for administrators"],
  ["authorized_actors_only", "restriction of who may push"],
  ["authorized_actor_names", "list of who may push"],
  ["required_approving_review_count", "number of required approvals"],
  ["dismiss_stale_reviews_on_push", "dismissal of stale reviews"],
  ["require_code_owner_review", "need of a code owner's review"],
  ["required_status_checks", "list of required checks"],
]);

/** A text, a number, a switch or a list of texts, on one line. */
export function plainValue(fields: Fields): string | null {
  const { value } = fields;
  if (typeof value === "boolean") return value ? "on" : "off";
  // A due date is a day, whatever hour a sender puts to it.
  if (!Array.isArray(value)) return /T\d\d:/.test(fields.text("") ?? "") ? fields.day("") : fields.text("");
  const items = fields.list("", 20).flatMap((item) => item.text("") ?? []);
  return items.length === 0 ? null : items.join(", ");
}

/** `changes: { name: { from } }` beside the thing as it is now: what was changed, by its name there. */
export function changesOf(payload: Fields, thing: Fields): Record<string, Change> {
  const changes = payload.at("changes");
  const keys = changes.objectKeys().filter((key) => Object.hasOwn(Object(changes.at(key).value), "from"));
  return Object.fromEntries(
    keys.slice(0, 20).map((key) => {
      const to = changes.at(`${key}.to`);
      return [
        key,
        { from: plainValue(changes.at(`${key}.from`)), to: plainValue(to.value === undefined ? thing.at(key) : to) },
      ];
    }),
  );
}

/** "renamed label bug to defect", "changed the colour and description of label bug", "edited label bug". `label` names the thing with its kind. */
export function changedPredicate(changes: Record<string, Change>, kind: string, label: string): string {
  const renamed = changes.title ?? changes.name;
  if (renamed?.from && renamed.to && renamed.from !== renamed.to)
    return `renamed ${kind} ${renamed.from} to ${renamed.to}`;
  const keys = Object.keys(changes).map((key) => NAMES.get(key) ?? words(key).toLowerCase());
  if (keys.length === 0) return `edited ${label}`;
  const what = keys.length > MOST_NAMED ? `${keys.length} settings` : `the ${listed(keys)}`;
  const [only] = Object.values(changes);
  const isShort = keys.length === 1 && only?.from && only.to && only.from.length + only.to.length <= 60;
  return `changed ${what} of ${label}${isShort ? ` from ${only.from} to ${only.to}` : ""}`;
}

/** The longer text of a thing that says what it is, in whichever of these fields it has. */
export function descriptionOf(thing: Fields): string | null {
  return (
    ["description", "body", "note"].map((key) => thing.body(key, BODY_BYTES)).find((text) => text !== null) ?? null
  );
}
