import { eq } from "drizzle-orm";
import { encode } from "next-auth/jwt";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listSessions } from "@/db/queries/sessions/list-sessions";
import { createUser } from "@/db/queries/users/create-user";
import { getUserByEmail } from "@/db/queries/users/get-user-by-email";
import { setPassword } from "@/db/queries/users/set-password";
import { signInLinks } from "@/db/schema";
import { openTestDatabase, type TestDatabase } from "@/db/testing/test-database";
import { dropCachedAccess } from "../access/drop-cached-access";
import { issueLink } from "../links/sign-in-link";
import { AuthVisitor, HOST, SECRET } from "../testing/auth-visitor";
import { hashPassword } from "./password";
import { getCookieUser } from "./session-user";

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

async function account() {
  const email = `${crypto.randomUUID()}@example.com`;
  const id = await createUser(database.db, { name: "Ann", email, passwordHash: await hashPassword("password-1") });
  return { id, email };
}

const userOf = (visitor: AuthVisitor) => getCookieUser(database.db, visitor.header, SECRET);

describe("signing in", () => {
  it("opens a session that the rest of the server knows, and signing out ends it", async () => {
    const { id, email } = await account();
    const visitor = new AuthVisitor(database.db);
    const answer = await visitor.signIn(` ${email.toUpperCase()} `, "password-1", "/acme?type=task.*&q=a%20b");
    expect(answer).toMatchObject({ status: 302, location: `http://${HOST}/acme?type=task.*&q=a%20b` });
    expect((await userOf(visitor))?.user).toMatchObject({ id, email, name: "Ann" });
    const session = await visitor.call("GET", ["session"]);
    expect(session.body).toMatchObject({ user: { id, name: "Ann", email } });
    expect((await userOf(visitor))?.user.id).toBe(id);

    const csrfToken = await visitor.csrfToken();
    const out = await visitor.call("POST", ["signout"], { csrfToken, callbackUrl: "https://evil.example/" });
    expect(out.location).toBe(`http://${HOST}`);
    expect(await userOf(visitor)).toBeNull();
  });

  it.each(["https://evil.example/", "//evil.example", "/\\evil.example", "/.//evil.example", "javascript:alert(1)"])(
    "does not lead to %s",
    async (callbackUrl) => {
      const { email } = await account();
      expect((await new AuthVisitor(database.db).signIn(email, "password-1", callbackUrl)).location).toBe(
        `http://${HOST}`,
      );
    },
  );

  it("refuses a wrong password, an unknown account, and a form from elsewhere alike", async () => {
    const { email } = await account();
    for (const [who, password] of [
      [email, "password-2"],
      [email, ""],
      ["nobody@example.com", "password-1"],
      ["\u0000", "x"],
      [email, "x".repeat(5_000)],
    ] as const) {
      const visitor = new AuthVisitor(database.db);
      expect((await visitor.signIn(who, password)).location).toContain("error=CredentialsSignin");
      expect(await userOf(visitor)).toBeNull();
    }
    const forged = new AuthVisitor(database.db);
    const fields = { csrfToken: "made up", email, password: "password-1" };
    expect((await forged.call("POST", ["callback", "credentials"], fields)).location).toContain("csrf=true");
    expect(await userOf(forged)).toBeNull();
  });

  it("says so when there were too many attempts", async () => {
    const { email } = await account();
    for (let failure = 0; failure < 10; failure += 1) await new AuthVisitor(database.db).signIn(email, "wrong");
    expect((await new AuthVisitor(database.db).signIn(email, "password-1")).location).toContain(
      "error=too_many_requests",
    );
  });

  it("is over for every browser when the password is reset", async () => {
    const { id, email } = await account();
    const visitor = new AuthVisitor(database.db);
    await visitor.signIn(email, "password-1");
    await database.db.transaction(async (tx) => setPassword(tx, id, await hashPassword("password-2")));
    dropCachedAccess();
    expect(await userOf(visitor)).toBeNull();
    expect((await visitor.call("GET", ["session"])).body).toEqual({});
    expect(visitor.header).not.toContain("session-token");
    await visitor.signIn(email, "password-2");
    expect((await userOf(visitor))?.user.id).toBe(id);
  });

  it("makes a row of the device, which signing out ends for everybody who holds the cookie", async () => {
    const { id, email } = await account();
    const visitor = new AuthVisitor(database.db);
    await visitor.signIn(email, "password-1");
    const [session] = await listSessions(database.db, id);
    expect(session).toMatchObject({ ip: "192.0.2.1", userAgent: "A browser of tests" });
    expect((await userOf(visitor))?.claims.sessionId).toBe(session?.id);
    const stolen = visitor.header;
    const csrfToken = await visitor.csrfToken();
    await visitor.call("POST", ["signout"], { csrfToken });
    expect(await listSessions(database.db, id)).toEqual([]);
    expect(await getCookieUser(database.db, stolen, SECRET)).toBeNull();
  });

  it("anew ends the session whose cookie it replaces", async () => {
    const { id, email } = await account();
    const visitor = new AuthVisitor(database.db);
    await visitor.signIn(email, "password-1");
    const before = visitor.header;
    await visitor.signIn(email, "password-1");
    expect(await getCookieUser(database.db, before, SECRET)).toBeNull();
    expect((await userOf(visitor))?.user.id).toBe(id);
    expect(await listSessions(database.db, id)).toHaveLength(1);
  });

  it("gives a session from before there were rows its row", async () => {
    const { id } = await account();
    const visitor = new AuthVisitor(database.db);
    visitor.cookies["next-auth.session-token"] = await encode({
      token: { sub: id, sessionVersion: 1 },
      secret: SECRET,
    });
    expect((await userOf(visitor))?.claims.sessionId).toBeNull();
    await visitor.call("GET", ["session"]);
    const [session] = await listSessions(database.db, id);
    expect((await userOf(visitor))?.claims.sessionId).toBe(session?.id);
    await visitor.call("GET", ["session"]);
    expect(await listSessions(database.db, id)).toHaveLength(1);
  });
});

describe("signing in by a mailed link", () => {
  const linkFor = async (userId: string, purpose: "sign-in" | "reset" = "sign-in") =>
    (await issueLink(database.db, userId, purpose)).path.split("/")[2] ?? "";

  it("works once, leads to the exact address, and shows the address to be theirs", async () => {
    const { id, email } = await account();
    const token = await linkFor(id);
    const visitor = new AuthVisitor(database.db);
    const answer = await visitor.signInByLink(token, "/acme?type=task.*&q=a%20b");
    expect(answer).toMatchObject({ status: 302, location: `http://${HOST}/acme?type=task.*&q=a%20b` });
    expect((await userOf(visitor))?.user.id).toBe(id);
    expect((await getUserByEmail(database.db, email))?.emailVerified).not.toBeNull();
    const second = new AuthVisitor(database.db);
    expect((await second.signInByLink(token)).location).toContain("error=CredentialsSignin");
    expect(await userOf(second)).toBeNull();
  });

  it("works for one of two who use it at once", async () => {
    const token = await linkFor((await account()).id);
    const both = [new AuthVisitor(database.db), new AuthVisitor(database.db)];
    const answers = await Promise.all(both.map((visitor) => visitor.signInByLink(token)));
    expect(answers.filter(({ location }) => !location.includes("error="))).toHaveLength(1);
  });

  it("takes no other token: made up, expired, of a reset, or older than the password", async () => {
    const { id } = await account();
    const expired = await linkFor(id);
    await database.db.update(signInLinks).set({ expiresAt: new Date() }).where(eq(signInLinks.userId, id));
    const reset = await linkFor(id, "reset");
    const old = await linkFor(id);
    await database.db.transaction(async (tx) => setPassword(tx, id, await hashPassword("password-2")));
    for (const token of ["", "x", "x".repeat(43), "\u0000", expired, reset, old]) {
      const visitor = new AuthVisitor(database.db);
      expect((await visitor.signInByLink(token)).location).toContain("error=CredentialsSignin");
      expect(await userOf(visitor)).toBeNull();
    }
  });

  it("lasts 10 minutes, and a reset's an hour", async () => {
    const { id } = await account();
    for (const [purpose, minutes] of [
      ["sign-in", 10],
      ["reset", 60],
    ] as const) {
      const { expiresAt } = await issueLink(database.db, id, purpose);
      expect(Math.abs(expiresAt.getTime() - Date.now() - minutes * 60_000)).toBeLessThan(5_000);
    }
  });
});
