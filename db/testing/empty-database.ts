import { openDriver } from "../client";
import type { Driver } from "../drivers/driver";
import { migrateDatabase } from "../migrate";
import { openTestDatabase } from "./test-database";

/** A test database in which nobody has an account: on a server, one of its own that `close` drops. */
export async function openEmptyDatabase(): Promise<Driver> {
  const shared = await openTestDatabase();
  const server = process.env.TEST_DATABASE_URL;
  if (!server) return shared;
  const name = `las_empty_${crypto.randomUUID().replaceAll("-", "")}`;
  await shared.pool.query(`CREATE DATABASE ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  const driver = await openDriver({ url: url.href, driver: shared.name === "neon" ? "neon" : "pg", dataDir: "" });
  await migrateDatabase(driver);
  return {
    ...driver,
    close: async () => {
      await driver.close();
      await shared.pool.query(`DROP DATABASE ${name} WITH (FORCE)`);
      await shared.close();
    },
  };
}
