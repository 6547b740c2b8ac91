import { changedPredicate, changesOf } from "../forge/changes";
import type { Describe, Draft } from "../forge/draft";
import type { Hook } from "../forge/hook";
import { isSender, person } from "../forge/people";
import {
  nearestUrl,
  organizationEntity,
  organizationName,
  repositoryEntity,
  repositoryName,
  where,
} from "../forge/places";
import { type Entity, entity } from "../payload/draft";
import { pastTense } from "../payload/past-tense";

/** " from write to admin"; nothing where the new one is not told. */
function fromTo(from: string | null, to: string | null): string {
  return to === null ? "" : `${from === null ? "" : ` from ${from}`} to ${to}`;
}

/** `member`: people of a repository. Accepting an invitation arrives as the invited one adding themselves. */
export const describeMember: Describe = (hook): Draft => {
  const { action, payload } = hook;
  const member = payload.at("member");
  const self = isSender(hook, member);
  const place = repositoryName(hook) ?? organizationName(hook) ?? "the repository";
  const who = person(member);
  const permission = payload.text("changes.permission.to", "changes.role_name.to");
  const before = payload.text("changes.permission.from", "changes.old_permission.from", "changes.role_name.from");
  const metadata = { member: who.name, permission, before };
  if (self && (action === "added" || action === "removed")) {
    const predicate = action === "added" ? `joined ${place}` : `left ${place}`;
    return { predicate, entity: repositoryEntity(hook), metadata };
  }
  const says = new Map([
    ["added", `added ${who.name} to ${place}${permission === null ? "" : ` with permission ${permission}`}`],
    ["removed", `removed ${who.name} from ${place}`],
    ["edited", `changed the permission of ${who.name} in ${place}${fromTo(before, permission)}`],
  ]);
  return {
    predicate: says.get(action ?? "") ?? `${pastTense(hook.action, who.name)} in ${place}`,
    entity: who,
    metadata,
  };
};

/** `organization`: people of an organisation, and the organisation itself. */
export const describeOrganization: Describe = (hook): Draft => {
  const { action, payload } = hook;
  const organization = organizationEntity(hook);
  const invited = payload.has("user") ? payload.at("user") : payload.at("invitation");
  const who = person(payload.has("membership.user") ? payload.at("membership.user") : invited);
  const metadata = { member: who.name === "someone" ? null : who.name, role: payload.text("membership.role") };
  const before = payload.text("changes.login.from");
  const isAdmin = payload.text("membership.role") === "admin";
  switch (action) {
    case "member_added":
      return {
        predicate: `added ${who.name} to ${organization.name}${isAdmin ? " as an owner" : ""}`,
        entity: who,
        metadata,
        isImportant: isAdmin,
      };
    case "member_removed":
      return { predicate: `removed ${who.name} from ${organization.name}`, entity: who, metadata };
    case "member_invited":
      return { predicate: `invited ${who.name} to ${organization.name}`, entity: who, metadata };
    case "renamed": {
      const from = before === null || before === organization.name ? "" : ` ${before} to`;
      return { predicate: `renamed organization${from} ${organization.name}`, entity: organization };
    }
    default:
      return {
        predicate: pastTense(hook.action, `organization ${organization.name}`),
        entity: organization,
        isImportant: action === "deleted",
      };
  }
};

/** `org_block`. */
export const describeBlock: Describe = (hook): Draft => {
  const who = person(hook.payload.at("blocked_user"));
  const isOwn = hook.payload.text("sender.login") === organizationName(hook);
  return {
    predicate: `${pastTense(hook.action, who.name)}${isOwn ? "" : where(hook)}`,
    entity: who,
    metadata: { member: who.name },
  };
};

/** `membership`: people of a team. */
export const describeMembership: Describe = (hook): Draft => {
  const { action, payload } = hook;
  const team = teamEntity(hook);
  const member = payload.at("member");
  const who = person(member).name;
  const self = isSender(hook, member);
  const words = `team ${team.name}${where(hook)}`;
  const joined = self ? `joined ${words}` : `added ${who} to ${words}`;
  const left = self ? `left ${words}` : `removed ${who} from ${words}`;
  return {
    predicate: action === "added" ? joined : action === "removed" ? left : pastTense(hook.action, words),
    entity: team,
    metadata: { member: who, team: team.name },
  };
};

function teamEntity(hook: Hook): Entity {
  const team = hook.payload.at("team");
  const name = team.text("name", "slug") ?? "a team";
  return entity("team", team.text("id", "node_id") ?? name, name, { url: team.url("html_url") ?? nearestUrl(hook) });
}

/** The permission that a team had on a repository, of GitHub's three switches the highest that was on. */
function permissionBefore(hook: Hook): string | null {
  const before = hook.payload.at("changes.repository.permissions.from");
  const highest = ["admin", "push", "pull"].find((name) => before.flag(name));
  return highest ?? (before.objectKeys().length === 0 && before.value === undefined ? null : "none");
}

function teamPredicate(hook: Hook, name: string): string {
  const repository = repositoryName(hook) ?? "a repository";
  const permission = hook.payload.text("team.permission", "repository.role_name");
  const before = permissionBefore(hook);
  switch (hook.event === "team_add" ? "added_to_repository" : hook.action) {
    case "added_to_repository":
      return `gave team ${name} access to ${repository}`;
    case "removed_from_repository":
      return `took away the access of team ${name} to ${repository}`;
    case "edited": {
      if (before !== null)
        return `changed the permission of team ${name} in ${repository}${fromTo(before, permission)}`;
      return `${changedPredicate(changesOf(hook.payload, hook.payload.at("team")), "team", `team ${name}`)}${where(hook)}`;
    }
    default:
      return `${pastTense(hook.action, `team ${name}`)}${where(hook)}`;
  }
}

/** `team` and `team_add`. */
export const describeTeam: Describe = (hook): Draft => {
  const team = teamEntity(hook);
  return {
    predicate: teamPredicate(hook, team.name),
    entity: team,
    metadata: {
      team: team.name,
      privacy: hook.payload.text("team.privacy"),
      parent: hook.payload.text("team.parent.name"),
      before: permissionBefore(hook),
      changes: changesOf(hook.payload, hook.payload.at("team")),
    },
  };
};
