import { eq } from "drizzle-orm";
import type { Executor } from "../../drivers/driver";
import { teams } from "../../schema";
import { ringAccess } from "../ring-access";

/** Changes a team's name or time zone; what is undefined stays. Run it in a transaction. */
export async function updateTeam(
  db: Executor,
  teamId: string,
  changes: { name?: string | undefined; timeZone?: string | undefined },
): Promise<void> {
  await db.update(teams).set(changes).where(eq(teams.id, teamId));
  // What is known of access holds the team's name.
  await ringAccess(db, { teamId });
}
