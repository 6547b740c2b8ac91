import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { addMember } from "@/db/queries/teams/add-member";
import type { Role } from "@/db/queries/teams/list-memberships";
import { createUser } from "@/db/queries/users/create-user";
import { auditLog } from "@/db/schema";
import { expectProblem } from "../testing/expect-problem";
import { signInAs } from "../testing/sign-in";
import { type TestTeam, testServer } from "../testing/test-server";

const server = testServer();
const linkSchema = z.object({ url: z.url(), expiresAt: z.iso.datetime() });
const pathOf = (team: TestTeam, userId: string) => `/api/teams/${team.slug}/members/${userId}/reset-link`;

async function join(team: TestTeam, role: Role, userId?: string): Promise<string> {
  const { db } = server.driver;
  const person = { name: "Bo", email: `${crypto.randomUUID()}@example.com`, passwordHash: "none" };
  const id = userId ?? (await createUser(db, person));
  await db.transaction((tx) => addMember(tx, team.id, id, role));
  return id;
}
const cookieOf = async (userId: string) => (await signInAs(server.driver.db, userId)).cookie;

describe("a reset link for a member", () => {
  const CODES = { 201: null, 401: "unauthenticated", 403: "forbidden", 404: "not_found" } as const;
  it.each([
    ["anonymous", "member", 401],
    ["stranger", "member", 404],
    ["viewer", "member", 403],
    ["member", "viewer", 403],
    ["admin", "viewer", 201],
    ["admin", "member", 201],
    ["admin", "admin", 201],
    ["admin", "owner", 403],
    ["owner", "owner", 201],
    ["owner", "admin", 201],
    ["owner", "stranger", 404],
  ] as const)("made by %s for %s: %d", async (by, of, status) => {
    const team = await server.createTeam();
    const other = await server.createTeam();
    const target = of === "stranger" ? other.userId : await join(team, of);
    const cookies = { anonymous: undefined, stranger: other.cookie, owner: team.cookie };
    const cookie = by in cookies ? cookies[by as keyof typeof cookies] : await cookieOf(await join(team, by as Role));
    const answer = await server.call("POST", pathOf(team, target), cookie === undefined ? {} : { cookie });
    const code = CODES[status];
    if (code !== null) return void expectProblem(answer, status, code);
    expect(answer.status).toBe(status);
  });

  it("resets, is told to the team and noted, and is not made by keys, for oneself or from another site", async () => {
    const team = await server.createTeam();
    const member = await join(team, "member");
    const { cookie, sessionId } = await signInAs(server.driver.db, team.userId);
    const answer = await server.call("POST", pathOf(team, member), { cookie });
    const { url } = linkSchema.parse(answer.body);
    expect(url).toMatch(/^http:\/\/localhost:3000\/reset\/[\w-]{43}$/);
    const token = new URL(url).pathname.split("/")[2];
    const feed = await server.call("GET", `${team.activities}?source=team`, { key: team.key });
    expect(feed.body).toMatchObject({
      items: [
        {
          eventType: "team.reset_link_created",
          message: "Ada made a link for Bo to choose a new password",
          actorKey: team.userId,
        },
      ],
    });
    expect(feed.text).not.toContain(token);
    const [entry] = await server.driver.db.select().from(auditLog).where(eq(auditLog.teamId, team.id));
    expect(entry).toMatchObject({ via: "session", userId: team.userId, credentialId: sessionId });
    const reset = { json: { token, newPassword: "a new long password" } };
    expect((await server.call("PUT", "/api/account/reset", reset)).status).toBe(204);
    expectProblem(await server.call("PUT", "/api/account/reset", reset), 404, "not_found");

    expectProblem(await server.call("POST", pathOf(team, member), { key: team.key }), 403, "forbidden");
    expectProblem(await server.call("POST", pathOf(team, team.userId), { cookie }), 403, "forbidden");
    const headers = { origin: "https://evil.example" };
    expectProblem(await server.call("POST", pathOf(team, member), { cookie, headers }), 403, "forbidden");
    expectProblem(await server.call("POST", pathOf(team, "none"), { cookie }), 404, "not_found");
  });

  it("is no way into another team: its owner, invited here, keeps the password", async () => {
    const [team, other] = [await server.createTeam(), await server.createTeam()];
    await join(team, "member", other.userId);
    const call = { cookie: team.cookie };
    expectProblem(await server.call("POST", pathOf(team, other.userId), call), 403, "forbidden");
    await join(other, "admin", team.userId);
    expectProblem(await server.call("POST", pathOf(team, other.userId), call), 403, "forbidden");
    await join(other, "owner", team.userId);
    expect((await server.call("POST", pathOf(team, other.userId), call)).status).toBe(201);
    const sampleOwner = (await server.createTeam({ isSample: true })).userId;
    await join(team, "member", sampleOwner);
    expect((await server.call("POST", pathOf(team, sampleOwner), call)).status).toBe(201);
  });
});
