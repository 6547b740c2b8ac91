import { z } from "zod";
import { ActivityError } from "@/activity/errors";
import { openDriver } from "@/db/client";
import { copyTeam, refuseKnownTeam } from "@/db/copy/copy-team";
import type { Db } from "@/db/drivers/driver";
import { migrateDatabase } from "@/db/migrate";
import type { Team } from "@/db/queries/teams/get-team";
import { listTeams } from "@/db/queries/teams/list-teams";
import { requireTeam } from "./require-team";
import type { AdminAction } from "./run-action";

const schema = z.object({
  to: z.url({ protocol: /^postgres(ql)?$/, error: "must be the address of a Postgres, postgres://…" }),
  team: z.string().optional(),
});

const KEEP =
  "Keep NEXTAUTH_SECRET and SECRETS_KEY, or the secret kept in DATA_DIR: integration secrets and sessions need them.";

const slugsOf = (teams: readonly Team[]) => teams.map(({ slug }) => slug).join(",");

/** The team of that slug; without one, every team but samples. */
async function teamsOf(db: Db, slug: string | undefined): Promise<Team[]> {
  if (slug !== undefined) return [await requireTeam(db, slug)];
  const teams = (await listTeams(db)).filter(({ isSample }) => !isSample);
  if (teams.length === 0) throw new ActivityError("not_found", "There is no team to copy.");
  return teams;
}

export const copyAction: AdminAction<z.infer<typeof schema>> = {
  schema,
  run: async (db, { to, team: slug }) => {
    const teams = await teamsOf(db, slug);
    const target = await openDriver({ url: to, dataDir: "" });
    try {
      await migrateDatabase(target);
      for (const team of teams) await refuseKnownTeam(target.db, team);
      let [events, rows] = [0, 0];
      for (const [done, team] of teams.entries()) {
        const counts = await copyTeam(db, target.db, team).catch((cause: unknown) => {
          if (done === 0) throw cause;
          const before = slugsOf(teams.slice(0, done));
          throw new ActivityError("internal", `${team.slug} was not copied, ${before} before it was.`, { cause });
        });
        events += counts.get("activity_events") ?? 0;
        rows += [...counts.values()].reduce((sum, count) => sum + count, 0);
      }
      return { teams: slugsOf(teams), events: String(events), rows: String(rows), note: KEEP };
    } finally {
      await target.close();
    }
  },
};
