import { env } from "@/env";
import type { Call } from "./call";

/** Where this server is reached: NEXTAUTH_URL, else the address this call came to. */
export function ownOrigin(call: Call): string {
  const isSecure = (call.header("x-forwarded-proto") ?? call.url.protocol.replace(":", "")) === "https";
  const host = call.header("x-forwarded-host") ?? call.header("host") ?? call.url.host;
  const visited = `${isSecure ? "https" : "http"}://${host}`;
  return env.NEXTAUTH_URL ?? (URL.canParse(visited) ? visited : call.url.origin);
}
