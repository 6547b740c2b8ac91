// What every answer tells browsers, pages and API alike: the one place for headers of security.
import { randomBytes } from "node:crypto";
import { env } from "@/env";

/** Public feeds: a cache between answers for half a minute, and while it asks anew for five more. */
export const PUBLIC_CACHE = "public, s-maxage=30, stale-while-revalidate=300";

const EVERYWHERE = {
  "x-content-type-options": "nosniff",
  "referrer-policy": "same-origin",
  "x-frame-options": "DENY",
  "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
  "cross-origin-opener-policy": "same-origin",
};

/** Two years (hstspreload.org asks for one at least). Subdomains are somebody else's to promise. */
const TRANSPORT = "max-age=63072000";

/** Whether the visitor came by TLS: NEXTAUTH_URL is https, or the proxy in front says so, whose word `server.mjs` has made true. */
export function isByTls(forwardedProto: string | null, ownUrl: string | undefined): boolean {
  if (ownUrl !== undefined) return ownUrl.startsWith("https:");
  return forwardedProto?.split(",")[0]?.trim().toLowerCase() === "https";
}

function transport(isTls: boolean): Record<string, string> {
  return isTls ? { "strict-transport-security": TRANSPORT } : {};
}

/** Headers of every answer of the API. What an answer says itself is said instead. */
export function apiHeaders(method: string, isTls: boolean): Record<string, string> {
  return {
    ...EVERYWHERE,
    ...transport(isTls),
    "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
    "x-robots-tag": "noindex",
    // What was asked for may be kept and asked after; what was made, secrets above all, is kept nowhere.
    "cache-control": method === "GET" || method === "HEAD" ? "private, no-cache" : "no-store",
  };
}

/** A public feed's own page: `/p/{team}/{feed}`. */
const PUBLIC_PAGE = /^\/p\/[^/]+\/[^/]+\/?$/;

/**
 * The content security policy of a page. Scripts run by nonce only, and those they load (`strict-dynamic`). Styles may be inline:
 * libraries place menus and dialogs by them, and they run nothing. Pictures come from wherever events say.
 */
export function pagePolicy(nonce: string, isDevelopment: boolean): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ""}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob: https: http:",
    "media-src 'self' https: http:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}

/** The page of a shared link: its address is the secret, which no other site may learn, nobody is to find and nothing keeps. */
const SECRET_PAGE = {
  "referrer-policy": "no-referrer",
  "x-robots-tag": "noindex, nofollow",
  "cache-control": "private, no-store",
};

/** Headers of a page besides its policy. Only public feeds are for caches between and for search engines. */
export function pageHeaders(path: string, isTls: boolean): Record<string, string> {
  const isPublic = PUBLIC_PAGE.test(path);
  return {
    ...EVERYWHERE,
    ...transport(isTls),
    // A public page's `cache-control` is said by `next.config.mjs`, which knows which of its requests are for the page.
    ...(isPublic ? {} : { "cache-control": "private, no-cache", "x-robots-tag": "noindex" }),
    ...(path.startsWith("/s/") ? SECRET_PAGE : {}),
  };
}

const NO_PAGE = /^\/(?:api\/|_next\/|p\/[^/]+\/[^/]+\/feed\.(?:atom|json)$)/;

/** Whether a path is a page's, or a file's of `public`. The API says its own headers, at both doors; files with a hash in their name need none. */
export function isPage(path: string): boolean {
  return !NO_PAGE.test(path);
}

/**
 * The headers of a page, with a nonce of its own: those its request is given, whatever it came with, and those of its answer. Next reads
 * the nonce out of the request's policy and gives it to its own scripts; `x-nonce` is for ours.
 */
export function dressPage(path: string, forwardedProto: string | null) {
  const nonce = randomBytes(18).toString("base64");
  const policy = { "content-security-policy": pagePolicy(nonce, env.NODE_ENV === "development") };
  return {
    asked: { ...policy, "x-nonce": nonce },
    answered: { ...policy, ...pageHeaders(path, isByTls(forwardedProto, env.NEXTAUTH_URL)) },
  };
}
