import { ActivityError } from "@/activity/errors";
import type { Db, Executor } from "@/db/drivers/driver";
import { createLink, type LinkPurpose } from "@/db/queries/sign-in-links/create-link";
import { getLinkUser } from "@/db/queries/sign-in-links/get-link-user";
import { spendLink } from "@/db/queries/sign-in-links/spend-link";
import { setEmailVerified } from "@/db/queries/users/set-email-verified";
import { setPassword } from "@/db/queries/users/set-password";
import { log } from "@/log";
import { dropCachedAccess } from "../access/drop-cached-access";
import { hashPassword } from "../session/password";
import { hashToken, newToken } from "../token";

/** How long a link can be used, minutes. What signs in by itself lasts 10 at most (OWASP ASVS 6.5.5). */
const LINK_MINUTES: Readonly<Record<LinkPurpose, number>> = { "sign-in": 10, reset: 60 };

/** A link of a user, as it is handed out this once: the path is ours and holds the token. */
export interface IssuedLink {
  path: string;
  expiresAt: Date;
}

/** Makes a link that signs a user in once, or lets them choose a new password. */
export async function issueLink(db: Executor, userId: string, purpose: LinkPurpose): Promise<IssuedLink> {
  const token = newToken();
  const hash = hashToken(token);
  if (hash === null) throw new ActivityError("internal", "A new token has not the shape of one.");
  const expiresAt = new Date(Date.now() + LINK_MINUTES[purpose] * 60_000);
  await createLink(db, { hash, purpose, userId, expiresAt });
  return { path: `/${purpose}/${token}`, expiresAt };
}

/** Whose link it is; null for one that is unknown, used, expired or for another purpose. Looking does not use it up. */
export async function linkUser(
  db: Executor,
  token: string,
  purpose: LinkPurpose,
): Promise<{ id: string; email: string } | null> {
  const hash = hashToken(token);
  return hash === null ? null : await getLinkUser(db, hash, purpose);
}

/** Uses a sign-in link up. Gives its user's id, whose address it has shown to be theirs; null as {@link linkUser}. */
export async function spendSignInLink(db: Db, token: string): Promise<string | null> {
  const hash = hashToken(token);
  if (hash === null) return null;
  return await db.transaction(async (tx) => {
    const userId = await spendLink(tx, hash, "sign-in");
    if (userId !== null) await setEmailVerified(tx, userId);
    return userId;
  });
}

/** Uses a reset link up: the new password counts, and every session is over. Throws `not_found` for a link that is not valid any more. */
export async function resetPassword(db: Db, token: string, password: string): Promise<void> {
  const gone = () => new ActivityError("not_found", "This link is not valid any more: ask for a new one.");
  const hash = hashToken(token);
  // Asked first, so that a made-up link does not buy the work of hashing.
  if (hash === null || (await getLinkUser(db, hash, "reset")) === null) throw gone();
  const passwordHash = await hashPassword(password);
  await db.transaction(async (tx) => {
    const userId = await spendLink(tx, hash, "reset");
    if (userId === null) throw gone();
    await setPassword(tx, userId, passwordHash);
    log.info({ userId }, "a password was reset by a link");
  });
  dropCachedAccess();
}
