import { inArray } from "drizzle-orm";
import type { Executor } from "../../drivers/driver";
import { users } from "../../schema";

export interface User {
  id: string;
  name: string;
  /** Lower case. */
  email: string;
  /** A session that carries another number has been revoked. */
  sessionVersion: number;
}

/** The users of these ids (UUIDs), each in its id's place; null where there is none. */
export async function listUsers(db: Executor, ids: readonly string[]): Promise<(User | null)[]> {
  const rows = await db
    .select({ id: users.id, name: users.name, email: users.email, sessionVersion: users.sessionVersion })
    .from(users)
    .where(inArray(users.id, [...ids]));
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => byId.get(id.toLowerCase()) ?? null);
}
