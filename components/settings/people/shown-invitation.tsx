"use client";
import { z } from "zod";
import { CodeBlock } from "../../ui/code-block";
import { ShownOnce } from "../shown-once";

/** What the API answers when an invitation was made. `url` is its link, given this once. */
export const madeInvitationAnswer = z.object({
  url: z.string(),
  email: z.string().nullable(),
  mailed: z.boolean(),
  mailFault: z.enum(["no_mail_server", "too_many_mails", "mail_not_taken"]).nullable(),
});
export type MadeInvitation = z.infer<typeof madeInvitationAnswer>;

const WHY_NOT = {
  no_mail_server: "This server sends no mail.",
  too_many_mails: "It was not mailed: too many mails were asked for in the last minutes.",
  mail_not_taken: "It could not be mailed: the mail server did not take it.",
} as const;

/** An invitation that was just made, with its link, shown this once. */
export function ShownInvitation({ made, onClose }: { made: MadeInvitation; onClose: () => void }) {
  const { email, url, mailed, mailFault } = made;
  return (
    <ShownOnce title={mailed ? "The invitation is on its way" : "The invitation is ready"} onClose={onClose}>
      <p className="mb-2 break-words text-soft">
        {mailed ? (
          <>
            It was mailed to <bdi className="text-ink">{email}</bdi>. Should it not arrive, hand on this link: it works
            once, for a week, and is shown only now.
          </>
        ) : (
          <>
            {mailFault === null ? null : <>{WHY_NOT[mailFault]} </>}
            Send this link to <bdi className="text-ink">{email ?? "one person"}</bdi>: it works once, for a week, and is
            shown only now.
          </>
        )}
      </p>
      <CodeBlock text={url} label="link" mark={url} />
    </ShownOnce>
  );
}
