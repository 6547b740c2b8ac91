import { entity } from "../payload/draft";
import type { Fields } from "../payload/fields";
import { accountEntity, accountHolder, doer, SLACK } from "./people";
import type { Describe } from "./told";
import { workspaceEntity, workspaceUrl } from "./workspace";

const statusOf = (user: Fields): string =>
  [user.text("profile.status_emoji"), user.text("profile.status_text")].filter((part) => part !== null).join(" ");

/** `team_join`: somebody is new in the workspace. */
export const describeJoin: Describe = ({ event, workspace }) => ({
  actor: accountHolder(event),
  entity: workspaceEntity(workspace),
  metadata: { title: event.text("user.profile.title"), timeZone: event.text("user.tz") },
});

/** `user_change`, `user_profile_changed`: from here on an account's new name is known. */
export const describeProfile: Describe = ({ event, workspace }) => {
  const user = event.at("user");
  const isGone = user.flag("deleted");
  return {
    words: isGone ? ["deactivated"] : [],
    actor: isGone ? SLACK : accountHolder(event),
    entity: accountEntity(workspace, event),
    metadata: { title: user.text("profile.title"), status: statusOf(user), timeZone: user.text("tz") },
  };
};

/** `user_status_changed`. */
export const describeStatus: Describe = ({ event, workspace }) => {
  const status = statusOf(event.at("user"));
  return {
    words: status === "" ? ["cleared"] : [],
    actor: accountHolder(event),
    entity: accountEntity(workspace, event),
    metadata: { status },
  };
};

/** `user_huddle_changed`: in a huddle, or no longer. */
export const describeHuddle: Describe = ({ event, workspace }) => ({
  words: [event.text("user.profile.huddle_state") === "in_a_huddle" ? "joined" : "left"],
  actor: accountHolder(event),
  entity: accountEntity(workspace, event),
});

/** `dnd_updated`, `dnd_updated_user`. */
export const describeQuiet: Describe = ({ event, workspace }) => ({
  actor: accountHolder(event),
  entity: accountEntity(workspace, event),
  metadata: {
    isEnabled: event.flag("dnd_status.dnd_enabled"),
    isSnoozed: event.flag("dnd_status.snooze_enabled"),
  },
});

/** `invite_requested`: the invited person has no account yet. */
export const describeInvitation: Describe = ({ event, workspace }) => {
  const request = event.at("invite_request");
  const name = request.text("real_name", "email") ?? "someone";
  return {
    actor: doer(event),
    entity: entity("invitation", request.text("id") ?? name, name, { url: workspaceUrl(workspace) }),
    metadata: { kind: request.text("invite_type"), body: request.text("request_reason") },
  };
};

/** `subteam_created`, `subteam_updated`, `subteam_members_changed` and the like: groups of users. */
export const describeGroup: Describe = ({ event, workspace }) => {
  const group = event.at("subteam");
  const id = group.text("id") ?? event.text("subteam_id");
  const handle = group.text("handle");
  const name = group.text("name", "handle");
  return {
    actor: doer(event),
    entity: entity("user_group", id ?? "group", id === null ? (name ?? "a group") : name, {
      reference: handle === null ? null : `@${handle}`,
      url: workspaceUrl(workspace),
    }),
    metadata: {
      description: group.text("description"),
      members: group.text("user_count"),
      added: event.text("added_users_count"),
      removed: event.text("removed_users_count"),
    },
  };
};
