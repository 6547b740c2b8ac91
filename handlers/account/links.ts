import { z } from "zod";
import { emailSchema, passwordSchema } from "@/auth/account";
import { sendLink } from "@/auth/links/send-link";
import { resetPassword } from "@/auth/links/sign-in-link";
import { deviceOf } from "@/auth/session/device-of";
import { ownUrl } from "@/auth/session/own-url";
import { mayAskForMail, mayWorkOnPassword, signInLimiters } from "@/auth/session/sign-in-limit";
import { getDatabase } from "@/db/client";
import type { LinkPurpose } from "@/db/queries/sign-in-links/create-link";
import { log } from "@/log";
import { type Answer, type Call, json, noContent } from "../call";
import { inProgress } from "../calls-in-progress";
import { readJson } from "../read-json";
import { tooOften } from "./password";

/** Who forgot their password. */
export const askResetSchema = z.strictObject({ email: emailSchema });

/** Who wants to sign in by mail, and the address to open then. */
export const askMagicSchema = z.strictObject({ email: emailSchema, callbackUrl: z.string().max(8_192).optional() });

/** A reset link's token and the new password. */
export const resetSchema = z.strictObject({ token: z.string().max(100), newPassword: passwordSchema });

/** Any address that cannot be ours. */
const NOWHERE = "http://localhost";

/** What everybody is told: whether there is an account, only its owner's inbox says. */
const ASKED = { status: "accepted" };

/**
 * Answers the same, and as fast, whoever is asked for: the account is looked up and the mail goes out behind the answer. A
 * shutdown waits for it.
 */
async function ask(call: Call, email: string, purpose: LinkPurpose, callbackPath: string | null): Promise<Answer> {
  const address = deviceOf({ get: (name) => call.header(name) }).ip ?? "";
  if (!(await mayAskForMail(signInLimiters(), { email, address }))) throw tooOften();
  const { db } = await getDatabase();
  inProgress(() => sendLink(db, email, purpose, callbackPath)).catch((err: unknown) =>
    log.error({ err }, "a mail could not be sent"),
  );
  return json(202, ASKED);
}

/** POST /api/account/reset: mails a link to choose a new password, if there is such an account and a mail server. */
export async function askResetCall(call: Call): Promise<Answer> {
  const { email } = await readJson(call, 16_384, askResetSchema);
  return await ask(call, email, "reset", null);
}

/** POST /api/account/magic: mails a link that signs in, if there is such an account and a mail server. */
export async function askMagicCall(call: Call): Promise<Answer> {
  const { email, callbackUrl } = await readJson(call, 16_384, askMagicSchema);
  const path = callbackUrl === undefined ? null : ownUrl(callbackUrl, NOWHERE).slice(NOWHERE.length) || null;
  return await ask(call, email, "sign-in", path);
}

/** PUT /api/account/reset: the new password of whoever has an unused reset link. Every session is over; nobody is signed in by it. */
export async function resetCall(call: Call): Promise<Answer> {
  const { token, newPassword } = await readJson(call, 16_384, resetSchema);
  if (!(await mayWorkOnPassword(signInLimiters()))) throw tooOften();
  const { db } = await getDatabase();
  await resetPassword(db, token, newPassword);
  return noContent;
}
