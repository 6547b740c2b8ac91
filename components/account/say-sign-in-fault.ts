const SENTENCES: ReadonlyMap<string, string> = new Map([
  ["CredentialsSignin", "E-mail or password is wrong."],
  ["SessionRequired", "Please sign in to go on."],
  ["NoAccount", "There is no account for your address there. Ask the team for an invitation."],
  ["EmailNotVerified", "Your address is not verified there, so it cannot sign you in here."],
  [
    "ConnectFirst",
    "Sign in with your password this once, and connect the other account on your account's page: your address was never verified here.",
  ],
  ["ConnectedElsewhere", "That account is connected to somebody else here."],
]);

/** A sentence for next-auth's `error`: a wrong password, too many tries, a refusal of ours, or anything else. Null without an error. */
export function saySignInFault(error: string | null | undefined): string | null {
  if (!error) return null;
  if (/too.?many/i.test(error)) return "Too many attempts. Try again in a few minutes.";
  return SENTENCES.get(error) ?? "Signing in did not work. Try again in a moment.";
}
