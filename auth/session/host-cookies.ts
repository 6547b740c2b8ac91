import type { AuthOptions } from "next-auth";

const OPTIONS = { httpOnly: true, sameSite: "lax", path: "/", secure: true } as const;
/** Seconds in which a sign-in elsewhere must be done: next-auth's own. */
const SIGN_IN_SECONDS = 15 * 60;

function hostCookie(name: string, maxAge?: number) {
  return { name: `__Host-next-auth.${name}`, options: maxAge === undefined ? OPTIONS : { ...OPTIONS, maxAge } };
}

/**
 * next-auth's cookies as they are named behind https: `__Host-` keeps them to this very host, so that no other host of its domain, and
 * no page by plain http, can plant one. The form token's has the name by itself.
 */
export const HOST_COOKIES: NonNullable<AuthOptions["cookies"]> = {
  sessionToken: hostCookie("session-token"),
  callbackUrl: hostCookie("callback-url"),
  pkceCodeVerifier: hostCookie("pkce.code_verifier", SIGN_IN_SECONDS),
  state: hostCookie("state", SIGN_IN_SECONDS),
  nonce: hostCookie("nonce"),
};
