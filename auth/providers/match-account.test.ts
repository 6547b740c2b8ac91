import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listAccounts } from "@/db/queries/accounts/list-accounts";
import { createUser } from "@/db/queries/users/create-user";
import { getUserByEmail } from "@/db/queries/users/get-user-by-email";
import { setEmailVerified } from "@/db/queries/users/set-email-verified";
import { invitations } from "@/db/schema";
import { openTestDatabase, type TestDatabase } from "@/db/testing/test-database";
import { env } from "@/env";
import { hashPassword } from "../session/password";
import { getCookieUser } from "../session/session-user";
import { foundTeam } from "../team/found-team";
import { AuthVisitor, HOST, SECRET } from "../testing/auth-visitor";
import { CLIENT, type OpenIdProvider, openIdProvider, type ProviderPerson } from "../testing/open-id-provider";

const CALLBACK = `http://${HOST}/api/auth/callback/oidc`;

let database: TestDatabase;
let provider: OpenIdProvider;
beforeAll(async () => {
  database = await openTestDatabase();
  provider = await openIdProvider(CALLBACK);
  Object.assign(env, { OIDC_ISSUER: provider.issuer, OIDC_ID: CLIENT.id, OIDC_SECRET: CLIENT.secret });
});
afterAll(async () => {
  Object.assign(env, { OIDC_ISSUER: undefined, OIDC_ID: undefined, OIDC_SECRET: undefined });
  await provider.close();
  await database.close();
});

const newEmail = () => `${crypto.randomUUID()}@example.com`;

/** Somebody with an account at the provider. */
function known(email: string, more: Partial<ProviderPerson> = { email_verified: true }): string {
  const sub = crypto.randomUUID();
  provider.people.set(sub, { name: "Ann", email, ...more });
  return sub;
}

/** Signs in at the provider and comes back. */
async function signIn(sub: string, visitor = new AuthVisitor(database.db), callbackUrl = "/acme?q=a%20b") {
  provider.turn = sub;
  const csrfToken = await visitor.csrfToken();
  const start = await visitor.call("POST", ["signin", "oidc"], { csrfToken, callbackUrl });
  const back = await provider.visit(start.location, CALLBACK);
  const answer = await visitor.call("GET", ["callback", "oidc"], Object.fromEntries(back.searchParams));
  const session = await getCookieUser(database.db, visitor.header, SECRET);
  return { visitor, location: answer.location, session };
}

async function account(more: { isEmailVerified?: boolean; passwordHash?: string | null } = {}) {
  const email = newEmail();
  const passwordHash = await hashPassword("password-1");
  const id = await createUser(database.db, { name: "Ann", email, passwordHash, isEmailVerified: true, ...more });
  return { id, email };
}

describe("signing in by an OpenID provider", () => {
  it("finds the account by an address that both have verified, connects it, and leads to the exact address", async () => {
    const { id, email } = await account();
    const sub = known(email.toUpperCase());
    const { location, session } = await signIn(sub);
    expect(location).toBe(`http://${HOST}/acme?q=a%20b`);
    expect(session?.user.id).toBe(id);
    expect(session?.claims.sessionId).not.toBeNull();
    expect(await listAccounts(database.db, id)).toMatchObject([{ provider: `oidc:${provider.issuer}` }]);
    // From now on by the account there, whatever becomes of the address.
    provider.people.set(sub, { name: "Ann", email: newEmail() });
    expect((await signIn(sub)).session?.user.id).toBe(id);
  });

  it.each([{}, { email_verified: false }, { email_verified: "true" }])(
    "never goes by an address that the provider has not verified: %j",
    async (more) => {
      const { id, email } = await account();
      const { location, session } = await signIn(known(email, more));
      expect(location).toBe("/sign-in?error=EmailNotVerified");
      expect(session).toBeNull();
      expect(await listAccounts(database.db, id)).toEqual([]);
    },
  );

  it("refuses somebody without an account, plainly, and makes none", async () => {
    const email = newEmail();
    const { location, session } = await signIn(known(email));
    expect(location).toBe("/sign-in?error=NoAccount");
    expect(session).toBeNull();
    expect(await getUserByEmail(database.db, email)).toBeNull();
  });

  it("makes the account of somebody who is invited at that address", async () => {
    const ownerId = (await account()).id;
    const team = await database.db.transaction((tx) => foundTeam(tx, { name: `T ${crypto.randomUUID()}`, ownerId }));
    const invite = async (more: { revokedAt?: Date; expiresAt?: Date }) => {
      const email = newEmail();
      const [id, hash] = [crypto.randomUUID(), Buffer.from(crypto.randomUUID())];
      const expiresAt = new Date(Date.now() + 60_000);
      await database.db
        .insert(invitations)
        .values({ teamId: team.id, id, hash, email, role: "member", expiresAt, ...more });
      return email;
    };
    const email = await invite({});
    expect((await signIn(known(email))).session?.user).toMatchObject({ email, name: "Ann" });
    for (const more of [{ revokedAt: new Date() }, { expiresAt: new Date(Date.now() - 1) }]) {
      expect((await signIn(known(await invite(more)))).location).toBe("/sign-in?error=NoAccount");
    }
  });

  it("does not share an account that somebody else may have made with that address and a password", async () => {
    const { id, email } = await account({ isEmailVerified: false });
    const sub = known(email);
    expect(await signIn(sub)).toMatchObject({ location: "/sign-in?error=ConnectFirst", session: null });
    await setEmailVerified(database.db, id);
    expect((await signIn(sub)).session?.user.id).toBe(id);
  });

  it("connects to who is signed in, who stays in the same session; another's account it does not become", async () => {
    const { id, email } = await account({ isEmailVerified: false });
    const visitor = new AuthVisitor(database.db);
    await visitor.signIn(email, "password-1");
    const before = await getCookieUser(database.db, visitor.header, SECRET);
    const sub = known(newEmail(), {});
    const { session } = await signIn(sub, visitor);
    expect(session?.user.id).toBe(id);
    expect(session?.claims.sessionId).toBe(before?.claims.sessionId);
    expect((await signIn(sub)).session?.user.id).toBe(id);

    const other = await account();
    const others = new AuthVisitor(database.db);
    await others.signIn(other.email, "password-1");
    const refused = await signIn(sub, others);
    expect(refused.location).toBe("/account?error=ConnectedElsewhere");
    expect(refused.session?.user.id).toBe(other.id);
  });

  it("takes no answer that it did not ask for", async () => {
    const { email } = await account();
    provider.turn = known(email);
    const victim = new AuthVisitor(database.db);
    const attacker = new AuthVisitor(database.db);
    const csrfToken = await attacker.csrfToken();
    const start = await attacker.call("POST", ["signin", "oidc"], { csrfToken, callbackUrl: "/" });
    const back = await provider.visit(start.location, CALLBACK);
    const answer = await victim.call("GET", ["callback", "oidc"], Object.fromEntries(back.searchParams));
    expect(answer.location).toContain("error=OAuthCallback");
    expect(await getCookieUser(database.db, victim.header, SECRET)).toBeNull();
  });

  it("goes by no metadata that names another issuer", async () => {
    const { id, email } = await account();
    env.OIDC_ISSUER = provider.issuer.replace("127.0.0.1", "localhost");
    const { location, session } = await signIn(known(email)).finally(() => {
      env.OIDC_ISSUER = provider.issuer;
    });
    expect(location).toContain("error=OAuthCallback");
    expect(session).toBeNull();
    expect(await listAccounts(database.db, id)).toEqual([]);
  });
});
