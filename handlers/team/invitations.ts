import { z } from "zod";
import { ActivityError } from "@/activity/errors";
import { emailSchema } from "@/auth/account";
import { hashInvitationToken, newInvitationToken } from "@/auth/team/invitation-token";
import { getDatabase } from "@/db/client";
import { createInvitation } from "@/db/queries/invitations/create-invitation";
import { listInvitations } from "@/db/queries/invitations/list-invitations";
import { revokeInvitation } from "@/db/queries/invitations/revoke-invitation";
import { ROLES } from "@/db/schema";
import { newId } from "@/ingest/new-id";
import { type Answer, type Call, json, noContent } from "../call";
import { ownUrl } from "../own-address";
import { readJson } from "../read-json";
import { recordChange } from "../record-change";
import { requireCaller } from "../require-caller";
import { rolesGivenBy } from "./require-person";

const DAY_MS = 86_400_000;

/** What an invitation is asked for with. */
export const newInvitationSchema = z.strictObject({
  role: z.enum(ROLES),
  email: emailSchema.optional().describe("The only address that may accept it; without it, whoever has the link"),
  expiresInDays: z.number().int().min(1).max(30).default(7),
});

/** GET …/invitations: those that can still be accepted, without their links. For owners, admins, and keys with `admin`. */
export async function listInvitationsCall(call: Call): Promise<Answer> {
  const caller = await requireCaller(call, "admin");
  const { db } = await getDatabase();
  return json(200, { items: await listInvitations(db, caller.team.id) });
}

/** POST …/invitations: a link into the team for one person, shown this once, with a role that the caller may give. */
export async function createInvitationCall(call: Call): Promise<Answer> {
  const caller = await requireCaller(call, "admin");
  const { role, email = null, expiresInDays } = await readJson(call, 16_384, newInvitationSchema);
  if (!rolesGivenBy(caller).includes(role)) {
    throw new ActivityError("forbidden", "Only an owner of the team may invite another owner.");
  }
  const token = newInvitationToken();
  const hash = hashInvitationToken(token);
  if (hash === null) throw new Error("a new token has no hash");
  const id = newId();
  const expiresAt = new Date(Date.now() + expiresInDays * DAY_MS);
  const createdBy = caller.via === "session" ? caller.userId : null;
  const { db } = await getDatabase();
  await db.transaction(async (tx) => {
    await createInvitation(tx, caller.team.id, { id, hash, email, role, createdBy, expiresAt });
    // Viewers read the feed, and see nobody's address: none is told there.
    const name = `invitation as ${role}`;
    await recordChange(tx, call, caller, {
      action: "invitation_created",
      entity: { type: "invitation", id, name },
      predicate: `made an ${name}`,
      metadata: { role, expiresAt: expiresAt.toISOString() },
    });
  });
  return json(201, { id, role, email, expiresAt, url: ownUrl(call, `/invite/${token}`) });
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
