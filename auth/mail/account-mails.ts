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

/** The mail with a link that signs in. */
export function signInMail(to: string, url: string): Mail {
  return composeMail(to, {
    subject: "Sign in to Live Activity Stream",
    before: ["Here is the link you asked for."],
    action: { label: "Sign in", url },
    after: ["It works once, for 10 minutes.", "If you did not ask for it, do nothing: without it nobody gets in."],
  });
}
