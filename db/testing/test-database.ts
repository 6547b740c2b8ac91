import { randomUUID } from "node:crypto";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { teamSequences, teams } from "@/db/schema";
import { openDriver } from "../client";
import type { Driver } from "../drivers/driver";
import { openEmbeddedDriver } from "../drivers/embedded";
import { migrateDatabase } from "../migrate";
import { migrationsFingerprint } from "./migrations-fingerprint";

export interface TestDatabase extends Driver {
  /** A team of its own for one test. */
  createTeam(): Promise<{ id: string; slug: string; epoch: string }>;
}

/** An embedded database in memory, migrated; the migrated state is kept in the temporary folder, because making it takes seconds. */
async function openEmbedded(): Promise<Driver> {
  const file = join(tmpdir(), `las-test-database-${await migrationsFingerprint()}.tar`);
  const snapshot = await readFile(file).catch(() => null);
  if (snapshot !== null) return await openEmbeddedDriver({ dataDir: null, snapshot });
  const driver = await openEmbeddedDriver({ dataDir: null });
  await migrateDatabase(driver);
  // No test makes another database there, and what others are made from is most of the files that each test would open.
  await driver.pool.query("UPDATE pg_database SET datistemplate = false WHERE datname IN ('template0', 'template1')");
  for (const template of ["template0", "template1"]) await driver.pool.query(`DROP DATABASE ${template}`);
  const partial = `${file}.${randomUUID()}`;
  await mkdir(tmpdir(), { recursive: true });
  await writeFile(partial, await driver.snapshot());
  await rename(partial, file);
  return driver;
}

/**
 * The database of a test: embedded in memory, or the server TEST_DATABASE_URL names, through TEST_DATABASE_DRIVER (`pg`, `neon`).
 * One suite runs on all three.
 */
export async function openTestDatabase(): Promise<TestDatabase> {
  const url = process.env.TEST_DATABASE_URL;
  const driver = url ? await openServer(url) : await openEmbedded();
  return {
    ...driver,
    createTeam: async () => {
      const team = {
        id: randomUUID(),
        slug: `t-${randomUUID()}`,
        epoch: randomUUID().replaceAll("-", "").slice(0, 12),
      };
      await driver.db.insert(teams).values({ id: team.id, slug: team.slug, name: "Test team" });
      await driver.db.insert(teamSequences).values({ teamId: team.id, epoch: team.epoch });
      return team;
    },
  };
}

async function openServer(url: string): Promise<Driver> {
  const driver = await openDriver({
    url,
    driver: process.env.TEST_DATABASE_DRIVER === "neon" ? "neon" : "pg",
    dataDir: "",
  });
  await migrateDatabase(driver);
  return driver;
}
