// Copying a team to another database: all of it or nothing, with the same ids, numbers and epoch, so that its readers go on there.
import { eq, or } from "drizzle-orm";
import { ActivityError } from "@/activity/errors";
import type { Db, Executor } from "../drivers/driver";
import type { Team } from "../queries/teams/get-team";
import { teams } from "../schema";
import { checksumOf, fixTextForms } from "./checksum";
import { copyRows } from "./copy-rows";
import { matchUsers } from "./match-users";
import { listTeamTables } from "./team-tables";

/** Throws `conflict` when the database has a team of that slug or id. */
export async function refuseKnownTeam(target: Executor, team: Pick<Team, "id" | "slug">): Promise<void> {
  const found = await target
    .select({ id: teams.id, slug: teams.slug })
    .from(teams)
    .where(or(eq(teams.id, team.id), eq(teams.slug, team.slug)));
  for (const { id, slug } of found) {
    const what =
      id === team.id ? `The team "${team.slug}" is there already` : "Another team of that name is there already";
    throw new ActivityError("conflict", `${what}, as "${slug}"; it was not copied.`);
  }
}

/**
 * Copies a team with everything it owns, as of one moment, in one transaction at the target, which must be migrated. Gives the rows by table.
 * Throws `conflict` when the target knows the team, `internal` when what arrived is not what was sent; the target is then as before.
 */
export async function copyTeam(source: Db, target: Db, team: Pick<Team, "id" | "slug">): Promise<Map<string, number>> {
  const tables = listTeamTables();
  const copy = async (from: Executor, to: Executor) => {
    await refuseKnownTeam(to, team);
    await fixTextForms(from);
    await fixTextForms(to);
    const users = await matchUsers(from, to, tables, team.id);
    const counts = new Map<string, number>();
    for (const table of tables) {
      counts.set(table.name, await copyRows(from, to, table, team.id, users));
      const [sent, arrived] = [await checksumOf(from, table, team.id), await checksumOf(to, table, team.id)];
      if (sent === arrived) continue;
      throw new ActivityError("internal", `${table.name} did not arrive as it was sent: ${sent} became ${arrived}.`);
    }
    return counts;
  };
  return await source.transaction((from) => target.transaction((to) => copy(from, to)), {
    isolationLevel: "repeatable read",
    accessMode: "read only",
  });
}
