import { env } from "@/env";
import { log } from "@/log";
import { mayAskForMail, signInLimiters } from "../session/sign-in-limit";
import { invitationMail } from "./account-mails";
import { canSendMail, sendMail } from "./send-mail";

/** Why an invitation was not mailed: there is no mail server, too many mails were asked for, or the mail server did not take it. */
export const MAIL_FAULTS = ["no_mail_server", "too_many_mails", "mail_not_taken"] as const;
export type MailFault = (typeof MAIL_FAULTS)[number];

/** An invitation as its mail tells of it. */
export interface MailedInvitation {
  /** Lower case. */
  email: string;
  /** The path of its link. */
  path: string;
  team: string;
  /** Null for a key. */
  invitedBy: string | null;
  days: number;
  /** Who asks, by an id of a person: mails are counted by it, whatever address or key they are asked for from. */
  askedBy: string;
}

/**
 * Mails an invitation's link, and says why when it could not. Never throws: the invitation stands, and its link can be handed on by
 * other ways. Asking is counted as asking for any other mail is, so that nobody's inbox is filled from here.
 */
export async function mailInvitation({ askedBy, email, path, ...about }: MailedInvitation): Promise<MailFault | null> {
  if (!canSendMail() || env.NEXTAUTH_URL === undefined) return "no_mail_server";
  if (!(await mayAskForMail(signInLimiters(), { email, address: askedBy }))) return "too_many_mails";
  try {
    await sendMail(invitationMail(email, { ...about, url: new URL(path, env.NEXTAUTH_URL).href }));
    return null;
  } catch (error) {
    log.warn({ err: error }, "an invitation could not be mailed");
    return "mail_not_taken";
  }
}
