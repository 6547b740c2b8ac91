import type { AuthOptions, User } from "next-auth";
import type { JWT } from "next-auth/jwt";
import CredentialsProvider from "next-auth/providers/credentials";
import { z } from "zod";
import type { Db } from "@/db/drivers/driver";
import { createSession, type Device, SESSION_DAYS } from "@/db/queries/sessions/create-session";
import { revokeSession } from "@/db/queries/sessions/revoke-session";
import { getUserByEmail } from "@/db/queries/users/get-user-by-email";
import { listUsers } from "@/db/queries/users/list-users";
import { log } from "@/log";
import type { SessionClaims } from "../access/access-caches";
import { dropCachedAccess } from "../access/drop-cached-access";
import { spendSignInLink } from "../links/sign-in-link";
import { matchAccount } from "../providers/match-account";
import { oauthProviders } from "../providers/oauth-providers";
import { listSignInProviders } from "../providers/sign-in-providers";
import { HOST_COOKIES } from "./host-cookies";
import { ownUrl } from "./own-url";
import { PASSWORD_LENGTH, verifyPassword } from "./password";
import { getClaimedUser, getCookieUser, openSeal, readClaims } from "./session-user";
import { limitSignIn, signInLimiters } from "./sign-in-limit";

declare module "next-auth" {
  interface User {
    sessionVersion: number;
    /** The session to go on with; without one a new one is made. */
    sessionId?: string;
  }
}

/** Seconds a session lasts after it was last renewed. */
const SESSION_SECONDS = SESSION_DAYS * 24 * 60 * 60;

/** The browser that talks to next-auth. */
interface Visitor {
  device: Device;
  /** Its Cookie header. */
  cookie: string | null;
  /** Whether it came by https. */
  isSecure: boolean;
}

const credentialsSchema = z.object({
  email: z.string().trim().toLowerCase().max(254),
  password: z.string().max(PASSWORD_LENGTH.max),
});

/** The visitor's address as the nearest proxy (or Next itself) says; good enough to tell mistyping from a flood. */
function addressOf(headers: Record<string, unknown> | undefined): string {
  const forwarded = headers?.["x-forwarded-for"];
  return typeof forwarded === "string" ? (forwarded.split(",").at(-1)?.trim() ?? "") : "";
}

/** Checks an e-mail address and a password. Throws errors whose message is the code the sign-in page is told. */
async function authorize(db: Db, posted: unknown, headers: Record<string, unknown> | undefined) {
  const credentials = credentialsSchema.safeParse(posted);
  if (!credentials.success) return null;
  const { email, password } = credentials.data;
  const result = await limitSignIn(signInLimiters(), { email, address: addressOf(headers) }, async () => {
    const user = email.includes("\u0000") ? null : await getUserByEmail(db, email);
    const isRight = await verifyPassword(user?.passwordHash ?? null, password);
    return isRight ? user : null;
  }).catch((err: unknown) => {
    log.error({ err }, "a sign-in could not be checked");
    throw new Error("unavailable");
  });
  if (result === "refused") throw new Error("too_many_requests");
  if (result === null) return null;
  return { id: result.id, name: result.name, email: result.email, sessionVersion: result.sessionVersion };
}

interface Context {
  db: Db;
  secret: string;
  visitor: Visitor;
}

/** Signs in whoever holds an unused link; null for any other token. */
async function authorizeLink(db: Db, posted: unknown, { device: { ip } }: Visitor) {
  const credentials = z.object({ token: z.string().max(100) }).safeParse(posted);
  const userId = credentials.success ? await spendSignInLink(db, credentials.data.token) : null;
  if (userId === null) log.warn({ ip }, "a link that signs in was not valid");
  const [user] = userId === null ? [] : await listUsers(db, [userId]);
  return user ?? null;
}

/** Lets somebody in who is known elsewhere, by making `user` ours; else gives the address of the page that says why not. */
async function admit(
  { db, secret, visitor }: Context,
  user: User,
  account: { provider: string; providerAccountId: string },
): Promise<true | string> {
  const key = listSignInProviders().find(({ id }) => id === account.provider)?.key ?? account.provider;
  const current = await getCookieUser(db, visitor.cookie, secret);
  const person = { name: user.name ?? null, verifiedEmail: user.verifiedEmail ?? null };
  const foreign = { ...person, account: { provider: key, providerAccountId: account.providerAccountId } };
  const match = await matchAccount(db, foreign, current?.user.id ?? null);
  if ("refusal" in match) {
    log.warn(
      { way: account.provider, reason: match.refusal, ip: visitor.device.ip },
      "a sign-in elsewhere was refused",
    );
    return `/${current === null ? "sign-in" : "account"}?error=${match.refusal}`;
  }
  const [ours] = await listUsers(db, [match.userId]);
  const sessionId = current?.claims.sessionId ?? undefined;
  Object.assign(user, ours, sessionId === undefined ? {} : { sessionId });
  return true;
}

/** Ends the session of a token. */
async function endSession(db: Db, claims: SessionClaims | null): Promise<void> {
  if (claims?.sessionId == null) return;
  const { userId, sessionId } = claims;
  await db.transaction((tx) => revokeSession(tx, userId, sessionId));
  dropCachedAccess();
}

/**
 * What a token carries: only what never goes stale. Signing in makes a session and ends the one whose cookie it replaces; a
 * session that has no row yet gets one.
 */
async function toToken({ db, secret, visitor }: Context, { token, user }: { token: JWT; user?: User }): Promise<JWT> {
  const [sub, sessionVersion] = user === undefined ? [token.sub, token.sessionVersion] : [user.id, user.sessionVersion];
  const sid = user === undefined ? token.sid : user.sessionId;
  if (sid !== undefined) return { sub, sessionVersion, sid };
  if (user !== undefined) await endSession(db, (await getCookieUser(db, visitor.cookie, secret))?.claims ?? null);
  return { sub, sessionVersion, sid: await createSession(db, sub ?? "", visitor.device) };
}

/** The first words of what went wrong. */
function reasonOf(metadata: unknown): string {
  const parsed = z.object({ error: z.object({ message: z.string() }) }).safeParse(metadata);
  return parsed.success ? parsed.data.error.message.slice(0, 200) : "unknown";
}

const NOBODY: Visitor = { device: { ip: null, userAgent: null }, cookie: null, isSecure: false };

/**
 * How next-auth works here: e-mail and password, links by mail, other providers; sessions as sealed tokens that name a user and
 * the session's row. A token whose row was revoked or is gone is no session.
 */
export function nextAuthOptions(db: Db, secret: string, visitor = NOBODY): AuthOptions {
  return {
    secret,
    cookies: visitor.isSecure ? HOST_COOKIES : {},
    providers: [
      CredentialsProvider({
        name: "E-mail and password",
        credentials: { email: { label: "E-mail", type: "email" }, password: { label: "Password", type: "password" } },
        authorize: (posted, request) => authorize(db, posted, request.headers),
      }),
      CredentialsProvider({
        id: "link",
        name: "Link by mail",
        credentials: { token: { label: "Token", type: "text" } },
        authorize: (posted) => authorizeLink(db, posted, visitor),
      }),
      ...oauthProviders(),
    ],
    session: { strategy: "jwt", maxAge: SESSION_SECONDS },
    pages: { signIn: "/sign-in", error: "/sign-in" },
    jwt: {
      decode: async (params) => {
        const token = await openSeal(params);
        const claims = readClaims(token);
        return claims !== null && (await getClaimedUser(db, claims)) !== null ? token : null;
      },
    },
    events: {
      signIn: ({ user, account }) => {
        log.info({ userId: user.id, way: account?.provider, ip: visitor.device.ip }, "signed in");
      },
      signOut: async ({ token }) => {
        await endSession(db, readClaims(token));
        log.info({ userId: token.sub, ip: visitor.device.ip }, "signed out");
      },
    },
    callbacks: {
      redirect: ({ url, baseUrl }) => ownUrl(url, baseUrl),
      signIn: async ({ user, account }) =>
        account?.type === "oauth" ? await admit({ db, secret, visitor }, user, account) : true,
      jwt: (params) => toToken({ db, secret, visitor }, params),
      session: async ({ session, token }) => {
        const claims = readClaims({ exp: Number.MAX_SAFE_INTEGER / 1_000, ...token });
        const user = claims === null ? null : await getClaimedUser(db, claims);
        return user === null ? session : { ...session, user: { id: user.id, name: user.name, email: user.email } };
      },
    },
    logger: {
      error: (code, metadata) => {
        // A revoked or foreign cookie is everyday life; next-auth removes it.
        if (code === "JWT_SESSION_ERROR") log.debug({ code }, "a session cookie was not accepted");
        // Anybody can open a callback's address, with whatever in it.
        else if (code.startsWith("OAUTH_CALLBACK"))
          log.warn({ code, reason: reasonOf(metadata) }, "a sign-in elsewhere failed");
        else log.error({ code, metadata }, "sign-in failed on our side");
      },
      warn: (code) => log.debug({ code }, "next-auth warns"),
      debug: () => {},
    },
  };
}
