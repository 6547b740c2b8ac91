import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { auditLog, members } from "@/db/schema";
import { EVENT } from "../testing/events";
import { expectProblem } from "../testing/expect-problem";
import { createMember } from "../testing/people";
import { type TestTeam, testServer } from "../testing/test-server";

const server = testServer();
const made = z.strictObject({ id: z.string(), createdAt: z.string(), atomUrl: z.string(), jsonUrl: z.string() });
const items = z.object({ items: z.array(z.object({ title: z.string(), url: z.string() })) });

const tokensOf = (team: TestTeam) => `/api/teams/${team.slug}/reader-tokens`;
async function newReader(team: TestTeam, cookie = team.cookie) {
  const answer = await server.call("POST", tokensOf(team), { cookie, json: {} });
  expect(answer.status).toBe(201);
  expect(answer.headers.get("cache-control")).toBe("no-store");
  const { id, atomUrl, jsonUrl } = made.parse(answer.body);
  return { id, atom: new URL(atomUrl).pathname, json: new URL(jsonUrl).pathname };
}

describe("a member's feed reader", () => {
  it("reads any filter by its address alone, as Atom and JSON Feed", async () => {
    const team = await server.createTeam();
    const { body } = await server.call("POST", team.activities, { key: team.key, json: EVENT });
    await server.call("POST", team.activities, { key: team.key, json: { ...EVENT, eventType: "comment.added" } });
    const { id } = z.object({ id: z.string() }).loose().parse(body);
    const reader = await newReader(team);
    const json = await server.call("GET", `${reader.json}?type=task.*`);
    expect(json.headers.get("content-type")).toBe("application/feed+json; charset=utf-8");
    expect(json.headers.get("cache-control")).toBe("private, no-cache");
    expect(json.headers.get("x-robots-tag")).toBe("noindex");
    expect(items.parse(json.body).items.map(({ url }) => url)).toEqual([
      `http://localhost:3000/${team.slug}/activities/${id}`,
    ]);
    const atom = await server.call("GET", reader.atom);
    expect(atom.text.match(/<entry>/g)).toHaveLength(2);
    expectProblem(await server.call("GET", `${reader.json}?group=x`), 422, "invalid_request", ["group"]);
  });

  it("reads for every role, and for nobody once the member is removed or the token revoked", async () => {
    const team = await server.createTeam();
    for (const role of ["admin", "member", "viewer"] as const) {
      const { cookie, userId } = await createMember(server, team, role);
      const [kept, revoked] = [await newReader(team, cookie), await newReader(team, cookie)];
      expect((await server.call("GET", kept.json)).status).toBe(200);
      expect((await server.call("DELETE", `${tokensOf(team)}/${revoked.id}`, { cookie })).status).toBe(204);
      expectProblem(await server.call("GET", revoked.json), 404, "not_found");
      await server.driver.db.delete(members).where(eq(members.userId, userId));
      expectProblem(await server.call("GET", kept.atom), 404, "not_found");
    }
    for (const token of ["none", "A".repeat(43), "%00", `${"A".repeat(42)}.`]) {
      expectProblem(await server.call("GET", `/api/feeds/${token}/feed.json`), 404, "not_found");
    }
  });

  it("is the member's own: others neither see nor end it", async () => {
    const team = await server.createTeam();
    const { id } = await newReader(team);
    const admin = await createMember(server, team, "admin");
    const list = (cookie: string) => server.call("GET", tokensOf(team), { cookie });
    expect((await list(admin.cookie)).body).toEqual({ items: [] });
    expect((await list(team.cookie)).body).toMatchObject({ items: [{ id, lastUsedAt: null }] });
    const remove = `${tokensOf(team)}/${id}`;
    expectProblem(await server.call("DELETE", remove, { cookie: admin.cookie }), 404, "not_found");
    expectProblem(await server.call("DELETE", `${tokensOf(team)}/nonsense`, { cookie: team.cookie }), 404, "not_found");
    expectProblem(await server.call("DELETE", remove, { key: team.key }), 403, "forbidden");
    expectProblem(await server.call("POST", tokensOf(team), { key: team.key, json: {} }), 403, "forbidden");
    expectProblem(await server.call("GET", tokensOf(team)), 401, "unauthenticated");
    const other = await server.createTeam();
    expectProblem(await server.call("POST", tokensOf(team), { cookie: other.cookie, json: {} }), 404, "not_found");
    expectProblem(await server.call("DELETE", `${tokensOf(other)}/${id}`, { cookie: other.cookie }), 404, "not_found");
  });

  it("of another team shows nothing of this one", async () => {
    const [team, other] = [await server.createTeam(), await server.createTeam()];
    await server.call("POST", team.activities, { key: team.key, json: EVENT });
    const reader = await newReader(other);
    expect(items.parse((await server.call("GET", reader.json)).body).items).toEqual([]);
  });

  it("is noted in the audit log without its token, when it is used, and is one of at most twenty", async () => {
    const team = await server.createTeam();
    const reader = await newReader(team);
    const rows = await server.driver.db.select().from(auditLog).where(eq(auditLog.teamId, team.id));
    expect(rows).toMatchObject([{ action: "team.reader_added", userId: team.userId }]);
    expect(JSON.stringify(rows)).not.toContain(reader.json.split("/")[3]);
    await server.call("GET", reader.json);
    await expect
      .poll(async () => JSON.stringify((await server.call("GET", tokensOf(team), { cookie: team.cookie })).body))
      .not.toContain('"lastUsedAt":null');
    for (let count = 1; count < 20; count += 1) await newReader(team);
    expectProblem(await server.call("POST", tokensOf(team), { cookie: team.cookie, json: {} }), 409, "conflict");
  });
});
