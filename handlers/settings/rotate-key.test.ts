import { describe, expect, it } from "vitest";
import { z } from "zod";
import { dropCachedAccess } from "@/auth/access/drop-cached-access";
import { authenticate, isStillAuthorized } from "@/auth/authenticate";
import { addMember } from "@/db/queries/teams/add-member";
import { apiKeys } from "@/db/schema";
import { expectProblem } from "../testing/expect-problem";
import { createMember } from "../testing/people";
import { type TestTeam, testServer } from "../testing/test-server";

const server = testServer();
const made = z.object({ id: z.string(), key: z.string() });

async function newKey(team: TestTeam, scopes = ["read"], cookie = team.cookie) {
  const answer = await server.call("POST", `/api/teams/${team.slug}/keys`, { cookie, json: { name: "CI", scopes } });
  return made.parse(answer.body);
}

const rotate = (team: TestTeam, id: string, json: object, call: { cookie?: string; key?: string } = team) =>
  server.call("POST", `/api/teams/${team.slug}/keys/${id}/rotate`, {
    ...(call.cookie === undefined ? { key: call.key ?? "" } : { cookie: call.cookie }),
    json,
  });
const reads = async (team: TestTeam, key: string) => {
  dropCachedAccess();
  return (await server.call("GET", team.activities, { key })).status;
};

describe("a key that is rotated", () => {
  it("has a new secret, shown this once; the one before counts on as long as was said", async () => {
    const team = await server.createTeam();
    const { id, key: first } = await newKey(team);
    const answer = await rotate(team, id, { overlapHours: 2 });
    expect(answer.status).toBe(200);
    expect(answer.headers.get("cache-control")).toBe("no-store");
    const { key: second } = made.parse(answer.body);
    expect(answer.body).toMatchObject({ id, name: "CI", scopes: ["read"], prefix: second.slice(0, 12) });
    const { previousUntil } = z.object({ previousUntil: z.string() }).parse(answer.body);
    const away = Date.parse(previousUntil) - Date.now();
    expect(Math.abs(away - 2 * 3_600_000)).toBeLessThan(60_000);
    expect([await reads(team, first), await reads(team, second)]).toEqual([200, 200]);

    const list = await server.call("GET", `/api/teams/${team.slug}/keys`, { cookie: team.cookie });
    expect(list.body).toMatchObject({
      items: [
        { id, previousUntil },
        { name: "Tests", previousUntil: null },
      ],
    });
    expect(list.text).not.toContain(second);

    await server.driver.db.update(apiKeys).set({ previousUntil: new Date(Date.now() - 1) });
    expect([await reads(team, first), await reads(team, second)]).toEqual([401, 200]);
  });

  it("ends the secret before at once with an overlap of 0, and the one before that whenever it is rotated again", async () => {
    const team = await server.createTeam();
    const { id, key: first } = await newKey(team);
    const second = made.parse((await rotate(team, id, {})).body).key;
    const third = made.parse((await rotate(team, id, { overlapHours: 24 })).body).key;
    expect([await reads(team, first), await reads(team, second), await reads(team, third)]).toEqual([401, 200, 200]);
    const fourth = made.parse((await rotate(team, id, { overlapHours: 0 })).body).key;
    expect([await reads(team, third), await reads(team, fourth)]).toEqual([401, 200]);
  });

  it("ends open streams of a secret that no longer counts, and of no other", async () => {
    const team = await server.createTeam();
    const { id, key: first } = await newKey(team);
    const by = (key: string) => authenticate({ authorization: `Bearer ${key}`, cookie: null }, team.slug, "read");
    const old = await by(first);
    const second = made.parse((await rotate(team, id, { overlapHours: 1 })).body).key;
    expect([await isStillAuthorized(old), await isStillAuthorized(await by(second))]).toEqual([true, true]);
    await rotate(team, id, { overlapHours: 0 });
    expect(await isStillAuthorized(old)).toBe(false);
  });

  it("is ended with both secrets when it is revoked", async () => {
    const team = await server.createTeam();
    const { id, key: first } = await newKey(team);
    const second = made.parse((await rotate(team, id, { overlapHours: 24 })).body).key;
    await server.call("DELETE", `/api/teams/${team.slug}/keys/${id}`, { cookie: team.cookie });
    expect([await reads(team, first), await reads(team, second)]).toEqual([401, 401]);
    expectProblem(await rotate(team, id, {}), 404, "not_found");
  });

  it("is told to the team", async () => {
    const team = await server.createTeam();
    const { id } = await newKey(team);
    await rotate(team, id, { overlapHours: 3 });
    const feed = await server.call("GET", `${team.activities}?source=team&limit=1`, { cookie: team.cookie });
    expect(feed.body).toMatchObject({
      items: [{ eventType: "team.key_rotated", message: "Ada rotated the key CI", metadata: { overlapHours: 3 } }],
    });
  });

  it("is refused what is wrong, and to whom it is not", async () => {
    const team = await server.createTeam();
    const other = await server.createTeam();
    const { id } = await newKey(team);
    const admin = await newKey(team, ["admin"]);
    for (const overlapHours of [-1, 721, 1.5, "1"]) {
      expectProblem(await rotate(team, id, { overlapHours }), 422, "invalid_request", ["overlapHours"]);
    }
    expectProblem(await rotate(team, "nonsense", {}), 404, "not_found");
    const { cookie: member } = await createMember(server, team, "member");
    expectProblem(await rotate(team, id, {}, { cookie: member }), 403, "forbidden");
    const own = await newKey(team, ["read"], member);
    expect((await rotate(team, own.id, {}, { cookie: member })).status).toBe(200);
    expectProblem(await rotate(team, id, {}, await createMember(server, team, "viewer")), 403, "forbidden");
    expect((await rotate(team, id, {}, await createMember(server, team, "admin"))).status).toBe(200);
    expectProblem(await rotate(team, id, {}, { cookie: other.cookie }), 404, "not_found");
    expectProblem(await rotate(team, id, {}, { key: other.key }), 401, "unauthenticated");
    expectProblem(await rotate(team, id, {}, { key: await server.createKey(team, ["read"]) }), 403, "forbidden");
    expect((await rotate(team, admin.id, {}, { key: admin.key })).status).toBe(200);
    expectProblem(
      await server.call("POST", `/api/teams/${team.slug}/keys/${id}/rotate`, { json: {} }),
      401,
      "unauthenticated",
    );
    const theirs = await newKey(other);
    expectProblem(await rotate(team, theirs.id, {}), 404, "not_found");
  });

  it("with admin is not rotated by a member who made it as an admin", async () => {
    const team = await server.createTeam();
    const { userId, cookie } = await createMember(server, team, "admin");
    const { id } = await newKey(team, ["admin"], cookie);
    await server.driver.db.transaction((tx) => addMember(tx, team.id, userId, "member"));
    dropCachedAccess();
    expectProblem(await rotate(team, id, {}, { cookie }), 403, "forbidden");
  });
});
