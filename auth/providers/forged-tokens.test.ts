import { createHmac, generateKeyPairSync, type KeyObject, sign } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createUser } from "@/db/queries/users/create-user";
import { openTestDatabase, type TestDatabase } from "@/db/testing/test-database";
import { env } from "@/env";
import { getCookieUser } from "../session/session-user";
import { AuthVisitor, SECRET } from "../testing/auth-visitor";
import { CLIENT } from "../testing/open-id-provider";

const keys = generateKeyPairSync("rsa", { modulusLength: 2048 });
const strangers = generateKeyPairSync("rsa", { modulusLength: 2048 });
const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");

/** A signed token, by a key or by the client's secret; an unsigned one without either. */
function seal(alg: string, claims: object, key: KeyObject | string | null): string {
  const text = `${part({ alg, kid: "1" })}.${part(claims)}`;
  if (key === null) return `${text}.`;
  const signature =
    typeof key === "string" ? createHmac("sha256", key).update(text).digest() : sign("sha256", Buffer.from(text), key);
  return `${text}.${signature.toString("base64url")}`;
}

/** A provider that says of somebody whatever the test wants. */
let idToken = "";
let issuer = "";
const server = createServer((request, response) => {
  const answers: Record<string, object> = {
    "/.well-known/openid-configuration": {
      issuer,
      authorization_endpoint: `${issuer}/authorize`,
      token_endpoint: `${issuer}/token`,
      jwks_uri: `${issuer}/jwks`,
    },
    "/jwks": { keys: [{ ...keys.publicKey.export({ format: "jwk" }), kid: "1", use: "sig", alg: "RS256" }] },
    "/token": { access_token: "x", token_type: "Bearer", id_token: idToken },
  };
  response.setHeader("content-type", "application/json").end(JSON.stringify(answers[request.url ?? ""] ?? {}));
});

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
  await once(server.listen(0, "127.0.0.1"), "listening");
  const address = server.address();
  issuer = `http://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}`;
  Object.assign(env, { OIDC_ISSUER: issuer, OIDC_ID: CLIENT.id, OIDC_SECRET: CLIENT.secret });
});
afterAll(async () => {
  Object.assign(env, { OIDC_ISSUER: undefined, OIDC_ID: undefined, OIDC_SECRET: undefined });
  server.closeAllConnections();
  server.close();
  await database.close();
});

/** Signs in with the token that `make` makes of right claims; gives who is signed in then. */
async function signIn(make: (claims: object) => string, more: Record<string, string> = {}) {
  const email = `${crypto.randomUUID()}@example.com`;
  const userId = await createUser(database.db, { name: "Ann", email, passwordHash: null, isEmailVerified: true });
  const visitor = new AuthVisitor(database.db);
  const csrfToken = await visitor.csrfToken();
  const start = await visitor.call("POST", ["signin", "oidc"], { csrfToken, callbackUrl: "/" });
  const { searchParams } = new URL(start.location);
  const [state, nonce] = [searchParams.get("state") ?? "", searchParams.get("nonce")];
  expect(searchParams.get("code_challenge_method")).toBe("S256");
  for (const unguessable of [state, nonce]) expect(unguessable).toMatch(/^[\w-]{40,}$/);
  const now = Math.floor(Date.now() / 1_000);
  const person = { sub: crypto.randomUUID(), email, email_verified: true };
  idToken = make({ iss: issuer, aud: CLIENT.id, iat: now, exp: now + 60, nonce, ...person });
  const answer = await visitor.call("GET", ["callback", "oidc"], { code: "x", state, ...more });
  const session = await getCookieUser(database.db, visitor.header, SECRET);
  return { isIn: session?.user.id === userId, session, location: answer.location };
}

const signed = (claims: object) => seal("RS256", claims, keys.privateKey);

describe("what a provider says of somebody", () => {
  it("counts when it is signed, for us, now, and in answer to us", async () => {
    expect((await signIn(signed)).isIn).toBe(true);
  });

  it.each<[what: string, make: (claims: object) => string]>([
    ["signed by another key", (claims) => seal("RS256", claims, strangers.privateKey)],
    ["not signed", (claims) => seal("none", claims, null)],
    ["signed by our own client's secret", (claims) => seal("HS256", claims, CLIENT.secret)],
    [
      "signed, and then changed",
      (claims) => signed(claims).replace(/\.[^.]+\./, `.${part({ ...claims, sub: "admin" })}.`),
    ],
    ["for another client", (claims) => signed({ ...claims, aud: "another" })],
    ["by another issuer", (claims) => signed({ ...claims, iss: "https://evil.example" })],
    ["over", (claims) => signed({ ...claims, exp: 1_000_000_000 })],
    ["an answer to somebody else", (claims) => signed({ ...claims, nonce: "another" })],
    ["of nobody", (claims) => signed({ ...claims, sub: undefined })],
  ])("does not count when it is %s", async (_what, make) => {
    const { session, location } = await signIn(make);
    expect(session).toBeNull();
    expect(location).toContain("error=OAuthCallback");
  });

  it("does not count when another provider's answer is passed off as its own", async () => {
    const { session, location } = await signIn(signed, { iss: "https://evil.example" });
    expect(session).toBeNull();
    expect(location).toContain("error=OAuthCallback");
  });
});
