import { ActivityError } from "@/activity/errors";
import { getDatabase } from "@/db/client";
import type { Executor } from "@/db/drivers/driver";
import type { Scope } from "@/db/queries/keys/list-keys-by-hash";
import { touchKey } from "@/db/queries/keys/touch-key";
import type { Team } from "@/db/queries/teams/get-team";
import type { Role } from "@/db/queries/teams/list-memberships";
import { log } from "@/log";
import { accessCaches, type SessionClaims } from "./access/access-caches";
import { lookupsOn } from "./access/lookups";
import { membershipOf } from "./access/membership-of";
import { hashKey, isKeyShaped } from "./keys/api-key";
import { getAuthSecret } from "./secret";
import { getClaimedUser, getCookieUser } from "./session/session-user";
import { mayAct } from "./team/roles";
import { isSlugShaped } from "./team/slug";

/** Who is calling, and for which team. */
export type Caller =
  // `keyHash`: the SHA-256 it was let in by, for a key that is rotated has two for a while.
  | { team: Team; via: "key"; keyId: string; keyHash: string }
  | { team: Team; via: "session"; userId: string; role: Role; claims: SessionClaims };

/** The headers that say who is calling. */
export interface Credentials {
  authorization: string | null;
  cookie: string | null;
}

function unauthenticated(): ActivityError {
  return new ActivityError("unauthenticated", "Sign in, or send a valid API key of this team.");
}

/** A key says which team it is of, so an unknown team and another team's key are one and the same answer: no valid key. */
async function authenticateKey(db: Executor, authorization: string, slug: string, scope: Scope): Promise<Caller> {
  const key = /^Bearer +(\S+)$/i.exec(authorization.trim())?.[1];
  if (key === undefined || !isKeyShaped(key) || !isSlugShaped(slug)) throw unauthenticated();
  const stored = await accessCaches().keys.get(`${slug}:${key}`, async () => {
    const hash = hashKey(key);
    const found = await lookupsOn(db).keys.load({ teamSlug: slug, hash });
    const isUseNoted = found?.lastUsedAt != null && Date.now() - found.lastUsedAt.getTime() < 60_000;
    if (found !== null && !isUseNoted) {
      // On its own: when a key was last used is not worth a caller's wait, nor a failed call.
      touchKey(db, found.team.id, found.keyId).catch((err: unknown) => log.warn({ err }, "could not note a key's use"));
    }
    return found === null ? null : { ...found, hash: hash.toString("hex") };
  });
  if (stored === null) throw unauthenticated();
  if (!stored.scopes.includes(scope) && !stored.scopes.includes("admin")) {
    throw new ActivityError("forbidden", `This API key does not have the scope "${scope}".`);
  }
  return { team: stored.team, via: "key", keyId: stored.keyId, keyHash: stored.hash };
}

async function authenticateSession(
  db: Executor,
  secret: string,
  cookie: string | null,
  slug: string,
  scope: Scope,
): Promise<Caller> {
  const session = await getCookieUser(db, cookie, secret);
  if (session === null) throw unauthenticated();
  const membership = await membershipOf(db, slug, session.user.id);
  if (membership === null) throw new ActivityError("not_found", "There is no such team.");
  if (!mayAct(membership.role, scope)) {
    const who =
      scope === "admin" ? "Only an owner or admin of the team may do this." : "A viewer of the team may only read.";
    throw new ActivityError("forbidden", who);
  }
  return { ...membership, via: "session", userId: session.user.id, claims: session.claims };
}

/** {@link authenticate} on a given database and secret. */
export async function authenticateWith(
  context: { db: Executor; secret: () => string },
  credentials: Credentials,
  teamSlug: string,
  scope: Scope,
): Promise<Caller> {
  const { db, secret } = context;
  // A key that was sent is what counts: a session beside it must not lend a wrong key its rights.
  if (credentials.authorization !== null) {
    return await authenticateKey(db, credentials.authorization, teamSlug, scope);
  }
  return await authenticateSession(db, secret(), credentials.cookie, teamSlug, scope);
}

/**
 * Who is calling for that team, allowed to do what `scope` says; answers are at most a second old. A key needs the scope
 * (`admin` has all); what a session may do is its member's role's (`auth/team/roles.ts`).
 * Throws `unauthenticated` (nothing valid was sent, or a key of another team), `not_found` (a stranger's or unknown team), `forbidden`.
 */
export async function authenticate(credentials: Credentials, teamSlug: string, scope: Scope): Promise<Caller> {
  const { db } = await getDatabase();
  return await authenticateWith({ db, secret: getAuthSecret }, credentials, teamSlug, scope);
}

/** {@link isStillAuthorized} on a given database. */
export async function isStillAuthorizedWith(db: Executor, caller: Caller): Promise<boolean> {
  const { team } = caller;
  if (caller.via === "key") {
    const used = { teamId: team.id, keyId: caller.keyId, keyHash: caller.keyHash };
    return await accessCaches().liveKeys.get(`${used.keyId}:${used.keyHash}`, () => lookupsOn(db).liveKeys.load(used));
  }
  if ((await getClaimedUser(db, caller.claims)) === null) return false;
  return (await membershipOf(db, team.slug, caller.userId))?.team.id === team.id;
}

/** Whether a caller who was let in would be let in again: its key or session and membership still stand. At most a second old. */
export async function isStillAuthorized(caller: Caller): Promise<boolean> {
  const { db } = await getDatabase();
  return await isStillAuthorizedWith(db, caller);
}
