import { once } from "node:events";
import { text } from "node:stream/consumers";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, expect } from "vitest";
import { type Env, env } from "@/env";

/** A mail as it came over SMTP. */
export interface ReceivedMail {
  from: string;
  to: string[];
  /** Head and body with quoted-printable undone. */
  text: string;
}

/** A mail server for the tests of one file, which the settings then name. */
export interface MailServer {
  readonly mails: ReceivedMail[];
  /** Waits for the next mail to that address that was not given out yet. */
  next(to: string): Promise<ReceivedMail>;
  /** Answers every mail with an error from now on, or no longer. */
  refuse(isRefusing: boolean): void;
}

/** Undoes quoted-printable (RFC 2045, section 6.7), which long addresses in a mail are written in. */
function readable(raw: string): string {
  return raw
    .replace(/=\r\n/g, "")
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}

/** Opens a real SMTP server around the tests of a file, and makes it the product's. */
export function mailServer(): MailServer {
  const mails: ReceivedMail[] = [];
  const given = new Set<ReceivedMail>();
  let isRefusing = false;
  const before: Partial<Env> = {};
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["AUTH", "STARTTLS"],
    onData: (stream, session, done) => {
      text(stream).then((raw) => {
        if (isRefusing) return done(new Error("try again later"));
        const { mailFrom, rcptTo } = session.envelope;
        const from = mailFrom === false ? "" : mailFrom.address;
        mails.push({ from, to: rcptTo.map(({ address }) => address), text: readable(raw) });
        done();
      }, done);
    },
  });
  beforeAll(async () => {
    const listener = server.listen(0, "127.0.0.1");
    await once(listener, "listening");
    const address = listener.address();
    const port = typeof address === "object" && address !== null ? address.port : 0;
    Object.assign(before, { SMTP_URL: env.SMTP_URL, SMTP_FROM: env.SMTP_FROM, NEXTAUTH_URL: env.NEXTAUTH_URL });
    Object.assign(env, {
      SMTP_URL: `smtp://127.0.0.1:${port}`,
      SMTP_FROM: "Feed <feed@mail.example>",
      NEXTAUTH_URL: "http://localhost:3000",
    });
  });
  afterAll(async () => {
    Object.assign(env, before);
    await new Promise<void>((done) => server.close(done));
  });
  return {
    mails,
    refuse: (is) => {
      isRefusing = is;
    },
    next: async (to) => {
      const find = () => mails.find((mail) => mail.to.includes(to) && !given.has(mail));
      await expect.poll(find, { timeout: 10_000 }).toBeDefined();
      const mail = find();
      if (mail === undefined) throw new Error("the mail went away");
      given.add(mail);
      return mail;
    },
  };
}

/** The first address of ours that a mail's plain text holds. */
export function linkOf(mail: ReceivedMail): string {
  const found = /^(http:\/\/localhost:3000\/\S+)\r?$/m.exec(mail.text)?.[1];
  if (found === undefined) throw new Error(`no link in: ${mail.text}`);
  return found;
}
