import { randomUUID } from "node:crypto";
import { hashPassword } from "@/auth/session/password";
import { addMember } from "@/db/queries/teams/add-member";
import { createUser } from "@/db/queries/users/create-user";
import type { Check } from "./check-deliveries";
import { signInAs } from "./sign-in";
import type { TestServer, TestTeam } from "./test-server";

const EMAIL = "nobody@example.com";
const NEW = "another long password";

async function checkLinks(check: Check, team: TestTeam, memberId: string): Promise<void> {
  await check("POST /api/account/reset", 202, "/api/account/reset", { json: { email: EMAIL } });
  await check("POST /api/account/reset", 422, "/api/account/reset", { json: { email: "none" } });
  const token = "x".repeat(43);
  await check("PUT /api/account/reset", 404, "/api/account/reset", { json: { token, newPassword: NEW } });
  await check("PUT /api/account/reset", 422, "/api/account/reset", { json: { token, newPassword: "short" } });
  await check("POST /api/account/magic", 202, "/api/account/magic", { json: { email: EMAIL, callbackUrl: "/" } });
  await check("POST /api/account/magic", 415, "/api/account/magic", { body: "x" });
  const setup = { token: "x", name: "A", email: "none", password: NEW, teamName: "T" };
  await check("POST /api/setup", 422, "/api/setup", { json: setup });
  const link = "POST /api/teams/{team}/members/{userId}/reset-link";
  const path = (userId: string) => `/api/teams/${team.slug}/members/${userId}/reset-link`;
  await check(link, 201, path(memberId), { cookie: team.cookie });
  await check(link, 401, path(memberId));
  await check(link, 403, path(memberId), { key: team.key });
  await check(link, 404, path(randomUUID()), { cookie: team.cookie });
}

/** Every call about one's own account, and the reset link of a member. */
export async function checkAccount(check: Check, server: TestServer, team: TestTeam): Promise<void> {
  const { db } = server.driver;
  const person = { name: "Ann", email: `${randomUUID()}@example.com`, passwordHash: await hashPassword("password-1") };
  const userId = await createUser(db, person);
  await db.transaction((tx) => addMember(tx, team.id, userId, "member"));
  const { cookie, sessionId } = await signInAs(db, userId);
  await check("GET /api/account", 200, "/api/account", { cookie });
  await check("GET /api/account", 401, "/api/account");
  await check("PUT /api/account", 200, "/api/account", { cookie, json: { name: "Anna" } });
  await check("PUT /api/account", 422, "/api/account", { cookie, json: { name: " " } });
  const change = { currentPassword: "password-1", newPassword: NEW };
  await check("PUT /api/account/password", 204, "/api/account/password", { cookie, json: change });
  await check("PUT /api/account/password", 422, "/api/account/password", { cookie, json: change });
  await check("DELETE /api/account/connections/{provider}", 404, "/api/account/connections/oidc", { cookie });
  await check("GET /api/account/sessions", 200, "/api/account/sessions", { cookie });
  await check("DELETE /api/account/sessions", 204, "/api/account/sessions", { cookie });
  await check("DELETE /api/account/sessions/{id}", 404, "/api/account/sessions/none", { cookie });
  await check("DELETE /api/account/sessions/{id}", 204, `/api/account/sessions/${sessionId}`, { cookie });
  await check("DELETE /api/account/sessions/{id}", 401, `/api/account/sessions/${sessionId}`, { cookie });
  await checkLinks(check, team, userId);
}
