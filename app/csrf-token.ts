import { cookies } from "next/headers";

/** next-auth's token for a plain form: the half before `|` in its cookie, once that was set. */
export async function readCsrfToken(): Promise<string | null> {
  const jar = await cookies();
  const cookie = jar.get("__Host-next-auth.csrf-token") ?? jar.get("next-auth.csrf-token");
  return cookie?.value.split("|")[0] ?? null;
}
