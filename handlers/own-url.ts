import { env } from "@/env";
import type { Call } from "./call";

/** An address of this server that others are to use: below NEXTAUTH_URL, else below the address this call came to. */
export function ownUrl(call: Call, path: string): string {
  const host = call.header("x-forwarded-host") ?? call.header("host") ?? call.url.host;
  const scheme = call.header("x-forwarded-proto") ?? call.url.protocol.replace(":", "");
  const visited = `${scheme === "https" ? "https" : "http"}://${host}`;
  const base = env.NEXTAUTH_URL ?? (URL.canParse(visited) ? visited : call.url.origin);
  return new URL(path, base).href;
}
