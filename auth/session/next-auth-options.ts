import type { AuthOptions } from "next-auth";
import { decode } from "next-auth/jwt";
import CredentialsProvider from "next-auth/providers/credentials";
import { z } from "zod";
import type { Db } from "@/db/drivers/driver";
import { getUserByEmail } from "@/db/queries/users/get-user-by-email";
import { log } from "@/log";
import { ownUrl } from "./own-url";
import { PASSWORD_LENGTH, verifyPassword } from "./password";
import { getClaimedUser, readClaims } from "./session-user";
import { limitSignIn, signInLimiters } from "./sign-in-limit";

declare module "next-auth" {
  interface User {
    sessionVersion: number;
  }
}

/** Seconds a session lasts after it was last renewed. */
const SESSION_SECONDS = 30 * 24 * 60 * 60;

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

/**
 * How next-auth works here: e-mail and password, sessions as sealed tokens that name a user and a session version.
 * A token whose version is not the user's current one is no session (that is how sessions are revoked).
 */
export function nextAuthOptions(db: Db, secret: string): AuthOptions {
  return {
    secret,
    providers: [
      CredentialsProvider({
        name: "E-mail and password",
        credentials: { email: { label: "E-mail", type: "email" }, password: { label: "Password", type: "password" } },
        authorize: (posted, request) => authorize(db, posted, request.headers),
      }),
    ],
    session: { strategy: "jwt", maxAge: SESSION_SECONDS },
    pages: { signIn: "/sign-in", error: "/sign-in" },
    jwt: {
      decode: async (params) => {
        const token = await decode(params).catch(() => null);
        const claims = readClaims(token);
        return claims !== null && (await getClaimedUser(db, claims)) !== null ? token : null;
      },
    },
    callbacks: {
      redirect: ({ url, baseUrl }) => ownUrl(url, baseUrl),
      // Only what never goes stale: names and addresses are read from the database.
      jwt: ({ token, user }) =>
        user === undefined
          ? { sub: token.sub, sessionVersion: token.sessionVersion }
          : { sub: user.id, sessionVersion: user.sessionVersion },
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
        else log.error({ code, metadata }, "sign-in failed on our side");
      },
      warn: (code) => log.debug({ code }, "next-auth warns"),
      debug: () => {},
    },
  };
}
