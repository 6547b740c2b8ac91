import { z } from "zod";
import { ActivityError } from "@/activity/errors";
import { restoreInvitationsOf } from "@/db/queries/invitations/restore-invitation";
import { lockMember } from "@/db/queries/members/lock-member";
import { addMember } from "@/db/queries/teams/add-member";
import { lockTeam } from "@/db/queries/teams/lock-team";
import { listUsers } from "@/db/queries/users/list-users";
import { ROLES } from "@/db/schema";
import type { Answer, Call } from "../call";
import { recordChange } from "../record-change";
import { requireCaller } from "../require-caller";
import { undo } from "../undo";
import { noSuchMember, rolesGivenBy } from "./require-person";

/** What the audit log says of a removal: what the member was until then. */
const removalSchema = z.object({ role: z.enum(ROLES), joinedAt: z.coerce.date() });

/**
 * POST …/members/{userId}/restore: a member who was removed minutes ago is in the team again, with the role and the invitations they
 * had, and as of the day they joined. For those who may remove one of that role. Who left by themselves is not brought back by others.
 */
export async function restoreMemberCall(call: Call): Promise<Answer> {
  const caller = await requireCaller(call, "admin");
  const { team } = caller;
  const destruction = { action: "member_removed", unless: "member_left", id: call.params.userId, what: "member" };
  return await undo(caller, destruction, async (tx, userId, removal) => {
    await lockTeam(tx, team.id);
    if ((await lockMember(tx, team.id, userId)) !== null) return;
    const { role, joinedAt } = removalSchema.parse(removal.detail);
    if (!rolesGivenBy(caller).includes(role)) {
      throw new ActivityError("forbidden", "Only those who may give a role may bring its holder back.");
    }
    const [user] = await listUsers(tx, [userId]);
    if (user == null) throw noSuchMember();
    await addMember(tx, team.id, userId, role, joinedAt);
    await restoreInvitationsOf(tx, team.id, userId, removal.at);
    await recordChange(tx, call, caller, {
      action: "member_restored",
      entity: { type: "user", id: userId, name: user.name },
      predicate: `brought ${user.name} back into the team`,
      metadata: { role },
    });
  });
}
