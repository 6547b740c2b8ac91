import { type SQL, sql } from "drizzle-orm";
import type { Executor } from "../../drivers/driver";
import type { Team } from "./get-team";

/** Selects what {@link listTeamsOfUser} gives. */
export function teamsOf(userId: string): SQL {
  return sql`
    SELECT t.id, t.slug, t.name, t.is_sample AS "isSample" FROM teams t JOIN members m ON m.team_id = t.id
    WHERE m.user_id = ${userId} ORDER BY t.is_sample, t.created_at, t.id`;
}

/** Every team a user is a member of: real ones before samples, then the oldest first. */
export async function listTeamsOfUser(db: Executor, userId: string): Promise<Team[]> {
  const { rows } = await db.execute<Record<string, unknown> & Team>(teamsOf(userId));
  return rows;
}
