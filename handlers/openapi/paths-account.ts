import { jsonAnswer, jsonBody, operation, type PathItem } from "./operation";
import { inPath, KEY_OR_SESSION, SESSION, teamParameter } from "./parameters";

const tag = "Account";
const ID = "019ab0f5-8a93-7c3e-9d51-0c2f6f1b7a10";
const AT = "2026-11-23T09:41:07.123Z";
const uuid = { type: "string", format: "uuid" };
const posted = ["malformed_json", "payload_too_large", "unsupported_media_type", "invalid_request"] as const;
const ofSession = ["unauthenticated", "too_many_requests"] as const;
const changing = [...ofSession, "forbidden"] as const;
const EMAIL = "ada@example.com";
const done = (description: string) => ({ 204: { description } });
const account = jsonAnswer("The account", "Account", {
  example: {
    id: ID,
    name: "Ada Lovelace",
    email: EMAIL,
    hasPassword: true,
    connections: [{ provider: "github", name: "GitHub", isConnected: false }],
  },
});
const accepted = {
  202: jsonAnswer("The same, and as fast, whether there is such an account or not", "Accepted", {
    example: { status: "accepted" },
  }),
};

export const accountPaths: Record<string, PathItem> = {
  "/api/account": {
    get: operation({
      operationId: "getAccount",
      tag,
      summary: "The signed-in person's own account",
      security: SESSION,
      answers: { 200: account },
      problems: ofSession,
    }),
    put: operation({
      operationId: "changeAccount",
      tag,
      summary: "Change one's name",
      security: SESSION,
      requestBody: jsonBody("ChangeAccount", { name: "Ada King" }),
      answers: { 200: account },
      problems: [...changing, ...posted],
    }),
  },
  "/api/account/sessions": {
    get: operation({
      operationId: "listSessions",
      tag,
      summary: "Where one is signed in",
      security: SESSION,
      answers: {
        200: jsonAnswer("The device last seen first", "Sessions", {
          example: {
            items: [{ id: ID, createdAt: AT, lastSeenAt: AT, userAgent: "Firefox", ip: "192.0.2.7", isCurrent: true }],
          },
        }),
      },
      problems: ofSession,
    }),
    delete: operation({
      operationId: "revokeOtherSessions",
      tag,
      summary: "Sign every other device out",
      security: SESSION,
      answers: done("They are signed out, on every server within a second"),
      problems: changing,
    }),
  },
  "/api/account/sessions/{id}": {
    delete: operation({
      operationId: "revokeSession",
      tag,
      summary: "Sign one device out",
      security: SESSION,
      parameters: [inPath("id", "The session's id", uuid)],
      answers: done("It is signed out, on every server within a second"),
      problems: [...changing, "not_found"],
    }),
  },
  "/api/account/password": {
    put: operation({
      operationId: "changePassword",
      tag,
      summary: "Change one's password",
      description: "Signs every other device out. Guessing the current one counts as it does at sign-in.",
      security: SESSION,
      requestBody: jsonBody("ChangePassword", {
        currentPassword: "correct horse battery staple",
        newPassword: "staple battery horse correct",
      }),
      answers: done("Changed"),
      problems: [...changing, "conflict", ...posted],
    }),
  },
  "/api/account/connections/{provider}": {
    delete: operation({
      operationId: "disconnectAccount",
      tag,
      summary: "Let an account elsewhere sign in no longer",
      security: SESSION,
      parameters: [inPath("provider", "`github`, `google` or `oidc`")],
      answers: done("Disconnected"),
      problems: [...changing, "not_found", "conflict"],
    }),
  },
  "/api/account/reset": {
    post: operation({
      operationId: "askReset",
      tag,
      summary: "Ask for a mail with a link to choose a new password",
      description: "The link works once, for an hour. Without `SMTP_URL` nothing is sent.",
      requestBody: jsonBody("AskReset", { email: EMAIL }),
      answers: accepted,
      problems: ["forbidden", "too_many_requests", ...posted],
    }),
    put: operation({
      operationId: "reset",
      tag,
      summary: "Choose a new password by a reset link",
      description: "Every session of the account is over; nobody is signed in by it.",
      requestBody: jsonBody("Reset", {
        token: "kR0cB2v9m1Qw7yZx4uT8sA3dF6gH5jL0pN2bV1cX9zE",
        newPassword: "staple battery horse correct",
      }),
      answers: done("Changed"),
      problems: ["forbidden", "not_found", "too_many_requests", ...posted],
    }),
  },
  "/api/account/magic": {
    post: operation({
      operationId: "askMagic",
      tag,
      summary: "Ask for a mail with a link that signs in",
      description: "The link works once, for 10 minutes, and opens `callbackUrl`. Without `SMTP_URL` nothing is sent.",
      requestBody: jsonBody("AskMagic", { email: EMAIL, callbackUrl: "/acme?type=task.*" }),
      answers: accepted,
      problems: ["forbidden", "too_many_requests", ...posted],
    }),
  },
  "/api/teams/{team}/members/{userId}/reset-link": {
    post: operation({
      operationId: "createResetLink",
      tag: "Teams",
      summary: "Make a link by which a member chooses a new password",
      description:
        "For owners and admins, not for keys; for an owner by owners only. The link works once, for an hour. Of a member of other teams too, the caller must stand as high in each.",
      security: KEY_OR_SESSION,
      parameters: [teamParameter, inPath("userId", "The member's user id", uuid)],
      answers: {
        201: jsonAnswer("The link, shown this once", "ResetLink", {
          example: { url: "https://activity.example/reset/kR0cB2v9m1Qw7yZx4uT8sA3dF6gH5jL0pN2bV1cX9zE", expiresAt: AT },
        }),
      },
      problems: ["unauthenticated", "forbidden", "not_found", "too_many_requests"],
    }),
  },
};
