import { env } from "@/env";

const PLAIN = "next-auth.session-token";
const HOST = `__Host-${PLAIN}`;

/** Longest cookie that is looked at, characters: next-auth's own are a few hundred. */
const MAX_TOKEN = 16_384;

/** Names next-auth may have used. With NEXTAUTH_URL only its own: a plain one could be planted from an http page of the same host. */
function cookieNames(): string[] {
  if (env.NEXTAUTH_URL === undefined) return [HOST, PLAIN];
  return [env.NEXTAUTH_URL.startsWith("https://") ? HOST : PLAIN];
}

/** The session token in a raw Cookie header, put together again when next-auth split it into `name.0`, `name.1`, …; null when there is none. */
export function readSessionToken(cookieHeader: string | null): string | null {
  if (cookieHeader === null || !cookieHeader.includes(PLAIN)) return null;
  const cookies = new Map<string, string>();
  for (const part of cookieHeader.split(";")) {
    const equals = part.indexOf("=");
    if (equals > 0) cookies.set(part.slice(0, equals).trim(), part.slice(equals + 1).trim());
  }
  for (const name of cookieNames()) {
    let token = cookies.get(name) ?? "";
    for (let chunk = 0; token.length <= MAX_TOKEN; chunk += 1) {
      const more = cookies.get(`${name}.${chunk}`);
      if (more === undefined) break;
      token += more;
    }
    if (token !== "" && token.length <= MAX_TOKEN) return token;
  }
  return null;
}
