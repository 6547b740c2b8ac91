import { ActivityError } from "@/activity/errors";
import type { SessionClaims } from "@/auth/access/access-caches";
import { authenticate, type Caller } from "@/auth/authenticate";
import { getAuthSecret } from "@/auth/secret";
import { getCookieUser } from "@/auth/session/session-user";
import { mayAct } from "@/auth/team/roles";
import { getDatabase } from "@/db/client";
import type { Scope } from "@/db/queries/keys/list-keys-by-hash";
import type { User } from "@/db/queries/users/list-users";
import { limitRate } from "@/ingest/rate-limit";
import type { Call } from "./call";

/**
 * Who is calling for the team in the path, with that scope, counted against RATE_LIMIT by key or user.
 * Throws `unauthenticated`, `forbidden`, `not_found` or `too_many_requests`.
 */
export async function requireCaller(call: Call, scope: Scope): Promise<Caller> {
  const credentials = { authorization: call.header("authorization"), cookie: call.header("cookie") };
  const caller = await authenticate(credentials, call.params.team ?? "", scope);
  await limitRate(caller.via === "key" ? caller.keyId : caller.userId);
  return caller;
}

/** A caller who may see how the team is set up: a member's session, but no viewer's, or a key with `admin`. Throws as {@link requireCaller}. */
export async function requireMember(call: Call): Promise<Caller> {
  return await requireCaller(call, call.header("authorization") === null ? "capture" : "admin");
}

/** A member of the team, in person. */
export type InPerson = Extract<Caller, { via: "session" }>;

/** A member's session with that scope; a key is refused, with `refusal` as the reason. Throws as {@link requireCaller}. */
export async function requireInPerson(call: Call, scope: Scope, refusal: string): Promise<InPerson> {
  const caller = await requireCaller(call, scope);
  if (caller.via === "key") throw new ActivityError("forbidden", refusal);
  return caller;
}

/** Whether the caller runs the team: an owner's or admin's session, or a key with `admin`. */
export function isTeamAdmin(caller: Caller): boolean {
  return caller.via === "key" || mayAct(caller.role, "admin");
}

/** Whether the caller is that user, in person, or runs the team. */
export function isSelfOrAdmin(caller: Caller, userId: string | null): boolean {
  return (caller.via === "session" && caller.userId === userId) || isTeamAdmin(caller);
}

/** The signed-in user and the session, whatever team, counted as by {@link requireCaller}. Throws `unauthenticated` or `too_many_requests`; keys speak for teams, not for users. */
export async function requireSession(call: Call): Promise<{ user: User; claims: SessionClaims }> {
  const { db } = await getDatabase();
  const session = await getCookieUser(db, call.header("cookie"), getAuthSecret());
  if (session === null) throw new ActivityError("unauthenticated", "Sign in first.");
  await limitRate(session.user.id);
  return session;
}

/** The user of {@link requireSession}. */
export async function requireUser(call: Call): Promise<User> {
  return (await requireSession(call)).user;
}
