import { headers } from "next/headers";
import { env } from "@/env";

/** Scheme, host and port this server is reached at: NEXTAUTH_URL's, else those of the request (a proxy's word before the socket's). */
export async function ownOrigin(): Promise<string> {
  const sent = await headers();
  const scheme = sent.get("x-forwarded-proto")?.split(",")[0] === "https" ? "https" : "http";
  const visited = `${scheme}://${sent.get("x-forwarded-host") ?? sent.get("host")}`;
  const base = env.NEXTAUTH_URL ?? visited;
  return URL.canParse(base) ? new URL(base).origin : "http://localhost:3000";
}
