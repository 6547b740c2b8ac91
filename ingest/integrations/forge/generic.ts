import { aThing } from "../payload/a-thing";
import { cutLine } from "../payload/clean-text";
import { entity } from "../payload/draft";
import type { Fields } from "../payload/fields";
import { pastTense, words } from "../payload/past-tense";
import { changedPredicate, changesOf, descriptionOf } from "./changes";
import type { Describe, Draft } from "./draft";
import type { Hook } from "./hook";
import { nearestUrl, repositoryKey, where } from "./places";

/** Objects that say where and who, not what. */
const SURROUNDINGS = new Set(["repository", "organization", "enterprise", "sender", "installation", "changes"]);

/** What is known of an event's thing beforehand. */
export interface Known {
  /** The field of the payload that it stands in. */
  field: string;
  /** The word for it. */
  kind: string;
  /** Its page, below the repository or elsewhere, where its fields name none. */
  url?: string | null;
  isImportant?: boolean;
}

function noun(hook: Hook): Known {
  const keys = hook.payload.objectKeys().filter((key) => !SURROUNDINGS.has(key));
  const same = keys.find((key) => key === hook.event || `${key}s` === hook.event);
  const ending = keys.find((key) => hook.event.endsWith(`_${key}`));
  return { field: same ?? ending ?? keys[0] ?? "", kind: words(hook.event) };
}

const NAMES = [
  "title",
  "name",
  "display_title",
  "full_name",
  "login",
  "summary",
  "tag_name",
  "property_name",
  "slug",
  "note",
  "environment",
];

function nameOf(thing: Fields): string | null {
  return cutLine(thing.text(...NAMES)?.replace(/[.\s]+$/, "") ?? "", 200);
}

/** Whatever was done to a thing: who, what was done, to what kind of thing, its name, what of it was changed, and where. */
export function describeThing(hook: Hook, { field, kind, url, isImportant }: Known): Draft {
  const thing = hook.payload.at(field === "" ? "action" : field);
  const known = nameOf(thing);
  const number = thing.count("number");
  const name = known ?? (number === null ? kind : `#${number}`);
  const isNamed = known !== null || number !== null;
  const isPlural = /[^s]s$/.test(kind) || (field === "" && hook.action === null);
  const label = isNamed ? `${kind} ${name}` : isPlural ? kind : aThing(kind);
  const changes = changesOf(hook.payload, thing);
  const told = hook.action === "edited" ? changedPredicate(changes, kind, label) : pastTense(hook.action, label);
  const id = thing.text("id", "node_id", "number") ?? name;
  return {
    predicate: `${told}${where(hook)}`,
    entity: entity(hook.event, field === "" ? `${repositoryKey(hook)}:${hook.event}` : id, name, {
      url: thing.url("html_url", "_links.html.href") ?? url ?? nearestUrl(hook),
    }),
    metadata: { number, state: thing.text("state", "status"), description: descriptionOf(thing), changes },
    isImportant: isImportant ?? false,
  };
}

/** Any event that nobody described, also one that its sender has yet to invent. */
export const describeGeneric: Describe = (hook) => describeThing(hook, noun(hook));
