// In front of every page, never of the API: gives each its content security policy, with a nonce of its own.
import { type NextRequest, NextResponse } from "next/server";
import { env } from "./env";
import { isByTls, pageHeaders, pagePolicy } from "./handlers/security-headers";

/** Next reads the nonce out of the request's policy and gives it to its own scripts; `x-nonce` is for ours. */
export function proxy(request: NextRequest): NextResponse {
  const nonce = btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(18))));
  const policy = pagePolicy(nonce, env.NODE_ENV === "development");
  const headers = new Headers(request.headers);
  headers.set("x-nonce", nonce);
  headers.set("content-security-policy", policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  const isTls = isByTls(request.headers.get("x-forwarded-proto"), env.NEXTAUTH_URL);
  for (const [name, value] of Object.entries(pageHeaders(request.nextUrl.pathname, isTls))) {
    response.headers.set(name, value);
  }
  return response;
}

// The API says its own headers, at both doors, and a proxy would hold bodies up; files with a hash in their name need none.
export const config = { matcher: ["/((?!api/|_next/|p/[^/]+/[^/]+/feed\\.(?:atom|json)$).*)"] };
