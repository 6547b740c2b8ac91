// In front of every page, never of the API, on hosts that serve the build without `server.mjs`, whose lanes do the same.
import { type NextRequest, NextResponse } from "next/server";
import { dressPage } from "./handlers/security-headers";

export function proxy(request: NextRequest): NextResponse {
  const { asked, answered } = dressPage(request.nextUrl.pathname, request.headers.get("x-forwarded-proto"));
  const headers = new Headers(request.headers);
  for (const [name, value] of Object.entries(asked)) headers.set(name, value);
  const response = NextResponse.next({ request: { headers } });
  for (const [name, value] of Object.entries(answered)) response.headers.set(name, value);
  return response;
}

// What `isPage` says; Next reads it as it stands.
export const config = { matcher: ["/((?!api/|_next/|p/[^/]+/[^/]+/feed\\.(?:atom|json)$).*)"] };
