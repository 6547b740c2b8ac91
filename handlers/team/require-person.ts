import { z } from "zod";
import { ActivityError } from "@/activity/errors";
import type { Caller } from "@/auth/authenticate";
import { givableRoles } from "@/auth/team/roles";
import type { Executor } from "@/db/drivers/driver";
import { type LockedMember, lockMember } from "@/db/queries/members/lock-member";
import type { Role } from "@/db/queries/teams/list-memberships";
import { listUsers } from "@/db/queries/users/list-users";
import type { Call } from "../call";
import { requireCaller } from "../require-caller";

/** A member that a call is about. */
export interface Person extends LockedMember {
  id: string;
  name: string;
}

/** The refusal of a user who is not in the team. */
export function noSuchMember(): ActivityError {
  return new ActivityError("not_found", "There is no such member.");
}

/** A user's id as it was sent, in lower case. Throws `not_found` for what is no id. */
export function parsePersonId(id: string | undefined): string {
  const parsed = z.uuid().toLowerCase().safeParse(id);
  if (!parsed.success) throw noSuchMember();
  return parsed.data;
}

/** The member with that id, who stays one until the transaction ends. Throws `not_found`. */
export async function requirePerson(tx: Executor, teamId: string, userId: string): Promise<Person> {
  const member = await lockMember(tx, teamId, userId);
  const [user] = await listUsers(tx, [userId]);
  if (member === null || user === undefined || user === null) throw noSuchMember();
  return { id: userId, name: user.name, ...member };
}

/** A caller who may read about the people: any member's session, or a key with `admin`. Throws as `requireCaller`. */
export async function requireReader(call: Call): Promise<Caller> {
  return await requireCaller(call, call.header("authorization") === null ? "read" : "admin");
}

/** The roles that a caller may give and take; a key with `admin` those of an admin. */
export function rolesGivenBy(caller: Caller): readonly Role[] {
  return givableRoles(caller.via === "key" ? "admin" : caller.role);
}

/** The refusal of whatever would leave a team without an owner. */
export function lastOwner(): ActivityError {
  return new ActivityError("conflict", "A team keeps at least one owner: hand the ownership over first.");
}
