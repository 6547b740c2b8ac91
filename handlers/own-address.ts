import { env } from "@/env";
import type { Call } from "./call";

/** The address that this server is reached at: NEXTAUTH_URL, else the one that the call came to. */
function ownAddress(call: Call): string {
  const host = call.header("x-forwarded-host") ?? call.header("host") ?? call.url.host;
  const scheme = call.header("x-forwarded-proto") ?? call.url.protocol.replace(":", "");
  const visited = `${scheme === "https" ? "https" : "http"}://${host}`;
  return env.NEXTAUTH_URL ?? (URL.canParse(visited) ? visited : call.url.origin);
}

/** An address of this server that others are to use. */
export function ownUrl(call: Call, path: string): string {
  return new URL(path, ownAddress(call)).href;
}
