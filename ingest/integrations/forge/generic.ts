import { aThing } from "../payload/a-thing";
import { cutLine } from "../payload/clean-text";
import { BODY_BYTES, entity } from "../payload/draft";
import { pastTense, words } from "../payload/past-tense";
import type { Describe, Draft } from "./draft";
import type { Hook } from "./hook";
import { nearestUrl, repositoryKey, where } from "./places";

/** Objects that say where and who, not what. */
const SURROUNDINGS = new Set(["repository", "organization", "enterprise", "sender", "installation", "changes"]);
/** Field of the payload and the word for it, where they are not the event's own name. */
const NOUNS = new Map([
  ["deploy_key", { field: "key", kind: "deploy key" }],
  ["branch_protection_rule", { field: "rule", kind: "branch protection rule" }],
  ["registry_package", { field: "registry_package", kind: "package" }],
  ["project_column", { field: "project_column", kind: "project column" }],
  ["projects_v2", { field: "projects_v2", kind: "project" }],
  ["projects_v2_status_update", { field: "projects_v2_status_update", kind: "project status update" }],
]);
const IMPORTANT = new Set(["branch_protection_rule.deleted", "branch_protection_rule.edited", "deploy_key.created"]);

function noun(hook: Hook): { field: string; kind: string } {
  const known = NOUNS.get(hook.event);
  if (known !== undefined) return known;
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
  "slug",
  "note",
  "environment",
];

/** Any other event, also one that GitHub has yet to invent: who, what was done, to what kind of thing, its name and where. */
export const describeGeneric: Describe = (hook): Draft => {
  const { field, kind } = noun(hook);
  const thing = hook.payload.at(field === "" ? "action" : field);
  const known = cutLine(thing.text(...NAMES)?.replace(/[.\s]+$/, "") ?? "", 200) ?? undefined;
  const number = thing.count("number");
  const name = known ?? (number === null ? kind : `#${number}`);
  const isNamed = known !== undefined || number !== null;
  const isPlural = /[^s]s$/.test(kind) || (field === "" && hook.action === null);
  const label = isNamed ? `${kind} ${name}` : isPlural ? kind : aThing(kind);
  const version =
    hook.event === "package"
      ? thing.text("package_version.version")?.replace(/^(sha256:[0-9a-f]{12})[0-9a-f]+$/, "$1")
      : undefined;
  const id = thing.text("id", "node_id", "number") ?? name;
  return {
    predicate: `${pastTense(hook.action, version === undefined ? label : `${label} ${version}`)}${where(hook)}`,
    entity: entity(hook.event, field === "" ? `${repositoryKey(hook)}:${hook.event}` : id, name, {
      url: thing.url("html_url", "package_version.html_url") ?? nearestUrl(hook),
    }),
    metadata: {
      number,
      state: thing.text("state", "status"),
      description: ["description", "body", "note"]
        .map((key) => thing.body(key, BODY_BYTES))
        .find((text) => text !== null),
      version,
    },
    isImportant: IMPORTANT.has(`${hook.event}.${hook.action}`),
  };
};
