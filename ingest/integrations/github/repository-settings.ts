import { type Change, plainValue } from "../forge/changes";
import type { Describe, Draft } from "../forge/draft";
import type { Hook } from "../forge/hook";
import { repositoryEntity } from "../forge/places";
import type { Fields } from "../payload/fields";
import { listed } from "../payload/listed";
import { pastTense, words } from "../payload/past-tense";

const MOST = 20;

/** The values of a list of custom properties by their names. */
function properties(list: readonly Fields[]): Map<string, string | null> {
  return new Map(
    list.flatMap((one) => {
      const name = one.text("property_name");
      return name === null ? [] : [[name, plainValue(one.at("value"))] as const];
    }),
  );
}

function propertyChanges({ payload }: Hook): Record<string, Change> {
  const [old, now] = ["old_property_values", "new_property_values"].map((path) => properties(payload.list(path, MOST)));
  const names = new Set([...(old?.keys() ?? []), ...(now?.keys() ?? [])]);
  return Object.fromEntries(
    [...names].map((name): [string, Change] => [name, { from: old?.get(name) ?? null, to: now?.get(name) ?? null }]),
  );
}

/** `custom_property_values`: what an organisation says of a repository, in properties of its own. */
export const describePropertyValues: Describe = (hook): Draft => {
  const repository = repositoryEntity(hook);
  const changes = propertyChanges(hook);
  const [[name, only] = [], ...more] = Object.entries(changes);
  const set = (change: Change) =>
    change.to === null
      ? `removed the custom property ${name} from ${repository.name}`
      : change.from === null
        ? `set the custom property ${name} of ${repository.name} to ${change.to}`
        : `changed the custom property ${name} of ${repository.name} from ${change.from} to ${change.to}`;
  const told =
    only === undefined
      ? `updated the custom properties of ${repository.name}`
      : more.length === 0
        ? set(only)
        : `changed the custom properties ${listed(Object.keys(changes))} of ${repository.name}`;
  return { predicate: told, entity: repository, metadata: { changes } };
};

/** `security_and_analysis`: the scanners that were switched on or off. */
export const describeSecurityFeatures: Describe = (hook): Draft => {
  const repository = repositoryEntity(hook);
  const before = hook.payload.at("changes.from.security_and_analysis");
  const now = hook.payload.at("repository.security_and_analysis");
  const keys = before.objectKeys().filter((key) => before.text(`${key}.status`) !== now.text(`${key}.status`));
  const named = (status: string) =>
    keys.filter((key) => now.text(`${key}.status`) === status).map((key) => words(key).toLowerCase());
  const [on, off] = [named("enabled"), named("disabled")];
  const turned = [...(on.length > 0 ? [`on ${listed(on)}`] : []), ...(off.length > 0 ? [`off ${listed(off)}`] : [])];
  const changes = keys.map((key) => [key, { from: before.text(`${key}.status`), to: now.text(`${key}.status`) }]);
  return {
    predicate:
      turned.length === 0
        ? `updated security and analysis of ${repository.name}`
        : `turned ${turned.join(" and ")} for ${repository.name}`,
    entity: repository,
    metadata: { changes: Object.fromEntries(changes) },
    isImportant: off.length > 0,
  };
};

/** `branch_protection_configuration`: all rules of a repository at once. */
export const describeProtection: Describe = (hook): Draft => {
  const repository = repositoryEntity(hook);
  const what = `branch protection for ${repository.name}`;
  const says = new Map([
    ["enabled", `turned on ${what}`],
    ["disabled", `turned off ${what}`],
  ]);
  return {
    predicate: says.get(hook.action ?? "") ?? pastTense(hook.action, what),
    entity: repository,
    isImportant: hook.action === "disabled",
  };
};
