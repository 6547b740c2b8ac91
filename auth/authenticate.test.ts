import { encode } from "next-auth/jwt";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listKeys } from "@/db/queries/keys/list-keys";
import type { Scope } from "@/db/queries/keys/list-keys-by-hash";
import { revokeKey } from "@/db/queries/keys/revoke-key";
import { addMember } from "@/db/queries/teams/add-member";
import { deleteTeam } from "@/db/queries/teams/delete-team";
import type { Team } from "@/db/queries/teams/get-team";
import { createUser } from "@/db/queries/users/create-user";
import { setPassword } from "@/db/queries/users/set-password";
import { openTestDatabase, type TestDatabase } from "@/db/testing/test-database";
import { dropCachedAccess } from "./access/drop-cached-access";
import { authenticateWith, isStillAuthorizedWith } from "./authenticate";
import { issueKey } from "./keys/issue-key";
import { foundTeam } from "./team/found-team";

const SECRET = "a secret of tests only";
const sleep = (ms: number) => new Promise((done) => setTimeout(done, ms));

let database: TestDatabase;
let team: Team;
let ownerId: string;
beforeAll(async () => {
  database = await openTestDatabase();
  ownerId = await newUser();
  team = await newTeam(ownerId);
});
afterAll(() => database.close());

const newUser = () =>
  createUser(database.db, { name: "Ann", email: `${crypto.randomUUID()}@example.com`, passwordHash: "none" });
const newTeam = (userId: string) =>
  database.db.transaction((tx) => foundTeam(tx, { name: `T ${crypto.randomUUID()}`, ownerId: userId }));
const newKey = (scopes: Scope[]) => issueKey(database.db, team.id, { name: "Test", scopes, createdBy: ownerId });

async function cookieOf(userId: string, options: { secret?: string; maxAge?: number; version?: number } = {}) {
  const { secret = SECRET, maxAge, version = 1 } = options;
  return `next-auth.session-token=${await encode({ token: { sub: userId, sessionVersion: version }, secret, maxAge })}`;
}

const withKey = (authorization: string, scope: Scope = "read", slug = team.slug) =>
  authenticateWith({ db: database.db, secret: () => SECRET }, { authorization, cookie: null }, slug, scope);
const withCookie = (cookie: string | null, scope: Scope = "read", slug = team.slug) =>
  authenticateWith({ db: database.db, secret: () => SECRET }, { authorization: null, cookie }, slug, scope);

describe("API keys", () => {
  it("let in for their scopes only, and admin for all", async () => {
    const read = await newKey(["read"]);
    expect(await withKey(`Bearer ${read.key}`)).toMatchObject({ team, via: "key", keyId: read.id });
    await expect(withKey(`Bearer ${read.key}`, "capture")).rejects.toMatchObject({ code: "forbidden" });
    await expect(withKey(`Bearer ${read.key}`, "admin")).rejects.toMatchObject({ code: "forbidden" });
    const admin = await newKey(["admin"]);
    for (const scope of ["capture", "read", "admin"] as const) await withKey(`bearer ${admin.key}`, scope);
  });

  it("are of one team: on another, known or not, they are no key", async () => {
    const { key } = await newKey(["admin"]);
    const other = await newTeam(ownerId);
    for (const slug of [other.slug, "no-such-team", "", "a/b", "\u0000", "x".repeat(300)]) {
      await expect(withKey(`Bearer ${key}`, "read", slug)).rejects.toMatchObject({ code: "unauthenticated" });
    }
  });

  it.each([
    "",
    "Bearer",
    "Bearer ",
    "Bearer las_x",
    "Basic YTpi",
    `Bearer las_${"0".repeat(32)}`,
    "Bearer a b",
    "\u0000",
  ])("are not %j", async (authorization) => {
    await expect(withKey(authorization)).rejects.toMatchObject({ code: "unauthenticated" });
  });

  it("that are wrong are not saved by a session beside them", async () => {
    const credentials = { authorization: "Bearer las_x", cookie: await cookieOf(ownerId) };
    const context = { db: database.db, secret: () => SECRET };
    await expect(authenticateWith(context, credentials, team.slug, "read")).rejects.toMatchObject({
      code: "unauthenticated",
    });
  });

  it("end within a second of being revoked, and at once when it rings", async () => {
    const quiet = await newKey(["read"]);
    const caller = await withKey(`Bearer ${quiet.key}`);
    expect(await isStillAuthorizedWith(database.db, caller)).toBe(true);
    await database.db.transaction((tx) => revokeKey(tx, team.id, quiet.id));
    await sleep(1_000);
    await expect(withKey(`Bearer ${quiet.key}`)).rejects.toMatchObject({ code: "unauthenticated" });
    expect(await isStillAuthorizedWith(database.db, caller)).toBe(false);

    const rung = await newKey(["read"]);
    await withKey(`Bearer ${rung.key}`);
    await database.db.transaction((tx) => revokeKey(tx, team.id, rung.id));
    dropCachedAccess();
    await expect(withKey(`Bearer ${rung.key}`)).rejects.toMatchObject({ code: "unauthenticated" });
  });

  it("note when they were used", async () => {
    const { id, key } = await newKey(["read"]);
    await withKey(`Bearer ${key}`);
    const used = async () => (await listKeys(database.db, team.id)).find((each) => each.id === id)?.lastUsedAt;
    for (let wait = 0; (await used()) === null && wait < 50; wait += 1) await sleep(20);
    const first = await used();
    expect(Math.abs(Date.now() - (first?.getTime() ?? 0))).toBeLessThan(60_000);
    dropCachedAccess();
    await withKey(`Bearer ${key}`);
    await sleep(50);
    expect(await used()).toEqual(first);
  });
});

describe("sessions", () => {
  it("let members read and capture, and owners administer", async () => {
    const memberId = await newUser();
    await database.db.transaction((tx) => addMember(tx, team.id, memberId, "member"));
    const member = await cookieOf(memberId);
    expect(await withCookie(member)).toMatchObject({ team, via: "session", userId: memberId, role: "member" });
    await withCookie(member, "capture");
    await expect(withCookie(member, "admin")).rejects.toMatchObject({ code: "forbidden" });
    await withCookie(await cookieOf(ownerId), "admin");
  });

  it("do not tell a stranger's team from one that does not exist", async () => {
    const stranger = await cookieOf(await newUser());
    const refusals = await Promise.all(
      [team.slug, "no-such-team", "\u0000"].map((slug) => withCookie(stranger, "read", slug).catch((error) => error)),
    );
    for (const error of refusals) expect(error).toMatchObject({ code: "not_found", message: "There is no such team." });
  });

  it("are none when expired, of another secret, of nobody, or no token at all", async () => {
    const good = await cookieOf(ownerId);
    const cookies = [
      null,
      "",
      "next-auth.session-token=",
      "next-auth.session-token=garbage",
      `${good.slice(0, -2)}xx`,
      await cookieOf(ownerId, { maxAge: -1 }),
      await cookieOf(ownerId, { secret: "another secret" }),
      await cookieOf(ownerId, { version: 2 }),
      await cookieOf(crypto.randomUUID()),
      await cookieOf("not a uuid"),
    ];
    for (const cookie of cookies) await expect(withCookie(cookie)).rejects.toMatchObject({ code: "unauthenticated" });
  });

  it("are read among other cookies and put together from chunks", async () => {
    const [name = "", token = ""] = (await cookieOf(ownerId)).split("=");
    await withCookie(`theme=dark; ${name}=${token}; next-auth.csrf-token=a|b`);
    await withCookie(`${name}.1=${token.slice(50)}; ${name}.0=${token.slice(0, 50)}`);
    await withCookie(`__Host-${name}=${token}; ${name}=garbage`);
  });

  it("all end within a second when the password is reset", async () => {
    const userId = await newUser();
    const own = await newTeam(userId);
    const cookie = await cookieOf(userId);
    const caller = await withCookie(cookie, "read", own.slug);
    await database.db.transaction((tx) => setPassword(tx, userId, "other"));
    await sleep(1_000);
    await expect(withCookie(cookie, "read", own.slug)).rejects.toMatchObject({ code: "unauthenticated" });
    expect(await isStillAuthorizedWith(database.db, caller)).toBe(false);
    await withCookie(await cookieOf(userId, { version: 2 }), "read", own.slug);
  });

  it("lose a team that was deleted, though not the others", async () => {
    const own = await newTeam(ownerId);
    const cookie = await cookieOf(ownerId);
    const caller = await withCookie(cookie, "read", own.slug);
    await database.db.transaction((tx) => deleteTeam(tx, own.id));
    dropCachedAccess();
    expect(await isStillAuthorizedWith(database.db, caller)).toBe(false);
    await expect(withCookie(cookie, "read", own.slug)).rejects.toMatchObject({ code: "not_found" });
    await withCookie(cookie);
  });
});
