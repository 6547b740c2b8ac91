import type { Device } from "@/db/queries/sessions/create-session";

const MOST_CHARACTERS = 400;

/** Where a call comes from: the address as the nearest trusted proxy, or Next itself, says, and the program's own name for itself. */
export function deviceOf(headers: { get(name: string): string | null }): Device {
  const ip = headers.get("x-forwarded-for")?.split(",").at(-1)?.trim().slice(0, MOST_CHARACTERS);
  return { ip: ip || null, userAgent: headers.get("user-agent")?.slice(0, MOST_CHARACTERS) ?? null };
}
