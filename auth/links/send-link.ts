import type { Db } from "@/db/drivers/driver";
import type { LinkPurpose } from "@/db/queries/sign-in-links/create-link";
import { getUserByEmail } from "@/db/queries/users/get-user-by-email";
import { env } from "@/env";
import { resetMail, signInMail } from "../mail/account-mails";
import { canSendMail, sendMail } from "../mail/send-mail";
import { issueLink } from "./sign-in-link";

/**
 * Mails a link to whoever has that lower-case address; does nothing when nobody has, or no mail can be sent. `callbackPath` is
 * where a sign-in link leads. It takes longer for an account that exists: nobody who asks may wait for it.
 */
export async function sendLink(
  db: Db,
  email: string,
  purpose: LinkPurpose,
  callbackPath: string | null,
): Promise<void> {
  if (!canSendMail() || env.NEXTAUTH_URL === undefined) return;
  const user = await getUserByEmail(db, email);
  if (user === null) return;
  const { path } = await issueLink(db, user.id, purpose);
  const url = new URL(path, env.NEXTAUTH_URL);
  if (callbackPath !== null) url.searchParams.set("callbackUrl", callbackPath);
  await sendMail(purpose === "reset" ? resetMail(user.email, url.href) : signInMail(user.email, url.href));
}
