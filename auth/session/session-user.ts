import { createHash } from "node:crypto";
import { decode } from "next-auth/jwt";
import { z } from "zod";
import type { Executor } from "@/db/drivers/driver";
import type { User } from "@/db/queries/users/list-users";
import { accessCaches, type SessionClaims } from "../access/access-caches";
import { lookupsOn } from "../access/lookups";
import { readSessionToken } from "./session-cookie";

/** What our tokens carry: never names or addresses, which would go stale in them. */
const claimsSchema = z.object({ sub: z.uuid(), sessionVersion: z.int(), exp: z.number() });

/** What an opened token says; null for one that is not ours. */
export function readClaims(payload: unknown): SessionClaims | null {
  const claims = claimsSchema.safeParse(payload);
  if (!claims.success) return null;
  const { sub, sessionVersion, exp } = claims.data;
  return { userId: sub, sessionVersion, expiresAt: exp * 1_000 };
}

async function openToken(token: string, secret: string): Promise<SessionClaims | null> {
  // It throws on anything that is not a token of ours, which is the same as none.
  return readClaims(await decode({ token, secret }).catch(() => null));
}

/** The user a session still speaks for: it has not expired and was not revoked; else null. At most a second old. */
export async function getClaimedUser(db: Executor, claims: SessionClaims): Promise<User | null> {
  if (claims.expiresAt <= Date.now()) return null;
  const user = await accessCaches().users.get(claims.userId, () => lookupsOn(db).users.load(claims.userId));
  return user !== null && user.sessionVersion === claims.sessionVersion ? user : null;
}

/** Who sent this Cookie header: the user and the session's claims; null without a valid session. */
export async function getCookieUser(
  db: Executor,
  cookieHeader: string | null,
  secret: string,
): Promise<{ user: User; claims: SessionClaims } | null> {
  const token = readSessionToken(cookieHeader);
  if (token === null) return null;
  const key = createHash("sha256").update(token).digest("base64");
  const claims = await accessCaches().claims.get(key, () => openToken(token, secret));
  const user = claims === null ? null : await getClaimedUser(db, claims);
  return claims === null || user === null ? null : { user, claims };
}
