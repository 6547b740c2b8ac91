import { z } from "zod";
import { ActivityError } from "@/activity/errors";
import { emailSchema } from "@/auth/account";
import type { Caller } from "@/auth/authenticate";
import { mailInvitation } from "@/auth/mail/mail-invitation";
import { hashInvitationToken, newInvitationToken } from "@/auth/team/invitation-token";
import { givableRoles } from "@/auth/team/roles";
import { getDatabase } from "@/db/client";
import type { Executor } from "@/db/drivers/driver";
import { createInvitation, type NewInvitation } from "@/db/queries/invitations/create-invitation";
import { listInvitations } from "@/db/queries/invitations/list-invitations";
import { noteMailed } from "@/db/queries/invitations/note-mailed";
import { restoreInvitation } from "@/db/queries/invitations/restore-invitation";
import { revokeInvitation } from "@/db/queries/invitations/revoke-invitation";
import { getKey } from "@/db/queries/keys/get-key";
import { lockMember } from "@/db/queries/members/lock-member";
import type { Role } from "@/db/queries/teams/list-memberships";
import { listUsers } from "@/db/queries/users/list-users";
import { ROLES } from "@/db/schema";
import { newId } from "@/ingest/new-id";
import { type Answer, type Call, json, noContent } from "../call";
import { ownUrl } from "../own-address";
import { readJson } from "../read-json";
import { recordChange } from "../record-change";
import { requireCaller } from "../require-caller";
import { undo } from "../undo";
import { rolesGivenBy } from "./require-person";

const DAY_MS = 86_400_000;

/** What an invitation is asked for with. */
export const newInvitationSchema = z.strictObject({
  role: z.enum(ROLES),
  email: emailSchema
    .optional()
    .describe(
      "The only address that may accept it, and where it is mailed to, if this server can; without it, whoever has the link",
    ),
  expiresInDays: z.number().int().min(1).max(30).default(7),
});

/** GET …/invitations: those that can still be accepted, without their links. For owners, admins, and keys with `admin`. */
export async function listInvitationsCall(call: Call): Promise<Answer> {
  const caller = await requireCaller(call, "admin");
  const { db } = await getDatabase();
  return json(200, { items: await listInvitations(db, caller.team.id) });
}

/** Who is inviting: the name in the mail, and the person whose mails are counted, for a key whoever made it. */
async function inviterOf(db: Executor, caller: Caller): Promise<{ invitedBy: string | null; askedBy: string }> {
  if (caller.via === "key") {
    const key = await getKey(db, caller.team.id, caller.keyId);
    return { invitedBy: null, askedBy: key?.createdBy ?? caller.keyId };
  }
  const [user] = await listUsers(db, [caller.userId]);
  return { invitedBy: user?.name ?? null, askedBy: caller.userId };
}

/** Stores an invitation and tells the team. Gives the path of its link, which nobody can be told again. */
async function invite(call: Call, caller: Caller, invitation: Omit<NewInvitation, "hash">): Promise<string> {
  const token = newInvitationToken();
  const hash = hashInvitationToken(token);
  if (hash === null) throw new Error("a new token has no hash");
  const { id, role, expiresAt } = invitation;
  const { db } = await getDatabase();
  await db.transaction(async (tx) => {
    await createInvitation(tx, caller.team.id, { ...invitation, hash });
    // Viewers read the feed, and see nobody's address: none is told there.
    const name = `invitation as ${role}`;
    await recordChange(tx, call, caller, {
      action: "invitation_created",
      entity: { type: "invitation", id, name },
      predicate: `made an ${name}`,
      metadata: { role, expiresAt: expiresAt.toISOString() },
    });
  });
  return `/invite/${token}`;
}

/**
 * POST …/invitations: a link into the team for one person, shown this once, with a role that the caller may give. One for an address
 * is mailed there as well, after it was stored: `mailed` says whether, `mailFault` why not, and neither is a reason to fail.
 */
export async function createInvitationCall(call: Call): Promise<Answer> {
  const caller = await requireCaller(call, "admin");
  const { role, email = null, expiresInDays } = await readJson(call, 16_384, newInvitationSchema);
  if (!rolesGivenBy(caller).includes(role)) {
    throw new ActivityError("forbidden", "Only an owner of the team may invite another owner.");
  }
  const id = newId();
  const expiresAt = new Date(Date.now() + expiresInDays * DAY_MS);
  const createdBy = caller.via === "session" ? caller.userId : null;
  const path = await invite(call, caller, { id, email, role, createdBy, expiresAt });
  const made = { id, role, email, expiresAt, url: ownUrl(call, path) };
  if (email === null) return json(201, { ...made, mailed: false, mailFault: null });
  const { db } = await getDatabase();
  const from = await inviterOf(db, caller);
  const mailFault = await mailInvitation({ email, path, team: caller.team.name, days: expiresInDays, ...from });
  if (mailFault === null) await noteMailed(db, caller.team.id, id);
  return json(201, { ...made, mailed: mailFault === null, mailFault });
}

/** DELETE …/invitations/{id}: its link leads nowhere any more. For owners, admins, and keys with `admin`. */
export async function revokeInvitationCall(call: Call): Promise<Answer> {
  const caller = await requireCaller(call, "admin");
  const id = z.uuid().safeParse(call.params.id);
  const { db } = await getDatabase();
  await db.transaction(async (tx) => {
    const role = id.success ? await revokeInvitation(tx, caller.team.id, id.data) : null;
    if (role === null || !id.success) throw new ActivityError("not_found", "There is no such open invitation.");
    const name = `invitation as ${role}`;
    await recordChange(tx, call, caller, {
      action: "invitation_revoked",
      entity: { type: "invitation", id: id.data, name },
      predicate: `revoked an ${name}`,
    });
  });
  return noContent;
}

/** Whether whoever made an invitation may still give its role; keys always may. */
async function isStillGivable(tx: Executor, teamId: string, createdBy: string | null, role: Role): Promise<boolean> {
  if (createdBy === null) return true;
  const maker = await lockMember(tx, teamId, createdBy);
  return maker !== null && givableRoles(maker.role).includes(role);
}

/**
 * POST …/invitations/{id}/restore: an invitation that was revoked minutes ago works again, until it would have ended anyway. For those
 * who may give its role, while whoever made it, and may have kept the link, could give it too.
 */
export async function restoreInvitationCall(call: Call): Promise<Answer> {
  const caller = await requireCaller(call, "admin");
  const teamId = caller.team.id;
  const destruction = { action: "invitation_revoked", id: call.params.id, what: "invitation" };
  return await undo(caller, destruction, async (tx, id) => {
    const restored = await restoreInvitation(tx, teamId, id);
    if (restored === null) return;
    const { role, createdBy, isExpired } = restored;
    if (isExpired) throw new ActivityError("conflict", "This invitation has expired meanwhile: make a new one.");
    if (!rolesGivenBy(caller).includes(role)) {
      throw new ActivityError("forbidden", "Only an owner of the team may invite another owner.");
    }
    if (!(await isStillGivable(tx, teamId, createdBy, role))) {
      throw new ActivityError(
        "conflict",
        "Whoever made this invitation may not give its role any more: make a new one.",
      );
    }
    const name = `invitation as ${role}`;
    await recordChange(tx, call, caller, {
      action: "invitation_restored",
      entity: { type: "invitation", id, name },
      predicate: `restored an ${name}`,
    });
  });
}
