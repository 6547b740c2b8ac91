import { asc, eq } from "drizzle-orm";
import type { Executor } from "../../drivers/driver";
import { teamAliases, teams } from "../../schema";

/** How a team is called, and where its days begin. */
export interface TeamSettings {
  name: string;
  slug: string;
  /** An IANA name. */
  timeZone: string;
  /** Slugs it had before, which still lead to it. */
  aliases: string[];
}

/** A team's settings; null when it is gone. */
export async function getTeamSettings(db: Executor, teamId: string): Promise<TeamSettings | null> {
  const [team] = await db
    .select({ name: teams.name, slug: teams.slug, timeZone: teams.timeZone })
    .from(teams)
    .where(eq(teams.id, teamId));
  if (team === undefined) return null;
  const aliases = await db
    .select({ slug: teamAliases.slug })
    .from(teamAliases)
    .where(eq(teamAliases.teamId, teamId))
    .orderBy(asc(teamAliases.createdAt), asc(teamAliases.slug));
  return { ...team, aliases: aliases.map(({ slug }) => slug) };
}
