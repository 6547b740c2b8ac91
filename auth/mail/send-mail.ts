import nodemailer, { type Transporter } from "nodemailer";
import { ActivityError } from "@/activity/errors";
import { env } from "@/env";
import type { Mail } from "./compose-mail";

/** How long a mail server may take to answer at each step, milliseconds. */
const TIMEOUT_MS = 10_000;

const KEY = Symbol.for("las.mail");
const globals = globalThis as { [KEY]?: { url: string; transport: Transporter } };

/** Whether this server can send mail. */
export function canSendMail(): boolean {
  return env.SMTP_URL !== undefined;
}

function transportTo(url: string): Transporter {
  if (globals[KEY]?.url !== url) {
    const transport = nodemailer.createTransport({
      url,
      connectionTimeout: TIMEOUT_MS,
      greetingTimeout: TIMEOUT_MS,
      socketTimeout: TIMEOUT_MS,
      disableFileAccess: true,
      disableUrlAccess: true,
    });
    globals[KEY] = { url, transport };
  }
  return globals[KEY].transport;
}

/** Sends a mail; done when the mail server has taken it. Throws `unavailable` without SMTP_URL, and what the mail server answers. */
export async function sendMail({ to, ...mail }: Mail): Promise<void> {
  if (env.SMTP_URL === undefined) throw new ActivityError("unavailable", "No mail server is configured.");
  // The address as an object: as text, a comma in it would make it two.
  await transportTo(env.SMTP_URL).sendMail({ ...mail, from: env.SMTP_FROM, to: { name: "", address: to } });
}
