import { eq } from "drizzle-orm";
import type { Executor } from "../../drivers/driver";
import {
  activityEvents,
  actors,
  apiKeys,
  deliveries,
  entities,
  idempotencyKeys,
  integrations,
  members,
  teamSequences,
  teams,
} from "../../schema";
import { ringAccess } from "../ring-access";
import { lockTeam } from "./lock-team";

/** What belongs to a team, each before what it points to. */
const TABLES = [
  activityEvents,
  deliveries,
  idempotencyKeys,
  entities,
  actors,
  integrations,
  apiKeys,
  members,
  teamSequences,
] as const;

/** Removes a team with everything in it. Run it in a transaction. */
export async function deleteTeam(db: Executor, teamId: string): Promise<void> {
  // Waits for the append that is running; later ones find no counter and store nothing.
  await lockTeam(db, teamId);
  for (const table of TABLES) await db.delete(table).where(eq(table.teamId, teamId));
  await db.delete(teams).where(eq(teams.id, teamId));
  await ringAccess(db, { teamId });
}
