import { z } from "zod";
import { ActivityError, invalid } from "@/activity/errors";
import { dropCachedAccess } from "@/auth/access/drop-cached-access";
import { emailSchema, nameSchema, passwordSchema } from "@/auth/account";
import { hashPassword, PASSWORD_LENGTH, verifyPassword } from "@/auth/session/password";
import { limitSignIn, signInLimiters } from "@/auth/session/sign-in-limit";
import { hashInvitationToken } from "@/auth/team/invitation-token";
import { getDatabase } from "@/db/client";
import type { Db, Executor } from "@/db/drivers/driver";
import { acceptInvitation } from "@/db/queries/invitations/accept-invitation";
import { getInvitation, type Invitation } from "@/db/queries/invitations/get-invitation";
import { lockMember } from "@/db/queries/members/lock-member";
import { addMember } from "@/db/queries/teams/add-member";
import { lockTeam } from "@/db/queries/teams/lock-team";
import { createUser } from "@/db/queries/users/create-user";
import { getUserByEmail } from "@/db/queries/users/get-user-by-email";
import { type Answer, type Call, json } from "../call";
import { readJson } from "../read-json";
import { recordChange } from "../record-change";
import { requireUser } from "../require-caller";

/** What an invitation is accepted with: nothing more by who is signed in, else an account, known or new. */
export const acceptInvitationSchema = z.strictObject({
  token: z.string().max(200),
  account: z
    .strictObject({
      name: nameSchema.optional().describe("For a new account; without it the address gives the name"),
      email: emailSchema,
      password: z.string().max(PASSWORD_LENGTH.max),
    })
    .optional()
    .describe("For who is not signed in: the account to join with, made when there is none with that address"),
});

type Account = NonNullable<z.infer<typeof acceptInvitationSchema>["account"]>;

const ENDED = {
  used: "This invitation has been used: it was for one person.",
  revoked: "This invitation has been revoked.",
  expired: "This invitation has expired.",
} as const;

function ended(state: keyof typeof ENDED): ActivityError {
  return new ActivityError("conflict", `${ENDED[state]} Ask for a new one.`);
}

/** Who joins: an id, or an account that is to be made once nothing else stands in the way. */
type Joiner = { userId: string } | { name: string; email: string; passwordHash: string };

/**
 * The account with that address and password, or a new one. A known address with another password and a sign-in that fails are one
 * answer, after the same work, and counted together: the link is no way to try passwords.
 */
async function joinerOf(db: Db, call: Call, account: Account): Promise<Joiner> {
  const { email, password, name = email.slice(0, email.indexOf("@")) } = account;
  const address = call.header("x-forwarded-for")?.split(",").at(-1)?.trim() ?? "";
  const joiner = await limitSignIn(signInLimiters(), { email, address }, async (): Promise<Joiner | null> => {
    const known = await getUserByEmail(db, email);
    if (known !== null) return (await verifyPassword(known.passwordHash, password)) ? { userId: known.id } : null;
    const fit = passwordSchema.safeParse(password);
    if (!fit.success) throw invalid(["account", "password"], fit.error.issues[0]?.message ?? "is not valid");
    return { name, email, passwordHash: await hashPassword(password) };
  });
  if (joiner === "refused") throw new ActivityError("too_many_requests", "Too many attempts.", { retryAfter: 900 });
  if (joiner === null) throw new ActivityError("unauthenticated", "E-mail or password is wrong.");
  return joiner;
}

async function join(tx: Executor, call: Call, { id, team, role }: Invitation, joiner: Joiner): Promise<void> {
  await lockTeam(tx, team.id);
  const userId = "userId" in joiner ? joiner.userId : await createUser(tx, joiner);
  // Who is in the team already keeps the role, and the link its use.
  if ((await lockMember(tx, team.id, userId)) !== null) return;
  if (!(await acceptInvitation(tx, team.id, id, userId))) throw ended("used");
  await addMember(tx, team.id, userId, role);
  await recordChange(
    tx,
    call,
    { team, via: "link", userId },
    {
      action: "member_joined",
      entity: { type: "team", id: team.id, name: team.name },
      predicate: `joined ${team.name}`,
      metadata: { role, invitation: id },
    },
  );
}

/** POST /api/invitations: joins the team that a link invites to, as who is signed in, or with an account that is named or made. */
export async function acceptInvitationCall(call: Call): Promise<Answer> {
  const { token, account } = await readJson(call, 16_384, acceptInvitationSchema);
  const user = account === undefined ? await requireUser(call) : null;
  const hash = hashInvitationToken(token);
  const { db } = await getDatabase();
  const invitation = hash === null ? null : await getInvitation(db, hash);
  if (invitation === null) throw new ActivityError("not_found", "There is no such invitation.");
  if (invitation.state !== "open") throw ended(invitation.state);
  const email = user?.email ?? account?.email ?? "";
  if (invitation.email !== null && invitation.email !== email) {
    throw new ActivityError("forbidden", "This invitation is for another e-mail address.");
  }
  const joiner = account === undefined ? { userId: user?.id ?? "" } : await joinerOf(db, call, account);
  await db.transaction((tx) => join(tx, call, invitation, joiner));
  dropCachedAccess();
  return json(200, { team: invitation.team.slug });
}
