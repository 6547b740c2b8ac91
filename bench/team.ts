import { issueKey } from "@/auth/keys/issue-key";
import { openDriver } from "@/db/client";
import type { Driver } from "@/db/drivers/driver";
import { migrateDatabase } from "@/db/migrate";
import { createTeam } from "@/db/queries/teams/create-team";

/** A team with a key that may do everything. */
export interface BenchTeam {
  id: string;
  slug: string;
  key: string;
}

/** Creates a team in a migrated database. */
export async function addTeam(driver: Driver, slug: string): Promise<BenchTeam> {
  const team = await createTeam(driver.db, { slug, name: "Bench", isSample: false });
  if (team === null) throw new Error(`the team ${slug} is there already`);
  const { key } = await issueKey(driver.db, team.id, {
    name: "bench",
    scopes: ["capture", "read", "admin"],
    createdBy: null,
  });
  return { id: team.id, slug, key };
}

/** Migrates the database at `url`, or the embedded one in `dataDir`, and creates a team in it; then lets go of it. */
export async function prepareTeam(where: { url?: string; dataDir: string }, slug: string): Promise<BenchTeam> {
  const driver = await openDriver(where);
  try {
    await migrateDatabase(driver);
    return await addTeam(driver, slug);
  } finally {
    await driver.close();
  }
}
