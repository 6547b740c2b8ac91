import { composeMail, type Mail } from "./compose-mail";

/** The mail with a link to choose a new password. */
export function resetMail(to: string, url: string): Mail {
  return composeMail(to, {
    subject: "Choose a new password",
    before: ["Somebody, hopefully you, asked to reset your password for Live Activity Stream."],
    action: { label: "Choose a new password", url },
    after: [
      "The link works once, for one hour. It signs you out everywhere.",
      "If it was not you, do nothing: your password stays as it is.",
    ],
  });
}

/** Text that somebody else wrote, on one line: it must not look like lines of ours. */
function onOneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

/** The mail with an invitation's link into a team; `invitedBy` is null for a key. Names stand in it as they are, on one line. */
export function invitationMail(
  to: string,
  { team, invitedBy, days, url }: { team: string; invitedBy: string | null; days: number; url: string },
): Mail {
  const who = onOneLine(invitedBy ?? "Somebody");
  const what = onOneLine(team);
  return composeMail(to, {
    subject: `${who} invites you to ${what}`,
    before: [`${who} invites you to follow what happens in “${what}” on Live Activity Stream.`],
    action: { label: "Accept the invitation", url },
    after: [
      `The link works once, for ${days === 1 ? "a day" : `${days} days`}, and for this address only.`,
      "If you do not know what this is about, do nothing.",
    ],
  });
}

/** The mail with a link that signs in. */
export function signInMail(to: string, url: string): Mail {
  return composeMail(to, {
    subject: "Sign in to Live Activity Stream",
    before: ["Here is the link you asked for."],
    action: { label: "Sign in", url },
    after: ["It works once, for 10 minutes.", "If you did not ask for it, do nothing: without it nobody gets in."],
  });
}
