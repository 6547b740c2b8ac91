import { type Entity, entity } from "../payload/draft";
import type { Describe, Draft } from "./draft";
import type { Hook } from "./hook";
import { GITLAB, member } from "./people";
import { nearestUrl, pageUrl } from "./places";

/** A page of the thing, or of what it was part of when it is gone. */
function pathUrl(hook: Hook, path: string | null): string | null {
  const isGone = hook.kind.endsWith("_destroy");
  return pageUrl(hook, isGone ? (path?.replace(/\/?[^/]+$/, "") ?? null) : path) ?? nearestUrl(hook);
}

function project(hook: Hook): Entity {
  const path = hook.payload.text("path_with_namespace");
  const name = path ?? hook.payload.text("name", "path") ?? "a project";
  return entity("project", hook.payload.text("project_id") ?? name, name, { url: pathUrl(hook, path) });
}

function group(hook: Hook): Entity {
  const path = hook.payload.text("full_path", "path");
  const name = path ?? hook.payload.text("name") ?? "a group";
  return entity("group", hook.payload.text("group_id") ?? name, name, { url: pathUrl(hook, path) });
}

/** A key is told of by its owner; what it is stays out of the feed. */
function key(hook: Hook): Entity {
  const owner = hook.payload.text("username");
  const name = `SSH key${owner === null ? "" : ` of ${owner}`}`;
  return entity("key", hook.payload.text("id") ?? name, name, { url: pageUrl(hook, owner) ?? nearestUrl(hook) });
}

const THINGS = new Map<string, { noun: string; read: (hook: Hook) => Entity }>([
  ["project", { noun: "project ", read: project }],
  ["group", { noun: "group ", read: group }],
  ["subgroup", { noun: "subgroup ", read: group }],
  ["user", { noun: "user ", read: (hook) => member(hook).asEntity }],
  ["key", { noun: "an ", read: key }],
]);

function predicate(deed: string, noun: string, name: string, from: string | null): string {
  const before = from === null ? "" : `${from} to `;
  switch (deed) {
    case "create":
      return `${noun === "an " ? "added" : "created"} ${noun}${name}`;
    case "destroy":
      return `${noun === "an " ? "removed" : "deleted"} ${noun}${name}`;
    case "rename":
      return `renamed ${noun}${before}${name}`;
    case "transfer":
      return `moved ${noun}${before}${name}`;
    case "failed_login":
      return `refused the sign-in of ${noun}${name}`;
    default:
      return `updated ${noun}${name}`;
  }
}

/** True for `project_create`, `subgroup_destroy`, `user_rename`, `key_create` and the like. */
export function isLifecycle(kind: string): boolean {
  return /^(project|group|subgroup|user|key)_(create|destroy|rename|transfer|update|failed_login)$/.test(kind);
}

/** What became of projects, groups, users and keys themselves. Who did it is not told. */
export const describeLifecycle: Describe = (hook): Draft => {
  const { payload } = hook;
  const [what = "", ...deeds] = hook.kind.split("_");
  const deed = deeds.join("_");
  const kind = THINGS.get(what);
  const thing = kind?.read(hook) ?? project(hook);
  const isNamed = !["a project", "a group", "someone"].includes(thing.name);
  const from = payload.text("old_path_with_namespace", "old_full_path", "old_path", "old_username");
  return {
    actor: GITLAB,
    predicate: predicate(deed, isNamed ? (kind?.noun ?? "") : "", thing.name, from),
    entity: thing,
    metadata: {
      visibility: payload.text("project_visibility"),
      owners: payload.list("owners", 20).map((owner) => owner.text("name")),
      from,
      state: payload.text("state"),
    },
    happenedAt: deed === "create" ? payload.at("created_at").value : undefined,
  };
};
