import NextAuth from "next-auth";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { createUser } from "@/db/queries/users/create-user";
import { setPassword } from "@/db/queries/users/set-password";
import { openTestDatabase, type TestDatabase } from "@/db/testing/test-database";
import { dropCachedAccess } from "../access/drop-cached-access";
import { nextAuthOptions } from "./next-auth-options";
import { hashPassword } from "./password";
import { getCookieUser } from "./session-user";

const SECRET = "a secret of tests only";
const HOST = "feed.example:3000";

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

/** A browser that talks to next-auth, through the door next-auth has for tests without Next: plain request and response objects. */
class Visitor {
  readonly cookies: Record<string, string> = {};

  async call(method: string, path: string[], fields: Record<string, string> = {}) {
    const answer: { status: number; location: string; body?: unknown } = { status: 200, location: "" };
    const request = {
      method,
      query: { nextauth: path, ...(method === "GET" ? fields : {}) },
      body: method === "POST" ? fields : undefined,
      cookies: { ...this.cookies },
      headers: { host: HOST, "x-forwarded-proto": "http", "x-forwarded-for": "192.0.2.1" },
    };
    const end = (body?: unknown) => {
      answer.body = body;
    };
    const response = {
      status: (status: number) => {
        answer.status = status;
        return response;
      },
      getHeader: () => undefined,
      setHeader: (name: string, value: string | string[]) => {
        if (name === "Location" && typeof value === "string") answer.location = value;
        if (name === "Set-Cookie") for (const cookie of [value].flat()) this.keep(cookie);
        return response;
      },
      json: end,
      send: end,
      end,
    };
    await NextAuth(nextAuthOptions(database.db, SECRET))(request, response);
    return answer;
  }

  async signIn(email: string, password: string, callbackUrl = "/acme") {
    const csrfToken = await this.csrfToken();
    return await this.call("POST", ["callback", "credentials"], { csrfToken, email, password, callbackUrl });
  }

  async csrfToken(): Promise<string> {
    const { body } = await this.call("GET", ["csrf"]);
    return z.object({ csrfToken: z.string() }).parse(body).csrfToken;
  }

  get header(): string {
    return Object.entries(this.cookies)
      .map(([name, value]) => `${name}=${value}`)
      .join("; ");
  }

  private keep(cookie: string): void {
    const [pair = "", ...attributes] = cookie.split("; ");
    const name = pair.slice(0, pair.indexOf("="));
    if (name.endsWith("session-token") && pair.length > name.length + 1) {
      expect(attributes).toEqual(expect.arrayContaining(["HttpOnly", "SameSite=Lax", "Path=/"]));
    }
    if (attributes.includes("Max-Age=0")) delete this.cookies[name];
    else this.cookies[name] = decodeURIComponent(pair.slice(name.length + 1));
  }
}

async function account() {
  const email = `${crypto.randomUUID()}@example.com`;
  const id = await createUser(database.db, { name: "Ann", email, passwordHash: await hashPassword("password-1") });
  return { id, email };
}

const userOf = (visitor: Visitor) => getCookieUser(database.db, visitor.header, SECRET);

describe("signing in", () => {
  it("opens a session that the rest of the server knows, and signing out ends it", async () => {
    const { id, email } = await account();
    const visitor = new Visitor();
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
      expect((await new Visitor().signIn(email, "password-1", callbackUrl)).location).toBe(`http://${HOST}`);
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
      const visitor = new Visitor();
      expect((await visitor.signIn(who, password)).location).toContain("error=CredentialsSignin");
      expect(await userOf(visitor)).toBeNull();
    }
    const forged = new Visitor();
    const fields = { csrfToken: "made up", email, password: "password-1" };
    expect((await forged.call("POST", ["callback", "credentials"], fields)).location).toContain("csrf=true");
    expect(await userOf(forged)).toBeNull();
  });

  it("says so when there were too many attempts", async () => {
    const { email } = await account();
    for (let failure = 0; failure < 10; failure += 1) await new Visitor().signIn(email, "wrong");
    expect((await new Visitor().signIn(email, "password-1")).location).toContain("error=too_many_requests");
  });

  it("is over for every browser when the password is reset", async () => {
    const { id, email } = await account();
    const visitor = new Visitor();
    await visitor.signIn(email, "password-1");
    await database.db.transaction(async (tx) => setPassword(tx, id, await hashPassword("password-2")));
    dropCachedAccess();
    expect(await userOf(visitor)).toBeNull();
    expect((await visitor.call("GET", ["session"])).body).toEqual({});
    expect(visitor.header).not.toContain("session-token");
    await visitor.signIn(email, "password-2");
    expect((await userOf(visitor))?.user.id).toBe(id);
  });
});
