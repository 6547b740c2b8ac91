import { createHash } from "node:crypto";
import { decode, type JWT, type JWTDecodeParams } from "next-auth/jwt";
import { z } from "zod";
import type { Executor } from "@/db/drivers/driver";
import type { SessionUser } from "@/db/queries/sessions/list-session-users";
import type { User } from "@/db/queries/users/list-users";
import { log } from "@/log";
import { accessCaches, type SessionClaims } from "../access/access-caches";
import { lookupsOn } from "../access/lookups";
import { readSessionToken } from "./session-cookie";

/** What our tokens carry: never names or addresses, which would go stale in them. */
const claimsSchema = z.object({
  sub: z.uuid(),
  sid: z.uuid().optional(),
  sessionVersion: z.int(),
  exp: z.number(),
});

/** What an opened token says; null for one that is not ours. */
export function readClaims(payload: unknown): SessionClaims | null {
  const claims = claimsSchema.safeParse(payload);
  if (!claims.success) return null;
  const { sub, sid = null, sessionVersion, exp } = claims.data;
  return { userId: sub, sessionId: sid, sessionVersion, expiresAt: exp * 1_000 };
}

/** `{"alg":"dir","enc":"A256GCM"}`, as next-auth writes it, and no encrypted key: the one seal that counts (RFC 8725, section 3.1). */
const SEAL = "eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIn0..";

/** What a sealed token holds; null for anything that is not sealed by us, in our way, or is over. */
export async function openSeal(params: JWTDecodeParams): Promise<JWT | null> {
  if (params.token?.startsWith(SEAL) !== true) return null;
  // It throws on anything that is not a token of ours, which is the same as none.
  return await decode(params).catch(() => null);
}

async function openToken(token: string, secret: string): Promise<SessionClaims | null> {
  return readClaims(await openSeal({ token, secret }));
}

/** On its own: when a session was last used is not worth a caller's wait, nor a failed call. */
function noteUse(db: Executor, sessionId: string | null, user: SessionUser | null): void {
  if (sessionId === null || user?.lastSeenAt == null || Date.now() - user.lastSeenAt.getTime() < 60_000) return;
  lookupsOn(db)
    .touches.load(sessionId)
    .catch((err: unknown) => log.warn({ err }, "could not note a session's use"));
}

/**
 * The user a session still speaks for: it has not expired and was not revoked; else null. At most a second old.
 * A session with a row lives and ends with it; one from before there were rows, with its version.
 */
export async function getClaimedUser(db: Executor, claims: SessionClaims): Promise<User | null> {
  if (claims.expiresAt <= Date.now()) return null;
  const { userId, sessionId } = claims;
  const user = await accessCaches().sessions.get(`${userId}:${sessionId}`, async () => {
    const found = await lookupsOn(db).sessions.load({ userId, sessionId });
    noteUse(db, sessionId, found);
    return found;
  });
  if (user === null || sessionId !== null) return user;
  return user.sessionVersion === claims.sessionVersion ? user : null;
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
