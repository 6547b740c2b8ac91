// Bodies of Linear that are not about a change of data, of the form that the types `*WebhookPayload` of @linear/sdk 98 give.
import { ada, ISSUE_URL, issueChild, issueData } from "./payloads";

export const issueSla = {
  action: "breached",
  type: "IssueSLA",
  createdAt: "2026-11-23T09:01:40.980Z",
  issueData: { ...issueData, slaStartedAt: "2026-11-22T09:00:00.000Z", slaBreachesAt: "2026-11-23T09:40:00.000Z" },
  url: ISSUE_URL,
  organizationId: "c8986123",
  webhookTimestamp: 1_795_426_605_387,
};

const appEvent = {
  createdAt: "2026-11-23T09:36:45.293Z",
  organizationId: "c8986123",
  oauthClientId: "oc-1",
  appUserId: "au-1",
  webhookTimestamp: 1_795_426_605_387,
};
export const oauthApp = { ...appEvent, type: "OAuthApp", action: "revoked" };
export const authorization = {
  ...appEvent,
  type: "OAuthAuthorization",
  action: "revoked",
  oauthClient: { id: "oc-1", name: "Feed" },
  user: ada,
  activeTokensForUser: 0,
};
export const permissionChange = {
  ...appEvent,
  type: "PermissionChange",
  action: "teamAccessChanged",
  canAccessAllPublicTeams: false,
  addedTeamIds: ["t-1", "t-2"],
  removedTeamIds: ["t-3"],
};
export const notification = {
  ...appEvent,
  type: "AppUserNotification",
  action: "issueCommentMention",
  notification: {
    id: "n-1",
    type: "issueCommentMention",
    actor: ada,
    issue: { ...issueChild, description: "It fails." },
    issueId: issueData.id,
    comment: { id: "co-1", body: "@feed have a look" },
  },
};
export const agentSession = {
  ...appEvent,
  type: "AgentSessionEvent",
  action: "created",
  agentSession: {
    id: "4d23d4ad-b4bb-4ef1-853f-c9c03439d37d",
    status: "pending",
    type: "commentThread",
    creator: ada,
    issue: issueChild,
    issueId: issueData.id,
    comment: { id: "co-2", body: "@agent help me" },
    url: `${ISSUE_URL}#agent-session-4d23d4ad`,
  },
  promptContext: "<issue>all of it</issue>",
};
