import type { Describe } from "../forge/draft";
import { describeThing, type Known } from "../forge/generic";
import type { Hook } from "../forge/hook";
import { organizationUrl, repositoryUrl } from "../forge/places";

/** A page of the repository's settings, or another below it. */
const below = (path: string) => (hook: Hook) => repositoryUrl(hook, path);

interface Thing extends Omit<Known, "url" | "isImportant"> {
  url?: (hook: Hook) => string | null;
  important?: RegExp;
}

/** Things that tell themselves, but for the word for them, their page, or what of them is important. */
const THINGS = new Map<string, Thing>([
  [
    "branch_protection_rule",
    {
      field: "rule",
      kind: "branch protection rule",
      url: (hook) => {
        const id = hook.payload.text("rule.id");
        return repositoryUrl(
          hook,
          id === null || hook.action === "deleted" ? "settings/branches" : `settings/branch_protection_rules/${id}`,
        );
      },
      important: /^(deleted|edited)$/,
    },
  ],
  [
    "custom_property",
    {
      field: "definition",
      kind: "custom property",
      url: (hook) => organizationUrl(hook, "settings/custom-properties"),
    },
  ],
  ["deploy_key", { field: "key", kind: "deploy key", url: below("settings/keys"), important: /^created$/ }],
  [
    "label",
    {
      field: "label",
      kind: "label",
      url: (hook) => {
        const name = hook.payload.text("label.name");
        return repositoryUrl(hook, name === null || hook.action === "deleted" ? "labels" : `labels/${name}`);
      },
    },
  ],
  ["project_column", { field: "project_column", kind: "project column" }],
  [
    "projects_v2",
    {
      field: "projects_v2",
      kind: "project",
      url: (hook) => organizationUrl(hook, `projects/${hook.payload.count("projects_v2.number") ?? ""}`),
    },
  ],
  [
    "repository_ruleset",
    {
      field: "repository_ruleset",
      kind: "repository ruleset",
      url: below("settings/rules"),
      important: /^(deleted|edited)$/,
    },
  ],
  ["repository_advisory", { field: "repository_advisory", kind: "repository advisory", important: /^reported$/ }],
  ["secret_scanning_scan", { field: "", kind: "secret scanning scan", url: below("security/secret-scanning") }],
]);

/** Describes such a thing; null for the events of others. */
export function knownThing(event: string): Describe | null {
  const known = THINGS.get(event);
  if (known === undefined) return null;
  const { url, important, ...thing } = known;
  return (hook) =>
    describeThing(hook, { ...thing, url: url?.(hook), isImportant: important?.test(hook.action ?? "") ?? false });
}
