import { env } from "@/env";

/** A way to sign in elsewhere. */
export interface SignInProvider {
  id: "github" | "google" | "oidc";
  /** What people call it. */
  name: string;
  /** Its name in stored accounts. An issuer's ids mean nothing at another issuer. */
  key: string;
}

/** The ways to sign in elsewhere whose settings are there. */
export function listSignInProviders(): SignInProvider[] {
  const providers: SignInProvider[] = [];
  if (env.GITHUB_ID !== undefined) providers.push({ id: "github", name: "GitHub", key: "github" });
  if (env.GOOGLE_ID !== undefined) providers.push({ id: "google", name: "Google", key: "google" });
  if (env.OIDC_ISSUER !== undefined) {
    providers.push({ id: "oidc", name: env.OIDC_NAME, key: `oidc:${env.OIDC_ISSUER}` });
  }
  return providers;
}
