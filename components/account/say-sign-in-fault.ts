/** A sentence for next-auth's `error`: a wrong password, too many tries, or anything else. Null without an error. */
export function saySignInFault(error: string | null | undefined): string | null {
  if (!error) return null;
  if (error === "CredentialsSignin") return "E-mail or password is wrong.";
  if (/too.?many/i.test(error)) return "Too many attempts. Try again in a few minutes.";
  if (error === "SessionRequired") return "Please sign in to go on.";
  return "Signing in did not work. Try again in a moment.";
}
