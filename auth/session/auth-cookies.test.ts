import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createUser } from "@/db/queries/users/create-user";
import { openTestDatabase, type TestDatabase } from "@/db/testing/test-database";
import { env } from "@/env";
import { AuthVisitor, SECRET } from "../testing/auth-visitor";
import { CLIENT, type OpenIdProvider, openIdProvider } from "../testing/open-id-provider";
import { hashPassword } from "./password";
import { getCookieUser } from "./session-user";

let database: TestDatabase;
let provider: OpenIdProvider;
beforeAll(async () => {
  database = await openTestDatabase();
  provider = await openIdProvider("https://feed.example/api/auth/callback/oidc");
  Object.assign(env, { OIDC_ISSUER: provider.issuer, OIDC_ID: CLIENT.id, OIDC_SECRET: CLIENT.secret });
});
afterAll(async () => {
  Object.assign(env, { OIDC_ISSUER: undefined, OIDC_ID: undefined, OIDC_SECRET: undefined });
  await provider.close();
  await database.close();
});

/** A browser that has signed in by its password and set out to sign in elsewhere. */
async function signedIn(scheme: "http" | "https") {
  const email = `${crypto.randomUUID()}@example.com`;
  const id = await createUser(database.db, { name: "Ann", email, passwordHash: await hashPassword("password-1") });
  const visitor = new AuthVisitor(database.db, scheme);
  await visitor.signIn(email, "password-1");
  await visitor.call("POST", ["signin", "oidc"], { csrfToken: await visitor.csrfToken(), callbackUrl: "/" });
  return { id, visitor };
}

const NAMES = ["callback-url", "csrf-token", "nonce", "pkce.code_verifier", "session-token", "state"];

describe("every cookie", () => {
  it.each([
    ["https", "__Host-next-auth.", ["HttpOnly", "SameSite=Lax", "Path=/", "Secure"]],
    ["http", "next-auth.", ["HttpOnly", "SameSite=Lax", "Path=/"]],
  ] as const)("by %s is %s…, for this host alone and for no script", async (scheme, prefix, flags) => {
    const { id, visitor } = await signedIn(scheme);
    const lines = visitor.cookieLines.map((line) => line.split("; "));
    const names = new Set(lines.map(([pair = ""]) => pair.slice(0, pair.indexOf("="))));
    expect([...names].sort()).toEqual(NAMES.map((name) => `${prefix}${name}`));
    for (const [, ...attributes] of lines) {
      expect(attributes).toEqual(expect.arrayContaining([...flags]));
      expect(attributes.filter((attribute) => attribute.startsWith("Domain"))).toEqual([]);
      expect(attributes.includes("Secure")).toBe(scheme === "https");
    }
    expect((await getCookieUser(database.db, visitor.header, SECRET))?.user.id).toBe(id);
  });

  it("of a plain name counts for nothing where the server's address is https", async () => {
    const { id, visitor } = await signedIn("https");
    env.NEXTAUTH_URL = "https://feed.example";
    try {
      const planted = visitor.header.replaceAll("__Host-", "");
      expect(await getCookieUser(database.db, planted, SECRET)).toBeNull();
      expect((await getCookieUser(database.db, visitor.header, SECRET))?.user.id).toBe(id);
    } finally {
      env.NEXTAUTH_URL = undefined;
    }
  });
});
