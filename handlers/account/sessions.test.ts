import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { dropCachedAccess } from "@/auth/access/drop-cached-access";
import { userSessions } from "@/db/schema";
import { expectProblem } from "../testing/expect-problem";
import { signInAs } from "../testing/sign-in";
import { testServer } from "../testing/test-server";

const server = testServer();
const PATH = "/api/account/sessions";
const listSchema = z.object({ items: z.array(z.object({ id: z.string(), isCurrent: z.boolean() }).loose()) });
const sleep = (ms: number) => new Promise((done) => setTimeout(done, ms));

async function person() {
  const team = await server.createTeam();
  const { db } = server.driver;
  return { team, db, laptop: await signInAs(db, team.userId), phone: await signInAs(db, team.userId) };
}

describe("sessions", () => {
  it("are listed per device, this one marked, nobody else's among them", async () => {
    const { laptop, phone } = await person();
    const other = await person();
    const answer = await server.call("GET", PATH, { cookie: laptop.cookie });
    const { items } = listSchema.parse(answer.body);
    expect(items.map(({ id }) => id).sort()).toEqual([laptop.sessionId, phone.sessionId].sort());
    expect(items.find(({ isCurrent }) => isCurrent)).toMatchObject({
      id: laptop.sessionId,
      ip: "192.0.2.7",
      userAgent: "A browser of tests",
    });
    expect(answer.text).not.toContain(other.laptop.sessionId);
    expect(answer.headers.get("cache-control")).toBe("private, no-cache");
  });

  it("end one by one, at once here and within a second where nothing rang, open streams included", async () => {
    const { team, db, laptop, phone } = await person();
    expect((await server.call("GET", team.activities, { cookie: phone.cookie })).status).toBe(200);
    const stream = await server.fetch("GET", `${team.activities}/stream`, { cookie: phone.cookie });
    const ended = stream.text();
    const answer = await server.call("DELETE", `${PATH}/${phone.sessionId}`, { cookie: laptop.cookie });
    expect(answer.status).toBe(204);
    expectProblem(await server.call("GET", team.activities, { cookie: phone.cookie }), 401, "unauthenticated");
    expect(await ended).toContain("event: ready");
    expect((await server.call("GET", team.activities, { cookie: laptop.cookie })).status).toBe(200);

    // As another server would hear of it that no bell reaches.
    await db.update(userSessions).set({ revokedAt: new Date() }).where(eq(userSessions.id, laptop.sessionId));
    await sleep(1_000);
    expectProblem(await server.call("GET", team.activities, { cookie: laptop.cookie }), 401, "unauthenticated");
  });

  it("are none when their row is gone, or is another person's", async () => {
    const { db, team, laptop } = await person();
    const other = await person();
    await db.update(userSessions).set({ userId: other.team.userId }).where(eq(userSessions.id, laptop.sessionId));
    expectProblem(await server.call("GET", team.activities, { cookie: laptop.cookie }), 401, "unauthenticated");
    await db.delete(userSessions).where(eq(userSessions.id, other.laptop.sessionId));
    expectProblem(await server.call("GET", PATH, { cookie: other.laptop.cookie }), 401, "unauthenticated");
  });

  it("all end but this one, those from before there were rows too", async () => {
    const { team, laptop, phone } = await person();
    expect((await server.call("GET", PATH, { cookie: team.cookie })).status).toBe(200);
    expect((await server.call("DELETE", PATH, { cookie: laptop.cookie })).status).toBe(204);
    for (const cookie of [phone.cookie, team.cookie]) {
      expectProblem(await server.call("GET", PATH, { cookie }), 401, "unauthenticated");
    }
    const { items } = listSchema.parse((await server.call("GET", PATH, { cookie: laptop.cookie })).body);
    expect(items.map(({ id }) => id)).toEqual([laptop.sessionId]);
  });

  it("of others cannot be ended, nor by a page of another site, nor by a key", async () => {
    const { team, laptop } = await person();
    const other = await person();
    const path = `${PATH}/${other.laptop.sessionId}`;
    expectProblem(await server.call("DELETE", path, { cookie: laptop.cookie }), 404, "not_found");
    const headers = { origin: "https://evil.example" };
    const forged = { cookie: laptop.cookie, headers };
    expectProblem(await server.call("DELETE", `${PATH}/${laptop.sessionId}`, forged), 403, "forbidden");
    expectProblem(await server.call("GET", PATH, { key: team.key }), 401, "unauthenticated");
    expect((await server.call("GET", PATH, { cookie: other.laptop.cookie })).status).toBe(200);
  });

  it("note when they were last seen, at most once a minute", async () => {
    const { db, laptop } = await person();
    const seen = async () => {
      const rows = await db
        .select({ at: userSessions.lastSeenAt })
        .from(userSessions)
        .where(eq(userSessions.id, laptop.sessionId));
      return rows[0]?.at.getTime() ?? 0;
    };
    const ask = async () => {
      dropCachedAccess();
      await server.call("GET", PATH, { cookie: laptop.cookie });
      await sleep(900);
    };
    const recent = Date.now() - 50_000;
    for (const [at, isNoted] of [
      [recent, false],
      [recent - 60_000, true],
    ] as const) {
      await db
        .update(userSessions)
        .set({ lastSeenAt: new Date(at) })
        .where(eq(userSessions.id, laptop.sessionId));
      await ask();
      expect((await seen()) !== at).toBe(isNoted);
    }
  });
});
