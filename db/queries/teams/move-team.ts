import { and, eq } from "drizzle-orm";
import { ActivityError } from "@/activity/errors";
import type { Executor } from "../../drivers/driver";
import { teamAliases, teams } from "../../schema";
import { sqlState } from "../../sql-state";
import { ringAccess } from "../ring-access";
import { isAliasOfAnother } from "./is-alias-of-another";

const UNIQUE_VIOLATION = "23505";

/**
 * Gives a team another slug; the old one stays its alias, and an alias of its own becomes its slug again. Throws `conflict` when
 * another team has the slug or had it once; the transaction that it runs in is then of no more use.
 */
export async function moveTeam(
  db: Executor,
  teamId: string,
  { from, to }: { from: string; to: string },
): Promise<void> {
  const taken = new ActivityError("conflict", `The address "${to}" is or was another team's.`);
  await db
    .update(teams)
    .set({ slug: to })
    .where(eq(teams.id, teamId))
    .catch((error: unknown) => {
      throw sqlState(error) === UNIQUE_VIOLATION ? taken : error;
    });
  if (await isAliasOfAnother(db, teamId, to)) throw taken;
  await db.delete(teamAliases).where(and(eq(teamAliases.teamId, teamId), eq(teamAliases.slug, to)));
  await db.insert(teamAliases).values({ teamId, slug: from });
  await ringAccess(db, { teamId });
}
