import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { createUser } from "@/db/queries/users/create-user";
import { openTestDatabase, type TestDatabase } from "@/db/testing/test-database";
import { log } from "@/log";
import { issueLink, resetPassword } from "../links/sign-in-link";
import { AuthVisitor } from "../testing/auth-visitor";
import { hashPassword } from "./password";

const IP = "192.0.2.1";

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
afterEach(() => {
  vi.restoreAllMocks();
});

async function account() {
  const email = `${crypto.randomUUID()}@example.com`;
  const userId = await createUser(database.db, { name: "Ann", email, passwordHash: await hashPassword("password-1") });
  const spies = [vi.spyOn(log, "info"), vi.spyOn(log, "warn")];
  /** What the log was told, in order, and all of it as one text. */
  const said = () => {
    const calls: unknown[][] = spies.flatMap(({ mock }) => mock.calls.map((args: unknown[]) => args));
    return { calls, text: JSON.stringify(calls) };
  };
  return { email, userId, said, visitor: new AuthVisitor(database.db) };
}

describe("the log", () => {
  it("tells who signed in, by which way and from where, and who signed out", async () => {
    const { email, userId, said, visitor } = await account();
    await visitor.signIn(email, "password-1");
    await visitor.call("POST", ["signout"], { csrfToken: await visitor.csrfToken() });
    const { path } = await issueLink(database.db, userId, "sign-in");
    await visitor.signInByLink(path.split("/")[2] ?? "");
    expect(said().calls).toEqual([
      [{ userId, way: "credentials", ip: IP }, "signed in"],
      [{ userId, ip: IP }, "signed out"],
      [{ userId, way: "link", ip: IP }, "signed in"],
    ]);
    expect(said().text).not.toContain(path);
  });

  it("tells of failed attempts on one account by the same hash, and never what was typed", async () => {
    const { email, said, visitor } = await account();
    for (let attempt = 0; attempt < 11; attempt += 1) await visitor.signIn(email, "typed by somebody");
    await visitor.signInByLink("x".repeat(43));
    const [first] = said().calls;
    const noted = { account: expect.stringMatching(/^.{12}$/), ip: IP };
    expect(said().calls).toEqual([
      ...Array.from({ length: 10 }, () => [noted, "a password was wrong"]),
      [noted, "too many attempts to sign in"],
      [{ ip: IP }, "a link that signs in was not valid"],
    ]);
    expect(
      said()
        .calls.slice(0, 11)
        .every(([who]) => JSON.stringify(who) === JSON.stringify(first?.[0])),
    ).toBe(true);
    for (const secret of [email, "typed by somebody", "x".repeat(43)]) expect(said().text).not.toContain(secret);
  });

  it("tells when a password was reset", async () => {
    const { userId, said } = await account();
    const { path } = await issueLink(database.db, userId, "reset");
    await resetPassword(database.db, path.split("/")[2] ?? "", "another password");
    expect(said().calls).toEqual([[{ userId }, "a password was reset by a link"]]);
  });
});
