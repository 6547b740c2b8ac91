import { and, asc, eq, sql } from "drizzle-orm";
import type { ActorKind } from "@/activity/event-schema";
import type { Executor } from "../drivers/driver";
import { actors } from "../schema";

export interface Person {
  id: string;
  /** The id it was posted with. */
  key: string;
  name: string;
  kind: ActorKind;
  avatarUrl: string | null;
}

/** Actors of a team whose name (or key, without one) holds `part`, whatever the case: those that begin with it first, at most 50. */
export async function listPeople(db: Executor, teamId: string, part: string): Promise<Person[]> {
  const name = sql<string>`coalesce(${actors.name}, ${actors.key})`;
  const pattern = part.replace(/[\\%_]/g, "\\$&");
  return await db
    .select({ id: actors.id, key: actors.key, name, kind: actors.kind, avatarUrl: actors.avatarUrl })
    .from(actors)
    .where(and(eq(actors.teamId, teamId), sql`${name} ilike ${`%${pattern}%`}`))
    .orderBy(sql`${name} not ilike ${`${pattern}%`}`, sql`lower(${name})`, asc(actors.id))
    .limit(50);
}
