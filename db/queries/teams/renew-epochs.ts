import { eq, sql } from "drizzle-orm";
import type { Executor } from "../../drivers/driver";
import { teamSequences } from "../../schema";

/**
 * Gives one team's history, or every team's (null), a new name: what readers saw after a backup was made may be gone once it is
 * restored, so each of them is told to read its list again. Seqs go on as they are. Gives the number of teams.
 */
export async function renewEpochs(db: Executor, teamId: string | null): Promise<number> {
  const rows = await db
    .update(teamSequences)
    .set({ epoch: sql`encode(substr(uuid_send(gen_random_uuid()), 1, 6), 'hex')` })
    .where(teamId === null ? undefined : eq(teamSequences.teamId, teamId))
    .returning({ teamId: teamSequences.teamId });
  return rows.length;
}
