import { cookies } from "next/headers";
import { getDatabase } from "@/db/client";
import type { User } from "@/db/queries/users/list-users";
import { getAuthSecret } from "../secret";
import { getCookieUser } from "./session-user";

/** The signed-in user of the page being rendered, and the session's id; null for a visitor. At most a second old. */
export async function getPageSession(): Promise<{
  user: Pick<User, "id" | "name" | "email">;
  sessionId: string | null;
} | null> {
  const jar = await cookies();
  const header = jar
    .getAll()
    .map(({ name, value }) => `${name}=${value}`)
    .join("; ");
  const { db } = await getDatabase();
  const session = await getCookieUser(db, header, getAuthSecret());
  if (session === null) return null;
  const { id, name, email } = session.user;
  return { user: { id, name, email }, sessionId: session.claims.sessionId };
}

/** The signed-in user of the page being rendered; null for a visitor. At most a second old. */
export async function getSessionUser(): Promise<Pick<User, "id" | "name" | "email"> | null> {
  return (await getPageSession())?.user ?? null;
}
