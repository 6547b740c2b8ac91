import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Executor } from "@/db/drivers/driver";
import { createSession } from "@/db/queries/sessions/create-session";
import { addMember } from "@/db/queries/teams/add-member";
import { createUser } from "@/db/queries/users/create-user";
import { openTestDatabase, type TestDatabase } from "@/db/testing/test-database";
import { isStillAuthorizedWith } from "../authenticate";
import { hashKey } from "../keys/api-key";
import { issueKey } from "../keys/issue-key";
import { foundTeam } from "../team/found-team";
import { dropCachedAccess } from "./drop-cached-access";
import { lookupsOn } from "./lookups";

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const newUser = () =>
  createUser(database.db, { name: "Ann", email: `${randomUUID()}@example.com`, passwordHash: "none" });
const newTeam = (ownerId: string) =>
  database.db.transaction((tx) => foundTeam(tx, { name: `T ${randomUUID()}`, ownerId }));

/** The database as a caller's executor, with its statements counted. */
function counted(): { db: Executor; statements: () => number } {
  let statements = 0;
  const db = new Proxy(database.db, {
    get(target, name) {
      if (name === "select" || name === "execute") statements += 1;
      return Reflect.get(target, name, target);
    },
  });
  return { db, statements: () => statements };
}

it("ask for a hundred members who come in one after the other by a few statements, each with its own answer", async () => {
  const ownerId = await newUser();
  const team = await newTeam(ownerId);
  const users = await Promise.all(Array.from({ length: 100 }, newUser));
  const device = { ip: null, userAgent: null };
  const sessions = await Promise.all(users.map((userId) => createSession(database.db, userId, device)));
  // Every tenth is a stranger.
  const areIn = users.map((_, place) => place % 10 !== 0);
  for (const [place, userId] of users.entries()) {
    if (areIn[place]) await addMember(database.db, team.id, userId, "member");
  }
  dropCachedAccess();
  const { db, statements } = counted();
  const answers = [];
  for (const [place, userId] of users.entries()) {
    const claims = { userId, sessionId: sessions[place] ?? null, sessionVersion: 1, expiresAt: Date.now() + 60_000 };
    answers.push(isStillAuthorizedWith(db, { team, via: "session", userId, role: "member", claims }));
    await new Promise((done) => setImmediate(done));
  }
  expect(await Promise.all(answers)).toEqual(areIn);
  // Five at once and a few more as time goes by, of each of two kinds.
  expect(statements()).toBeLessThan(25);
});

it("give each key its own answer", async () => {
  const ownerId = await newUser();
  const [mine, other] = [await newTeam(ownerId), await newTeam(ownerId)];
  const keys = await Promise.all(
    [mine, other].map(({ id }) => issueKey(database.db, id, { name: "T", scopes: ["read"], createdBy: ownerId })),
  );
  const lookups = lookupsOn(database.db);
  const asked = [mine, other].flatMap(({ id }) =>
    keys.map(({ id: keyId, key }) => ({ teamId: id, keyId, keyHash: hashKey(key).toString("hex") })),
  );
  expect(await lookups.liveKeys.loadMany(asked)).toEqual([true, false, false, true]);
});

it("fail for all who shared a failed read, and only for them", async () => {
  const userId = await newUser();
  const lookups = lookupsOn(database.db);
  expect(await lookups.sessions.load({ userId, sessionId: null })).toMatchObject({ id: userId });
  const failed = await lookups.sessions.loadMany(
    [userId, "not an id"].map((each) => ({ userId: each, sessionId: null })),
  );
  expect(failed.every((answer) => answer instanceof Error)).toBe(true);
  expect(await lookups.sessions.load({ userId, sessionId: null })).toMatchObject({ id: userId });
});
