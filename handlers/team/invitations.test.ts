import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { hashPassword } from "@/auth/session/password";
import { createUser } from "@/db/queries/users/create-user";
import { getUserByEmail } from "@/db/queries/users/get-user-by-email";
import { invitations } from "@/db/schema";
import { expectProblem } from "../testing/expect-problem";
import { createMember, createPerson, listTold } from "../testing/people";
import { type TestTeam, testServer } from "../testing/test-server";

const server = testServer();
const path = (team: TestTeam) => `/api/teams/${team.slug}/invitations`;
const madeSchema = z.object({ id: z.uuid(), url: z.url(), expiresAt: z.iso.datetime() });
const ACCEPT = "/api/invitations";

async function invite(team: TestTeam, json: object = { role: "member" }, cookie = team.cookie) {
  const answer = await server.call("POST", path(team), { cookie, json });
  expect(answer.status, answer.text).toBe(201);
  const made = madeSchema.parse(answer.body);
  return { ...made, token: made.url.split("/").at(-1) ?? "" };
}

const accept = (token: string, cookie: string) => server.call("POST", ACCEPT, { cookie, json: { token } });

async function roleOf(team: TestTeam, cookie: string): Promise<unknown> {
  const { body } = await server.call("GET", `/api/teams/${team.slug}/members`, { cookie });
  return z
    .object({ items: z.array(z.object({ role: z.string() })) })
    .safeParse(body)
    .data?.items.map(({ role }) => role);
}

describe("an invitation", () => {
  it("has a link that is shown once and kept nowhere, ends after a week, and is told without an address", async () => {
    const team = await server.createTeam();
    const made = await invite(team, { role: "viewer", email: " Vi@Example.Test " });
    expect(made.url).toMatch(/^http:\/\/localhost:3000\/invite\/[\w-]{43}$/);
    const days = (Date.parse(made.expiresAt) - Date.now()) / 86_400_000;
    expect(days).toBeGreaterThan(6.99);
    expect(days).toBeLessThanOrEqual(7);
    const list = await server.call("GET", path(team), { cookie: team.cookie });
    expect(list.text).not.toContain(made.token);
    expect(list.body).toMatchObject({
      items: [{ id: made.id, role: "viewer", email: "vi@example.test", invitedBy: "Ada", expiresAt: made.expiresAt }],
    });
    const [stored] = await server.driver.db.select().from(invitations).where(eq(invitations.id, made.id));
    expect(JSON.stringify(stored)).not.toContain(made.token);
    expect(await listTold(server, team)).toEqual([
      {
        eventType: "team.invitation_created",
        message: "Ada made an invitation as viewer",
        metadata: { role: "viewer", expiresAt: made.expiresAt },
      },
    ]);
  });

  it("lets one signed-in person in, with its role, once", async () => {
    const team = await server.createTeam();
    const [bo, cy] = [await createPerson(server, "Bo"), await createPerson(server, "Cy")];
    const { token } = await invite(team, { role: "admin" });
    expect((await server.call("GET", team.activities, { cookie: bo.cookie })).status).toBe(404);
    const joined = await accept(token, bo.cookie);
    expect({ status: joined.status, body: joined.body }).toEqual({ status: 200, body: { team: team.slug } });
    expect(await roleOf(team, bo.cookie)).toEqual(["owner", "admin"]);
    expect((await listTold(server, team))[0]?.message).toMatch(/^Bo joined Team /);
    expectProblem(await accept(token, cy.cookie), 409, "conflict");
    expectProblem(await server.call("GET", team.activities, { cookie: cy.cookie }), 404, "not_found");
    expect((await server.call("GET", path(team), { cookie: team.cookie })).body).toEqual({ items: [] });
  });

  it("lets one in of ten who try at once", async () => {
    const team = await server.createTeam();
    const { token } = await invite(team);
    const ten = await Promise.all(Array.from({ length: 10 }, (_, place) => createPerson(server, `P${place}`)));
    const answers = await Promise.all(ten.map(({ cookie }) => accept(token, cookie)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array.from({ length: 9 }, () => 409)]);
    expect(await roleOf(team, team.cookie)).toEqual(["owner", "member"]);
  });

  it("changes nothing for who is in the team already, and stays open", async () => {
    const team = await server.createTeam();
    const vi = await createMember(server, team, "viewer", "Vi");
    const { token } = await invite(team, { role: "admin" });
    expect((await accept(token, vi.cookie)).status).toBe(200);
    expect(await roleOf(team, vi.cookie)).toEqual(["owner", "viewer"]);
    expect((await accept(token, (await createPerson(server, "Bo")).cookie)).status).toBe(200);
  });

  it("is refused once it is revoked or expired, and says which", async () => {
    const team = await server.createTeam();
    const bo = await createPerson(server, "Bo");
    const [revoked, expired] = [await invite(team), await invite(team)];
    const one = `${path(team)}/${revoked.id}`;
    expect((await server.call("DELETE", one, { cookie: team.cookie })).status).toBe(204);
    expectProblem(await server.call("DELETE", one, { cookie: team.cookie }), 404, "not_found");
    const past = { expiresAt: new Date(Date.now() - 1) };
    await server.driver.db.update(invitations).set(past).where(eq(invitations.id, expired.id));
    for (const [{ token }, word] of [
      [revoked, "revoked"],
      [expired, "expired"],
    ] as const) {
      const answer = await accept(token, bo.cookie);
      expectProblem(answer, 409, "conflict");
      expect(answer.text).toContain(word);
    }
    for (const token of ["none", "x".repeat(43)]) expectProblem(await accept(token, bo.cookie), 404, "not_found");
    expectProblem(await server.call("POST", ACCEPT, { json: { token: revoked.token } }), 401, "unauthenticated");
    expect((await server.call("GET", path(team), { cookie: team.cookie })).body).toEqual({ items: [] });
  });

  it("of another team cannot be revoked from here", async () => {
    const [team, other] = [await server.createTeam(), await server.createTeam()];
    const { id, token } = await invite(other);
    expectProblem(await server.call("DELETE", `${path(team)}/${id}`, { cookie: team.cookie }), 404, "not_found");
    expect((await accept(token, (await createPerson(server, "Bo")).cookie)).status).toBe(200);
  });

  it("for an address lets only that address in", async () => {
    const team = await server.createTeam();
    const [bo, cy] = [await createPerson(server, "Bo"), await createPerson(server, "Cy")];
    const { token } = await invite(team, { role: "member", email: bo.email.toUpperCase() });
    expectProblem(await accept(token, cy.cookie), 403, "forbidden");
    const account = { email: "somebody@else.test", password: "long enough a password" };
    expectProblem(await server.call("POST", ACCEPT, { json: { token, account } }), 403, "forbidden");
    expect((await accept(token, bo.cookie)).status).toBe(200);
  });

  it("is gone with the say of who made it: removed, left or demoted", async () => {
    const team = await server.createTeam();
    const [gone, demoted] = [await createMember(server, team, "admin"), await createMember(server, team, "owner")];
    const byGone = await invite(team, { role: "admin" }, gone.cookie);
    const asOwner = await invite(team, { role: "owner" }, demoted.cookie);
    const asViewer = await invite(team, { role: "viewer" }, demoted.cookie);
    const member = (userId: string) => `/api/teams/${team.slug}/members/${userId}`;
    await server.call("DELETE", member(gone.userId), { cookie: team.cookie });
    await server.call("PUT", member(demoted.userId), { cookie: team.cookie, json: { role: "admin" } });
    expectProblem(await accept(byGone.token, gone.cookie), 409, "conflict");
    expectProblem(await accept(asOwner.token, gone.cookie), 409, "conflict");
    expect((await accept(asViewer.token, gone.cookie)).status).toBe(200);
  });

  it("is asked for with what it can be", async () => {
    const team = await server.createTeam();
    const json = { role: "king", email: "none", expiresInDays: 31, more: 1 };
    const paths = ["role", "email", "expiresInDays", "more"];
    expectProblem(await server.call("POST", path(team), { cookie: team.cookie, json }), 422, "invalid_request", paths);
  });
});

describe("whoever is not signed in", () => {
  const password = "long enough a password";

  it("makes an account and joins in one step", async () => {
    const team = await server.createTeam();
    const { token } = await invite(team);
    const email = `${crypto.randomUUID()}@example.test`;
    const json = { token, account: { name: "דנה", email: email.toUpperCase(), password } };
    expect((await server.call("POST", ACCEPT, { json })).body).toEqual({ team: team.slug });
    const user = await getUserByEmail(server.driver.db, email);
    expect(user).toMatchObject({ name: "דנה", email });
    expect((await listTold(server, team))[0]?.message).toMatch(/^דנה joined Team /);
  });

  it("makes none when the link has ended, nor with a password that is too short", async () => {
    const team = await server.createTeam();
    const { id, token } = await invite(team);
    const account = { email: `${crypto.randomUUID()}@example.test`, password: "short" };
    const short = await server.call("POST", ACCEPT, { json: { token, account } });
    expectProblem(short, 422, "invalid_request", ["account.password"]);
    await server.call("DELETE", `${path(team)}/${id}`, { cookie: team.cookie });
    const late = await server.call("POST", ACCEPT, { json: { token, account: { ...account, password } } });
    expectProblem(late, 409, "conflict");
    expect(await getUserByEmail(server.driver.db, account.email)).toBeNull();
  });

  it("joins with an account by its password; a wrong one is refused, counted, and uses nothing up", async () => {
    const team = await server.createTeam();
    const { token } = await invite(team);
    const email = `${crypto.randomUUID()}@example.test`;
    await createUser(server.driver.db, { name: "Bo", email, passwordHash: await hashPassword(password) });
    const call = (typed: string) =>
      server.call("POST", ACCEPT, { json: { token, account: { email, password: typed } } });
    for (let tries = 0; tries < 5; tries += 1) expectProblem(await call("another password"), 401, "unauthenticated");
    expect((await call(password)).body).toEqual({ team: team.slug });
    const next = await invite(team);
    const guess = (typed: string) =>
      server.call("POST", ACCEPT, { json: { token: next.token, account: { email, password: typed } } });
    for (let tries = 0; tries < 10; tries += 1) await guess("another password");
    expectProblem(await guess(password), 429, "too_many_requests");
  });
});
