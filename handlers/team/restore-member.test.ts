import { eq, sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { z } from "zod";
import { auditLog, invitations } from "@/db/schema";
import { expectProblem } from "../testing/expect-problem";
import { createMember, createPerson, listNoted, listTold, type TestPerson } from "../testing/people";
import { type TestTeam, testServer } from "../testing/test-server";

const server = testServer();
const pathOf = (team: TestTeam, things: string) => `/api/teams/${team.slug}/${things}`;
const memberPath = (team: TestTeam, { userId }: Pick<TestPerson, "userId">) => `${pathOf(team, "members")}/${userId}`;
const remove = (team: TestTeam, person: TestPerson, cookie = team.cookie) =>
  server.call("DELETE", memberPath(team, person), { cookie });
const restore = (team: TestTeam, person: TestPerson, cookie = team.cookie) =>
  server.call("POST", `${memberPath(team, person)}/restore`, { cookie });
const mayRead = async (team: TestTeam, { cookie }: TestPerson) =>
  (await server.call("GET", team.activities, { cookie })).status === 200;

async function invite(team: TestTeam, role: string, cookie = team.cookie) {
  const answer = await server.call("POST", pathOf(team, "invitations"), { cookie, json: { role } });
  const { id, url } = z.object({ id: z.string(), url: z.string() }).parse(answer.body);
  return { id, token: url.split("/").at(-1) ?? "", path: `${pathOf(team, "invitations")}/${id}` };
}
async function openInvitations(team: TestTeam) {
  const { body } = await server.call("GET", pathOf(team, "invitations"), { cookie: team.cookie });
  return z
    .object({ items: z.array(z.object({ id: z.string() })) })
    .parse(body)
    .items.map(({ id }) => id);
}

it("a removed member is back at once with the role, the day and the open invitations of before, and it is told and noted", async () => {
  const team = await server.createTeam();
  const bo = await createMember(server, team, "admin", "Bo");
  const [revoked, open] = [await invite(team, "member", bo.cookie), await invite(team, "viewer", bo.cookie)];
  await server.call("DELETE", revoked.path, { cookie: bo.cookie });
  const list = async () => (await server.call("GET", pathOf(team, "members"), { cookie: team.cookie })).body;
  const before = await list();
  expect((await remove(team, bo)).status).toBe(204);
  expect(await mayRead(team, bo)).toBe(false);
  expect(await openInvitations(team)).toEqual([]);
  expect((await restore(team, bo)).status).toBe(204);
  expect(await mayRead(team, bo)).toBe(true);
  expect(await list()).toEqual(before);
  expect(await openInvitations(team)).toEqual([open.id]);
  expect((await listTold(server, team))[0]).toEqual({
    eventType: "team.member_restored",
    message: "Ada brought Bo back into the team",
    metadata: { role: "admin" },
  });
  expect((await listNoted(server, team)).at(-1)).toMatchObject({ action: "team.member_restored", userId: team.userId });
  expect((await restore(team, bo)).status).toBe(204);
  expect((await listTold(server, team))[0]?.eventType).toBe("team.member_restored");
});

it("nobody comes back who left, whose removal is too long ago, or by whom who could not have removed them", async () => {
  const team = await server.createTeam();
  const [bo, cy, di] = [
    await createMember(server, team, "admin", "Bo"),
    await createMember(server, team, "owner", "Cy"),
    await createMember(server, team, "member", "Di"),
  ];
  await remove(team, cy);
  expectProblem(await restore(team, cy, bo.cookie), 403, "forbidden");
  expectProblem(await restore(team, cy, di.cookie), 403, "forbidden");
  expectProblem(await restore(team, cy, cy.cookie), 404, "not_found");
  expect((await restore(team, cy)).status).toBe(204);
  // Removed, brought back, then gone by themselves: that is their own decision.
  await remove(team, di);
  await restore(team, di);
  await remove(team, di, di.cookie);
  expectProblem(await restore(team, di), 404, "not_found");
  await remove(team, bo);
  const late = { at: sql`${auditLog.at} - interval '10 minutes'` };
  await server.driver.db.update(auditLog).set(late).where(eq(auditLog.teamId, team.id));
  expectProblem(await restore(team, bo), 404, "not_found");
  const stranger = await createPerson(server, "Em");
  expectProblem(await restore(team, stranger), 404, "not_found");
});

it("a revoked invitation works again once, and never for a role that its maker or the caller may not give", async () => {
  const team = await server.createTeam();
  const [bo, cy] = [await createMember(server, team, "owner", "Bo"), await createPerson(server, "Cy")];
  const made = await invite(team, "member");
  const undo = (path: string, cookie = team.cookie) => server.call("POST", `${path}/restore`, { cookie });
  const accept = (token: string) => server.call("POST", "/api/invitations", { cookie: cy.cookie, json: { token } });
  await server.call("DELETE", made.path, { cookie: team.cookie });
  expectProblem(await accept(made.token), 409, "conflict");
  expect((await undo(made.path)).status).toBe(204);
  expect((await listTold(server, team))[0]?.message).toBe("Ada restored an invitation as member");

  const high = await invite(team, "owner", bo.cookie);
  const low = await invite(team, "viewer", bo.cookie);
  for (const { path } of [high, low]) await server.call("DELETE", path, { cookie: bo.cookie });
  const demote = (role: string) => server.call("PUT", memberPath(team, bo), { cookie: team.cookie, json: { role } });
  await demote("admin");
  expectProblem(await undo(high.path, bo.cookie), 403, "forbidden");
  expectProblem(await undo(high.path), 409, "conflict");
  expect((await undo(low.path, bo.cookie)).status).toBe(204);
  await server.call("DELETE", low.path, { cookie: team.cookie });
  await remove(team, bo);
  expectProblem(await undo(low.path), 409, "conflict");
  expect(await openInvitations(team)).toEqual([made.id]);
  expect((await accept(made.token)).status).toBe(200);
  await undo(made.path);
  expectProblem(await accept(made.token), 409, "conflict");

  const short = await invite(team, "member");
  await server.call("DELETE", short.path, { cookie: team.cookie });
  const ended = { expiresAt: sql`now()` };
  await server.driver.db.update(invitations).set(ended).where(eq(invitations.id, short.id));
  expectProblem(await undo(short.path), 409, "conflict");
});
