import { randomBytes } from "node:crypto";
import { v7 } from "uuid";
import type { Executor } from "../../drivers/driver";
import { teamSequences, teams } from "../../schema";
import { type Team, teamColumns } from "./get-team";

/** Stores a team with its counter; null when the slug is taken. Run it in a transaction. */
export async function createTeam(
  db: Executor,
  team: { slug: string; name: string; isSample: boolean },
): Promise<Team | null> {
  const rows = await db
    .insert(teams)
    .values({ id: v7(), ...team })
    .onConflictDoNothing({ target: teams.slug })
    .returning(teamColumns);
  const created = rows[0];
  if (created === undefined) return null;
  await db.insert(teamSequences).values({ teamId: created.id, epoch: randomBytes(6).toString("hex") });
  return created;
}
