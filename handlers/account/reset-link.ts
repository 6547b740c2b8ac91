import { z } from "zod";
import { ActivityError } from "@/activity/errors";
import type { Caller } from "@/auth/authenticate";
import { issueLink } from "@/auth/links/sign-in-link";
import { givableRoles } from "@/auth/team/roles";
import { getDatabase } from "@/db/client";
import type { Executor } from "@/db/drivers/driver";
import { listRolesOfUser } from "@/db/queries/teams/list-roles-of-user";
import { listUsers } from "@/db/queries/users/list-users";
import { type Answer, type Call, json } from "../call";
import { ownUrl } from "../own-address";
import { recordChange } from "../record-change";
import { requireCaller } from "../require-caller";

const idSchema = z.uuid();

/**
 * Throws unless the caller may become that member, which a reset link amounts to: in every team of the member the caller must
 * stand at least as high. Else the admin of one team could invite another team's owner and take that team over.
 */
async function requireSway(db: Executor, caller: Caller, memberId: string): Promise<void> {
  if (caller.via === "key") {
    throw new ActivityError("forbidden", "A reset link is made by a person, not by a key.");
  }
  if (caller.userId === memberId) {
    throw new ActivityError("forbidden", "Change your own password on your account's page, with the one you have.");
  }
  const roles = await listRolesOfUser(db, caller.userId);
  const mine = new Map(roles.map(({ teamId, role }) => [teamId, role]));
  mine.set(caller.team.id, caller.role);
  for (const { teamId, role } of await listRolesOfUser(db, memberId)) {
    const own = mine.get(teamId);
    if (own !== undefined && givableRoles(own).includes(role)) continue;
    const why =
      teamId === caller.team.id
        ? "Only an owner may make a reset link for an owner."
        : "This member belongs to other teams too: only they, by mail, or whoever runs the server can reset this password.";
    throw new ActivityError("forbidden", why);
  }
}

/** POST …/members/{userId}/reset-link: a link by which a member chooses a new password, shown this once. For owners and admins. */
export async function createResetLinkCall(call: Call): Promise<Answer> {
  const caller = await requireCaller(call, "admin");
  const { db } = await getDatabase();
  const id = idSchema.safeParse(call.params.userId);
  const roles = id.success ? await listRolesOfUser(db, id.data) : [];
  const [user] = id.success ? await listUsers(db, [id.data]) : [];
  const isMember = roles.some(({ teamId }) => teamId === caller.team.id);
  if (user == null || !isMember) throw new ActivityError("not_found", "There is no such member.");
  const link = await db.transaction(async (tx) => {
    await requireSway(tx, caller, user.id);
    const issued = await issueLink(tx, user.id, "reset");
    await recordChange(tx, call, caller, {
      action: "reset_link_created",
      entity: { type: "member", id: user.id, name: user.name },
      predicate: `made a link for ${user.name} to choose a new password`,
    });
    return issued;
  });
  return json(201, { url: ownUrl(call, link.path), expiresAt: link.expiresAt });
}
