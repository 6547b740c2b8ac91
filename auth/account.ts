import { z } from "zod";
import { ActivityError } from "@/activity/errors";
import { storableText } from "@/activity/storable-text";
import type { Executor } from "@/db/drivers/driver";
import { createUser } from "@/db/queries/users/create-user";
import { getUserByEmail } from "@/db/queries/users/get-user-by-email";
import { isGuessable } from "./session/guessable-password";
import { hashPassword, PASSWORD_LENGTH, verifyPassword } from "./session/password";

/** A name of a person, a team, a key or an integration: not blank, at most 200 bytes. */
export const nameSchema = storableText(200, { allowEmpty: true }).trim().min(1, "must not be empty");

/** An e-mail address in lower case: one `@`, no spaces, at most 254 bytes. Whether it exists, only a mail could tell. */
export const emailSchema = storableText(254, { allowEmpty: true })
  .trim()
  .toLowerCase()
  .regex(/^[^\s@]+@[^\s@]+$/, "must be an e-mail address");

/** A new password: of any characters, long enough, and not one that is tried first (OWASP ASVS 6.2). */
export const passwordSchema = z
  .string()
  .min(PASSWORD_LENGTH.min, { error: `must be at least ${PASSWORD_LENGTH.min} characters`, abort: true })
  .max(PASSWORD_LENGTH.max, `must be at most ${PASSWORD_LENGTH.max} characters`)
  .refine((password) => !isGuessable(password), "is among the passwords that are tried first: choose another one");

/**
 * The id of the account with that address; made when there is none, which needs a password.
 * Throws `conflict` when the account exists and has another password, `invalid_request` when a new one has none.
 */
export async function ensureUser(
  db: Executor,
  user: { email: string; password?: string | undefined; name?: string | undefined },
): Promise<string> {
  const known = await getUserByEmail(db, user.email);
  if (known === null) {
    if (user.password === undefined) {
      throw new ActivityError("invalid_request", `There is no account for ${user.email} yet: give it a password.`);
    }
    const name = user.name ?? user.email.slice(0, user.email.indexOf("@"));
    const passwordHash = await hashPassword(user.password);
    // Only the command line comes here, and whoever runs the server says whose address it is.
    return await createUser(db, { name, email: user.email, passwordHash, isEmailVerified: true });
  }
  if (user.password !== undefined && !(await verifyPassword(known.passwordHash, user.password))) {
    throw new ActivityError(
      "conflict",
      `There is already an account for ${user.email} with another password: leave the password out, or reset it first.`,
    );
  }
  return known.id;
}
