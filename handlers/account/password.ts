import { z } from "zod";
import { ActivityError, invalid } from "@/activity/errors";
import { dropCachedAccess } from "@/auth/access/drop-cached-access";
import { passwordSchema } from "@/auth/account";
import { deviceOf } from "@/auth/session/device-of";
import { hashPassword, PASSWORD_LENGTH, verifyPassword } from "@/auth/session/password";
import { limitSignIn, signInLimiters } from "@/auth/session/sign-in-limit";
import { getDatabase } from "@/db/client";
import { getUserByEmail } from "@/db/queries/users/get-user-by-email";
import { setPassword } from "@/db/queries/users/set-password";
import { log } from "@/log";
import { type Answer, type Call, noContent } from "../call";
import { readJson } from "../read-json";
import { requireSession } from "../require-caller";

/** A new password, and the one that it replaces. */
export const passwordChangeSchema = z.strictObject({
  currentPassword: z.string().max(PASSWORD_LENGTH.max),
  newPassword: passwordSchema,
});

/** Seconds after which trying once more may do, where the limits of signing in are reached. */
const RETRY_SECONDS = 15 * 60;

/** What is said where somebody guessed, or asked, too often. */
export function tooOften(): ActivityError {
  return new ActivityError("too_many_requests", "Too many attempts: try again in a few minutes.", {
    retryAfter: RETRY_SECONDS,
  });
}

/**
 * PUT /api/account/password: another password, for who knows the current one; guessing counts as it does at sign-in. Signs every
 * other device out.
 */
export async function changePasswordCall(call: Call): Promise<Answer> {
  const { user, claims } = await requireSession(call);
  const { currentPassword, newPassword } = await readJson(call, 16_384, passwordChangeSchema);
  const { db } = await getDatabase();
  const full = await getUserByEmail(db, user.email);
  if (full?.passwordHash == null) {
    throw new ActivityError("conflict", "Your account has no password yet: choose one by a reset link.");
  }
  const address = deviceOf({ get: (name) => call.header(name) }).ip ?? "";
  const outcome = await limitSignIn(signInLimiters(), { email: user.email, address }, async () =>
    (await verifyPassword(full.passwordHash, currentPassword)) ? full : null,
  );
  if (outcome === "refused") throw tooOften();
  if (outcome === null) throw invalid(["currentPassword"], "is not your password");
  const passwordHash = await hashPassword(newPassword);
  await db.transaction((tx) => setPassword(tx, user.id, passwordHash, claims.sessionId));
  dropCachedAccess();
  log.info({ userId: user.id, ip: address }, "a password was changed");
  return noContent;
}
