import { type SQL, sql } from "drizzle-orm";
import type { Executor } from "../../drivers/driver";
import { members, teams } from "../../schema";
import { type Team, teamColumns } from "./get-team";

/** Selects what {@link listTeamsOfUser} gives. */
export function teamsOf(userId: string): SQL {
  return sql`
    SELECT ${teamColumns.id}, ${teamColumns.slug}, ${teamColumns.name}, ${teamColumns.isSample} AS "isSample"
    FROM ${teams} JOIN ${members} ON ${members.teamId} = ${teams.id} WHERE ${members.userId} = ${userId}
    ORDER BY ${teams.isSample}, ${teams.createdAt}, ${teams.id}`;
}

/** Every team a user is a member of: real ones before samples, then the oldest first. */
export async function listTeamsOfUser(db: Executor, userId: string): Promise<Team[]> {
  const { rows } = await db.execute<Record<string, unknown> & Team>(teamsOf(userId));
  return rows;
}
