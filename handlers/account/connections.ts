import { ActivityError } from "@/activity/errors";
import { canSendMail } from "@/auth/mail/send-mail";
import { listSignInProviders } from "@/auth/providers/sign-in-providers";
import { getDatabase } from "@/db/client";
import { disconnectAccount } from "@/db/queries/accounts/disconnect-account";
import { listAccounts } from "@/db/queries/accounts/list-accounts";
import { getUserByEmail } from "@/db/queries/users/get-user-by-email";
import { type Answer, type Call, noContent } from "../call";
import { requireUser } from "../require-caller";

/** DELETE /api/account/connections/{provider}: that account elsewhere signs in no longer. The last way to sign in stays. */
export async function disconnectCall(call: Call): Promise<Answer> {
  const user = await requireUser(call);
  const provider = listSignInProviders().find(({ id }) => id === call.params.provider);
  if (provider === undefined) throw new ActivityError("not_found", "There is no such way to sign in.");
  const { db } = await getDatabase();
  const full = await getUserByEmail(db, user.email);
  const others = (await listAccounts(db, user.id)).filter((each) => each.provider !== provider.key);
  if (full?.passwordHash == null && others.length === 0 && !canSendMail()) {
    throw new ActivityError("conflict", "This is the only way you can sign in: choose a password first.");
  }
  const isGone = await disconnectAccount(db, user.id, provider.key);
  if (!isGone) throw new ActivityError("not_found", "Your account is not connected there.");
  return noContent;
}
