import { join } from "node:path";
import { migrate } from "drizzle-orm/node-postgres/migrator";
import type { Driver } from "./drivers/driver";

/** Any constant: every process of every server asks for the same lock. */
const MIGRATION_LOCK = 7_265_213_849;

/** Brings the database to the newest schema. Safe when several processes start at once: one migrates, the others wait. */
export async function migrateDatabase(driver: Driver): Promise<void> {
  const direct = await driver.connectDirect();
  try {
    // The embedded database has one process by its directory lock, and one connection that this lock would outlive.
    // Held by the transaction that migrate commits: a pooler would keep a session's lock after the session.
    if (driver.name !== "embedded") await direct.query(`BEGIN; SELECT pg_advisory_xact_lock(${MIGRATION_LOCK})`);
    await migrate(direct.db, { migrationsFolder: join(process.cwd(), "db/migrations") });
  } finally {
    await direct.close();
  }
}
