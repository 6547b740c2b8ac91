import { z } from "zod";
import { ActivityError, invalid } from "@/activity/errors";
import { dropCachedAccess } from "@/auth/access/drop-cached-access";
import { givableRoles, mayAct } from "@/auth/team/roles";
import { getDatabase } from "@/db/client";
import { revokeInvitationsOf } from "@/db/queries/invitations/revoke-invitation";
import { listMembers } from "@/db/queries/members/list-members";
import { removeMember } from "@/db/queries/members/remove-member";
import { setRole } from "@/db/queries/members/set-role";
import { ROLES } from "@/db/schema";
import { type Answer, type Call, json, noContent } from "../call";
import { readJson } from "../read-json";
import { recordChange } from "../record-change";
import { requireCaller } from "../require-caller";
import { lastOwner, parsePersonId, requirePerson, requireReader, rolesGivenBy } from "./require-person";

/** What a member's role is changed with. */
export const changeMemberSchema = z.strictObject({ role: z.enum(ROLES) });
/** Whom the ownership goes to. */
export const transferSchema = z.strictObject({ userId: z.uuid().toLowerCase() });

const BODY_BYTES = 16_384;
const A_ROLE = { owner: "an owner", admin: "an admin", member: "a member", viewer: "a viewer" } as const;

/** GET …/members: everybody in the team. For members, viewers without e-mail addresses, and for keys with `admin`. */
export async function listMembersCall(call: Call): Promise<Answer> {
  const caller = await requireReader(call);
  const { db } = await getDatabase();
  const people = await listMembers(db, caller.team.id);
  const seesAddresses = caller.via === "key" || mayAct(caller.role, "capture");
  return json(200, { items: people.map((person) => ({ ...person, email: seesAddresses ? person.email : null })) });
}

/** PUT …/members/{userId}: another role. For owners, admins among those who are not owners, and keys with `admin`, which count as an admin. */
export async function changeMemberCall(call: Call): Promise<Answer> {
  const caller = await requireCaller(call, "admin");
  const { role } = await readJson(call, BODY_BYTES, changeMemberSchema);
  const userId = parsePersonId(call.params.userId);
  const { db } = await getDatabase();
  const teamId = caller.team.id;
  const name = await db.transaction(async (tx) => {
    const person = await requirePerson(tx, teamId, userId);
    const givable = rolesGivenBy(caller);
    if (!givable.includes(person.role) || !givable.includes(role)) {
      throw new ActivityError("forbidden", "Only an owner of the team makes and unmakes owners.");
    }
    if (person.role === role) return person.name;
    if (person.isLastOwner) throw lastOwner();
    await setRole(tx, teamId, userId, role);
    await revokeInvitationsOf(tx, teamId, userId, givableRoles(role));
    await recordChange(tx, call, caller, {
      action: "role_changed",
      entity: { type: "user", id: userId, name: person.name },
      predicate: `made ${person.name} ${A_ROLE[role]}`,
      metadata: { from: person.role, to: role },
    });
    return person.name;
  });
  dropCachedAccess();
  return json(200, { id: userId, name, role });
}

/**
 * DELETE …/members/{userId}: out of the team, at once and on every server. Oneself, or those whose role one may take. Others can be
 * brought back (`handlers/team/restore-member.ts`); who leaves has left.
 */
export async function removeMemberCall(call: Call): Promise<Answer> {
  const userId = parsePersonId(call.params.userId);
  const caller = await requireReader(call);
  const isLeaving = caller.via === "session" && caller.userId === userId;
  const { db } = await getDatabase();
  const teamId = caller.team.id;
  await db.transaction(async (tx) => {
    // Nobody without a say learns from the answer who is in the team.
    const givable = rolesGivenBy(caller);
    const refusal = new ActivityError(
      "forbidden",
      "Only those who may give a role may take its holder out of the team.",
    );
    if (!isLeaving && givable.length === 0) throw refusal;
    const person = await requirePerson(tx, teamId, userId);
    if (!isLeaving && !givable.includes(person.role)) throw refusal;
    if (person.isLastOwner) throw lastOwner();
    // Told first: a key's or a session's own name must still be found.
    await recordChange(tx, call, caller, {
      action: isLeaving ? "member_left" : "member_removed",
      entity: isLeaving
        ? { type: "team", id: teamId, name: caller.team.name }
        : { type: "user", id: userId, name: person.name },
      predicate: isLeaving ? `left ${caller.team.name}` : `removed ${person.name} from the team`,
      // By these a removal is undone.
      metadata: { role: person.role, joinedAt: person.joinedAt.toISOString() },
    });
    await removeMember(tx, teamId, userId);
    await revokeInvitationsOf(tx, teamId, userId, []);
  });
  dropCachedAccess();
  return noContent;
}

/** POST …/transfer: the ownership goes to another member, and the owner who gives it becomes an admin. For owners. */
export async function transferCall(call: Call): Promise<Answer> {
  const caller = await requireCaller(call, "admin");
  const { userId } = await readJson(call, BODY_BYTES, transferSchema);
  if (caller.via === "key" || caller.role !== "owner") {
    throw new ActivityError("forbidden", "Only an owner of the team may hand it over.");
  }
  if (userId === caller.userId) throw invalid(["userId"], "is the owner already");
  const { db } = await getDatabase();
  const teamId = caller.team.id;
  await db.transaction(async (tx) => {
    const from = await requirePerson(tx, teamId, caller.userId);
    if (from.role !== "owner") throw new ActivityError("forbidden", "Only an owner of the team may hand it over.");
    const to = await requirePerson(tx, teamId, userId);
    await setRole(tx, teamId, to.id, "owner");
    await setRole(tx, teamId, from.id, "admin");
    await revokeInvitationsOf(tx, teamId, from.id, givableRoles("admin"));
    await recordChange(tx, call, caller, {
      action: "ownership_transferred",
      entity: { type: "user", id: to.id, name: to.name },
      predicate: `handed the team over to ${to.name}`,
    });
  });
  dropCachedAccess();
  return noContent;
}
