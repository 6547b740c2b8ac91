import { BODY_BYTES, type Entity, entity } from "../payload/draft";
import { words } from "../payload/past-tense";
import type { Describe, Draft, Hook } from "./hook";
import { account, LINEAR } from "./people";
import { identifierFromUrl } from "./places";
import { issueThing, namedThing, type Thing } from "./things";

/** The app that the webhook belongs to, of which only its number is told. */
function app({ payload }: Hook): Entity {
  const given = payload.text("oauthClient.name");
  return entity("oauth_app", payload.text("oauthClientId", "appUserId") ?? "app", given ?? "the app");
}

/** `OAuthApp`: the workspace took the app's access away. */
export const describeOAuthApp: Describe = (hook): Draft => {
  const thing = app(hook);
  const did = hook.action === "revoked" ? "took away the access of" : "changed the access of";
  return {
    actor: LINEAR,
    predicate: `${did} ${thing.name} to the workspace`,
    entity: thing,
    happenedAt: hook.payload.at("createdAt").value,
    isImportant: hook.action === "revoked",
  };
};

/** `OAuthAuthorization`: one user took it away. */
export const describeAuthorization: Describe = (hook): Draft => {
  const { payload } = hook;
  const thing = app(hook);
  const user = account(payload.at("user"));
  const did = hook.action === "revoked" ? "took back the access of" : "changed the access of";
  return {
    ...(user === null ? {} : { actor: user }),
    predicate: `${did} ${thing.name}`,
    entity: thing,
    metadata: { activeTokens: payload.count("activeTokensForUser") },
    happenedAt: payload.at("createdAt").value,
  };
};

/** `PermissionChange`: which teams the app may see. */
export const describePermissionChange: Describe = (hook): Draft => {
  const { payload } = hook;
  const thing = app(hook);
  const count = (path: string) => (payload.length(path) === 1 ? "1 team" : `${payload.length(path)} teams`);
  const parts = [
    ...(payload.length("addedTeamIds") > 0 ? [`gave ${thing.name} access to ${count("addedTeamIds")}`] : []),
    ...(payload.length("removedTeamIds") > 0
      ? [`took away the access of ${thing.name} to ${count("removedTeamIds")}`]
      : []),
  ];
  return {
    actor: LINEAR,
    predicate: parts.length === 0 ? `changed what ${thing.name} may see` : parts.join(" and "),
    entity: thing,
    metadata: { canAccessAllPublicTeams: payload.flag("canAccessAllPublicTeams") || undefined },
    happenedAt: payload.at("createdAt").value,
  };
};

/** What a notification is about. */
function subject(notification: Hook["payload"]): Thing {
  const link = notification.url("issue.url", "project.url", "url");
  if (notification.has("issue")) return issueThing(notification.at("issue"), link, notification.text("issueId"));
  if (notification.has("project")) return namedThing("project", notification.at("project"), link);
  if (notification.has("document")) return namedThing("document", notification.at("document"), link);
  return namedThing("thing", notification.at("subject"), link, notification.text("id"));
}

/** `AppUserNotification`: what Linear tells the app's own user, as it would tell a person. */
export const describeNotification: Describe = (hook): Draft => {
  const { action, payload } = hook;
  const notification = payload.at("notification");
  const on = subject(notification);
  const emoji = notification.text("reactionEmoji")?.slice(0, 64) ?? "an emoji";
  const says = new Map([
    ["issueMention", `mentioned the app in ${on.words}`],
    ["issueCommentMention", `mentioned the app in a comment on ${on.words}`],
    ["issueEmojiReaction", `reacted with :${emoji}: to ${on.words}`],
    ["issueCommentReaction", `reacted with :${emoji}: to the app’s comment on ${on.words}`],
    ["issueAssignedToYou", `assigned ${on.words} to the app`],
    ["issueUnassignedFromYou", `unassigned the app from ${on.words}`],
    ["issueNewComment", `commented on ${on.words}`],
    ["issueStatusChanged", `changed the status of ${on.words}`],
    ["documentMention", `mentioned the app in ${on.words}`],
    ["projectMention", `mentioned the app in ${on.words}`],
  ]);
  const other = words(action).toLowerCase();
  return {
    actor: account(notification.at("actor")) ?? LINEAR,
    predicate: says.get(action) ?? `told the app of ${on.words}${other === "" ? "" : `: ${other}`}`,
    entity: on.entity,
    metadata: {
      identifier: on.entity.reference,
      team: notification.text("issue.team.name"),
      body: notification.body("comment.body", BODY_BYTES),
    },
    happenedAt: payload.at("createdAt").value,
  };
};

/** `AgentSessionEvent`: somebody called the agent, or told it more. What the agent is given to read is not kept. */
export const describeAgentSession: Describe = (hook): Draft => {
  const { action, payload } = hook;
  const session = payload.at("agentSession");
  const activity = payload.at("agentActivity");
  const link = session.url("url");
  const issue = session.at("issue");
  const thing = session.has("issue")
    ? issueThing(issue, issue.url("url") ?? link, session.text("issueId"))
    : namedThing("agent session", session.at("none"), link, session.text("id"));
  const says = new Map([
    ["created", "started an agent session on"],
    ["prompted", activity.text("signal") === "stop" ? "told the agent to stop on" : "answered the agent on"],
  ]);
  const by = action === "prompted" ? account(activity.at("user")) : null;
  return {
    actor: by ?? account(session.at("creator")) ?? LINEAR,
    predicate: `${says.get(action) ?? "changed an agent session on"} ${thing.words}`,
    entity: thing.entity,
    metadata: {
      identifier: thing.entity.reference ?? identifierFromUrl(link),
      status: session.text("status"),
      session: session.text("id"),
      body:
        activity.body("content.body", BODY_BYTES) ??
        activity.body("body", BODY_BYTES) ??
        session.body("comment.body", BODY_BYTES),
    },
    happenedAt: payload.at("createdAt").value,
  };
};
