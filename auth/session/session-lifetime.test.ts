import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listSessions } from "@/db/queries/sessions/list-sessions";
import { createUser } from "@/db/queries/users/create-user";
import { userSessions } from "@/db/schema";
import { openTestDatabase, type TestDatabase } from "@/db/testing/test-database";
import { dropCachedAccess } from "../access/drop-cached-access";
import { AuthVisitor, SECRET } from "../testing/auth-visitor";
import { hashPassword } from "./password";
import { getCookieUser } from "./session-user";

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

/** Somebody who signed in that many days ago and has used the session ever since. */
async function signedInFor(days: number) {
  const email = `${crypto.randomUUID()}@example.com`;
  const id = await createUser(database.db, { name: "Ann", email, passwordHash: await hashPassword("password-1") });
  const visitor = new AuthVisitor(database.db);
  await visitor.signIn(email, "password-1");
  const createdAt = sql`now() - make_interval(days => ${days})`;
  await database.db.update(userSessions).set({ createdAt }).where(eq(userSessions.userId, id));
  dropCachedAccess();
  return { id, visitor };
}

describe("a session that is used every day", () => {
  it("lasts 90 days", async () => {
    const { id, visitor } = await signedInFor(89);
    expect((await getCookieUser(database.db, visitor.header, SECRET))?.user.id).toBe(id);
    expect(await listSessions(database.db, id)).toHaveLength(1);
  });

  it("is over then, is renewed no more, and is not among the devices", async () => {
    const { id, visitor } = await signedInFor(91);
    expect(await getCookieUser(database.db, visitor.header, SECRET)).toBeNull();
    expect((await visitor.call("GET", ["session"])).body).toEqual({});
    expect(visitor.header).not.toContain("session-token");
    expect(await listSessions(database.db, id)).toEqual([]);
  });
});
