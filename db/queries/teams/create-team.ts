import { randomBytes } from "node:crypto";
import { eq } from "drizzle-orm";
import { v7 } from "uuid";
import type { Executor } from "../../drivers/driver";
import { teamSequences, teams } from "../../schema";
import { type Team, teamColumns } from "./get-team";
import { isAliasOfAnother } from "./is-alias-of-another";

/** Stores a team with its counter; null when the slug is taken, or was another team's once. Run it in a transaction. */
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
  if (await isAliasOfAnother(db, created.id, created.slug)) {
    await db.delete(teams).where(eq(teams.id, created.id));
    return null;
  }
  await db.insert(teamSequences).values({ teamId: created.id, epoch: randomBytes(6).toString("hex") });
  return created;
}
