import { signIn } from "next-auth/react";
import { saySignInFault } from "./say-sign-in-fault";

/** Signs in through next-auth; null when it worked, else a sentence on why not. */
export async function trySignIn(email: string, password: string): Promise<string | null> {
  const result = await signIn("credentials", { redirect: false, email, password }).catch(() => null);
  if (result?.ok) return null;
  if (result?.status === 429) return saySignInFault("too_many_requests");
  return saySignInFault(result?.error ?? "unavailable");
}
