import { entity } from "../payload/draft";
import type { Describe, Draft } from "./draft";
import type { Hook } from "./hook";
import { GITLAB, member } from "./people";
import { nearestUrl, pageUrl } from "./places";

/** The group, or in a system's hooks the project ("team"), whose member it is. */
function place(hook: Hook): { words: string; entity: Draft["entity"] } {
  const { payload } = hook;
  const path = payload.text("project_path_with_namespace");
  if (/_(team|project)$/.test(hook.kind) || path !== null) {
    const name = path ?? payload.text("project_name", "project_path") ?? "a project";
    const id = payload.text("project_id") ?? name;
    const words = name === "a project" ? name : `project ${name}`;
    return { words, entity: entity("project", id, name, { url: pageUrl(hook, path) ?? nearestUrl(hook) }) };
  }
  const name = payload.text("group_name", "group_path") ?? "a group";
  const id = payload.text("group_id") ?? name;
  // The path is only the last part of a subgroup's, so it leads nowhere certain.
  const words = name === "a group" ? name : `group ${name}`;
  return { words, entity: entity("group", id, name, { url: nearestUrl(hook) }) };
}

/** `user_add_to_group` and the like. Who added or removed somebody is not told. */
export const describeMember: Describe = (hook): Draft => {
  const { payload } = hook;
  const { asActor, asEntity } = member(hook);
  const on = place(hook);
  const access = payload.text("group_access", "access_level", "project_access");
  const as = access === null ? "" : ` as ${access}`;
  const metadata = {
    member: asEntity.name,
    access,
    expiresOn: payload.day("expires_at"),
    group: payload.text("group_name"),
  };
  if (/^user_access_request_to_/.test(hook.kind))
    return {
      actor: asActor,
      predicate: `asked for access to ${on.words}${as}`,
      entity: on.entity,
      metadata,
    };
  const who = asEntity.name;
  const says: [RegExp, string][] = [
    [/^user_add_to_/, `added ${who} to ${on.words}${as}`],
    [/^user_update_for_/, `updated the access of ${who} to ${on.words}${access === null ? "" : ` (${access})`}`],
    [/^user_remove_from_/, `removed ${who} from ${on.words}`],
    [/denied/, `denied ${who} access to ${on.words}`],
    [/revoked/, `dropped the request of ${who} for access to ${on.words}`],
  ];
  const predicate = says.find(([pattern]) => pattern.test(hook.kind))?.[1] ?? `updated ${who} in ${on.words}`;
  const time = /^user_add_to_/.test(hook.kind) ? "created_at" : "updated_at";
  const isDated = /^user_(add|update)_/.test(hook.kind);
  return {
    actor: GITLAB,
    predicate,
    entity: asEntity,
    metadata,
    happenedAt: isDated ? payload.at(time).value : undefined,
  };
};
