import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { Check } from "./check-deliveries";
import type { TestTeam } from "./test-server";

const madeSchema = z.object({ id: z.uuid(), url: z.url() }).loose();

/** Every call about the people of a team, whose stranger joins, gets another role, and is handed the team. */
export async function checkPeople(check: Check, base: string, [team, stranger]: [TestTeam, TestTeam]): Promise<void> {
  const { cookie, key } = team;
  const at = "/api/teams/{team}";
  await check("POST /api/teams", 201, "/api/teams", { cookie, json: { name: "Another" } });
  await check("POST /api/teams", 409, "/api/teams", { cookie, json: { name: "Another", slug: team.slug } });
  await check("POST /api/teams", 401, "/api/teams", { json: {} });
  await check(`GET ${at}/settings`, 200, `${base}/settings`, { key });
  await check(`PUT ${at}/settings`, 200, `${base}/settings`, { cookie, json: { timeZone: "Asia/Tokyo" } });
  await check(`PUT ${at}/settings`, 422, `${base}/settings`, { cookie, json: { timeZone: "Mars" } });
  await check(`PUT ${at}/settings`, 409, `${base}/settings`, { cookie, json: { slug: stranger.slug } });

  const invite = { cookie, json: { role: "member" } };
  const made = madeSchema.parse((await check(`POST ${at}/invitations`, 201, `${base}/invitations`, invite)).body);
  await check(`POST ${at}/invitations`, 422, `${base}/invitations`, { cookie, json: {} });
  const spare = madeSchema.parse((await check(`POST ${at}/invitations`, 201, `${base}/invitations`, invite)).body);
  await check(`GET ${at}/invitations`, 200, `${base}/invitations`, { cookie });
  await check(`DELETE ${at}/invitations/{id}`, 204, `${base}/invitations/${spare.id}`, { cookie });
  await check(`DELETE ${at}/invitations/{id}`, 404, `${base}/invitations/${spare.id}`, { cookie });
  await check(`POST ${at}/invitations/{id}/restore`, 404, `${base}/invitations/${made.id}/restore`, { cookie });
  await check(`POST ${at}/invitations/{id}/restore`, 204, `${base}/invitations/${spare.id}/restore`, { cookie });
  await check(`DELETE ${at}/invitations/{id}`, 204, `${base}/invitations/${spare.id}`, { cookie });
  const accept = (url: string) => ({ cookie: stranger.cookie, json: { token: url.split("/").at(-1) } });
  await check("POST /api/invitations", 409, "/api/invitations", accept(spare.url));
  await check("POST /api/invitations", 404, "/api/invitations", accept("none"));
  await check("POST /api/invitations", 401, "/api/invitations", { json: { token: "none" } });
  await check("POST /api/invitations", 200, "/api/invitations", accept(made.url));

  await check(`GET ${at}/members`, 200, `${base}/members`, { cookie });
  const member = `${base}/members/${stranger.userId}`;
  await check(`PUT ${at}/members/{userId}`, 200, member, { cookie, json: { role: "admin" } });
  await check(`PUT ${at}/members/{userId}`, 422, member, { cookie, json: { role: "king" } });
  await check(`PUT ${at}/members/{userId}`, 404, `${base}/members/${randomUUID()}`, {
    cookie,
    json: { role: "admin" },
  });
  await check(`DELETE ${at}/members/{userId}`, 409, `${base}/members/${team.userId}`, { cookie });
  const transfer = { json: { userId: stranger.userId } };
  await check(`POST ${at}/transfer`, 204, `${base}/transfer`, { cookie, ...transfer });
  await check(`POST ${at}/transfer`, 403, `${base}/transfer`, { cookie, ...transfer });
  await check(`POST ${at}/transfer`, 204, `${base}/transfer`, {
    cookie: stranger.cookie,
    json: { userId: team.userId },
  });
  await check(`DELETE ${at}/members/{userId}`, 204, member, { cookie });
  await check(`DELETE ${at}/members/{userId}`, 404, member, { cookie });
  const restore = `POST ${at}/members/{userId}/restore`;
  await check(restore, 404, `${base}/members/${team.userId}/restore`, { cookie });
  await check(restore, 204, `${member}/restore`, { cookie });
  await check(`DELETE ${at}/members/{userId}`, 204, member, { cookie });
}

/** The set-up, with a wrong token and a wrong address. */
export async function checkSetup(check: Check): Promise<void> {
  const setup = { token: "x", name: "A", email: "a@b.example", password: "long enough a password", teamName: "T" };
  await check("POST /api/setup", 403, "/api/setup", { json: setup });
  await check("POST /api/setup", 422, "/api/setup", { json: { ...setup, email: "none" } });
}

/** Every answer that a member may get who says something in the feed. */
export async function checkPosts(check: Check, { slug, key, cookie }: TestTeam): Promise<void> {
  const name = "POST /api/teams/{team}/posts";
  const path = `/api/teams/${slug}/posts`;
  const json = { kind: "note", text: "Lunch" };
  const headers = { "idempotency-key": "once" };
  await check(name, 201, path, { cookie, json, headers });
  await check(name, 201, path, { cookie, json, headers });
  await check(name, 422, path, { cookie, json: { ...json, text: "Dinner" }, headers });
  await check(name, 422, path, { cookie, json: { kind: "note", text: " ", more: 1 } });
  await check(name, 403, path, { key, json });
  await check(name, 401, path, { json });
}
