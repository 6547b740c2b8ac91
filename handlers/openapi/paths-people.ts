import { jsonAnswer, jsonBody, operation, type PathItem } from "./operation";
import { inPath, KEY_OR_SESSION, SESSION, teamParameter } from "./parameters";

const ID = "019ab0f5-8a93-7c3e-9d51-0c2f6f1b7a10";
const AT = "2026-11-23T09:41:07.123Z";
const WHO = "For owners, admins, and keys with the scope `admin`, which may do here what an admin may.";
const uuid = { type: "string", format: "uuid" };
const refusals = ["unauthenticated", "forbidden", "not_found", "too_many_requests"] as const;
const posted = ["malformed_json", "payload_too_large", "unsupported_media_type", "invalid_request"] as const;
const member = [teamParameter, inPath("userId", "The member's user id", uuid)];
const parameters = [teamParameter];
const security = KEY_OR_SESSION;
const settings = { name: "Acme", slug: "acme", timeZone: "Europe/Berlin", aliases: ["acme-platform"] };
const invitation = { id: ID, role: "member", email: null, expiresAt: "2026-11-30T09:41:07.123Z" };

export const peoplePaths: Record<string, PathItem> = {
  "/api/teams": {
    post: operation({
      operationId: "createTeam",
      tag: "Teams",
      summary: "Make a team, which the caller owns",
      security: SESSION,
      requestBody: jsonBody("NewTeam", { name: "Acme" }),
      answers: { 201: jsonAnswer("The team", "TeamAnswer", { example: { team: "acme" } }) },
      problems: ["unauthenticated", "forbidden", "conflict", "too_many_requests", ...posted],
    }),
  },
  "/api/teams/{team}/settings": {
    get: operation({
      operationId: "getTeamSettings",
      tag: "Teams",
      summary: "How the team is called, and where its days begin",
      security,
      parameters,
      answers: { 200: jsonAnswer("The settings", "TeamSettings", { example: settings }) },
      problems: refusals,
    }),
    put: operation({
      operationId: "changeTeamSettings",
      tag: "Teams",
      summary: "Change the team's name, time zone or slug",
      description: `${WHO} What is left out stays. The slug before stays an alias: it works here as before, leads pages to the new address, and is given to no other team.`,
      security,
      parameters,
      requestBody: jsonBody("ChangeTeam", { name: "Acme", timeZone: "Europe/Berlin", slug: "acme" }),
      answers: { 200: jsonAnswer("The settings as they are now", "TeamSettings", { example: settings }) },
      problems: [...refusals, "conflict", ...posted],
    }),
  },
  "/api/teams/{team}/members": {
    get: operation({
      operationId: "listMembers",
      tag: "People",
      summary: "Everybody in the team, and their roles",
      description: "For members, and keys with the scope `admin`. Viewers see no e-mail addresses.",
      security,
      parameters,
      answers: {
        200: jsonAnswer("Those who have been in the team longest first", "MemberList", {
          example: {
            items: [{ id: ID, name: "Ada Lovelace", email: "ada@example.com", role: "owner", joinedAt: AT }],
          },
        }),
      },
      problems: refusals,
    }),
  },
  "/api/teams/{team}/members/{userId}": {
    put: operation({
      operationId: "changeMember",
      tag: "People",
      summary: "Give a member another role, at once and on every server",
      description: `${WHO} Only owners make and unmake owners; a team keeps at least one (409).`,
      security,
      parameters: member,
      requestBody: jsonBody("ChangeMember", { role: "admin" }),
      answers: {
        200: jsonAnswer("The member as it is now", "ChangedMember", {
          example: { id: ID, name: "Ada Lovelace", role: "admin" },
        }),
      },
      problems: [...refusals, "conflict", ...posted],
    }),
    delete: operation({
      operationId: "removeMember",
      tag: "People",
      summary: "Take a member out of the team, or leave it",
      description: `${WHO} Everybody may take themselves out, but the last owner (409). Open streams end.`,
      security,
      parameters: member,
      answers: { 204: { description: "Removed" } },
      problems: [...refusals, "conflict"],
    }),
  },
  "/api/teams/{team}/transfer": {
    post: operation({
      operationId: "transferTeam",
      tag: "People",
      summary: "Hand the team over to another member",
      description: "For owners. Who hands over is an admin then.",
      security: SESSION,
      parameters,
      requestBody: jsonBody("TransferTeam", { userId: ID }),
      answers: { 204: { description: "Handed over" } },
      problems: [...refusals, ...posted],
    }),
  },
  "/api/teams/{team}/invitations": {
    get: operation({
      operationId: "listInvitations",
      tag: "People",
      summary: "The invitations that can still be accepted, without their links",
      description: WHO,
      security,
      parameters,
      answers: {
        200: jsonAnswer("The newest first", "InvitationList", {
          example: { items: [{ ...invitation, createdAt: AT, mailedAt: null, invitedBy: "Ada Lovelace" }] },
        }),
      },
      problems: refusals,
    }),
    post: operation({
      operationId: "createInvitation",
      tag: "People",
      summary: "Make a link that lets one person into the team",
      description: `${WHO} Only owners invite owners. With an \`email\` the link is mailed there as well, where a mail server is set up; a mail that does not go loses nothing, and \`mailFault\` says why.`,
      security,
      parameters,
      requestBody: jsonBody("NewInvitation", { role: "member", email: "bo@example.com", expiresInDays: 7 }),
      answers: {
        201: jsonAnswer("The link, shown this once", "CreatedInvitation", {
          example: {
            ...invitation,
            url: "https://activity.example/invite/4fZk92QaTzW0r8XvKp3mB6cN1dYhE7gLsJ5uRtQoAiM",
            mailed: false,
            mailFault: null,
          },
        }),
      },
      problems: [...refusals, ...posted],
    }),
  },
  "/api/teams/{team}/invitations/{id}": {
    delete: operation({
      operationId: "revokeInvitation",
      tag: "People",
      summary: "Revoke an invitation that nobody has accepted",
      description: WHO,
      security,
      parameters: [teamParameter, inPath("id", "The invitation's id", uuid)],
      answers: { 204: { description: "Revoked" } },
      problems: refusals,
    }),
  },
  "/api/invitations": {
    post: operation({
      operationId: "acceptInvitation",
      tag: "People",
      summary: "Join the team that an invitation's link leads into",
      description:
        "As who is signed in; or with an `account`, which is made when there is none with that address. A known address with a wrong password is a 401. A link that was used, revoked or has expired is a 409, an unknown one a 404, and one for another address a 403.",
      security: [{}, { session: [] }],
      requestBody: jsonBody("AcceptInvitation", {
        token: "the end of the link",
        account: { name: "Bo", email: "bo@example.com", password: "correct horse battery staple" },
      }),
      answers: { 200: jsonAnswer("The team", "TeamAnswer", { example: { team: "acme" } }) },
      problems: [...refusals, "conflict", ...posted],
    }),
  },
};
