import { sql } from "drizzle-orm";
import type { Executor } from "../../drivers/driver";

/** Holds a team's counter until the transaction ends: changes of the team take turns, with each other and with what is appended. */
export async function lockTeam(tx: Executor, teamId: string): Promise<void> {
  await tx.execute(sql`select from team_sequences where team_id = ${teamId} for update`);
}
