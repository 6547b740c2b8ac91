import { once } from "node:events";
import { text } from "node:stream/consumers";
import { SMTPServer } from "smtp-server";

/** A mail server for a story. */
export interface MailServer {
  /** What `SMTP_URL` is to be. */
  url: string;
  /** Waits for a mail and gives the first link in it that begins with `start`. */
  nextLink(start: string): Promise<string>;
  close(): Promise<void>;
}

/** Opens a real SMTP server on a free port of this machine. */
export async function openMailServer(): Promise<MailServer> {
  const mails: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["AUTH", "STARTTLS"],
    onData: (stream, _session, done) => {
      text(stream).then((raw) => {
        mails.push(raw.replace(/=\r\n/g, "").replaceAll("=3D", "="));
        done();
      }, done);
    },
  });
  const listener = server.listen(0, "127.0.0.1");
  await once(listener, "listening");
  const address = listener.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return {
    url: `smtp://127.0.0.1:${port}`,
    nextLink: async (start) => {
      for (const begin = Date.now(); Date.now() - begin < 10_000; ) {
        const link = mails
          .shift()
          ?.split(/\r?\n/)
          .find((line) => line.startsWith(start));
        if (link !== undefined) return link;
        await new Promise((done) => setTimeout(done, 50));
      }
      throw new Error(`no mail with a link to ${start}`);
    },
    close: () => new Promise((done) => server.close(done)),
  };
}
