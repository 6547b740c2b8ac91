import { env } from "@/env";
import { openBroker } from "./doorbells/open-broker";
import { withBroker } from "./doorbells/ring-after-commit";
import type { Driver } from "./drivers/driver";
import { openEmbeddedDriver } from "./drivers/embedded";
import { openNeonDriver, unpooledNeonUrl } from "./drivers/neon";
import { openPgDriver } from "./drivers/pg";
import { migrateDatabase } from "./migrate";
import { withReplica } from "./with-replica";

/** Where the database is; see the environment table of the README. */
export interface DatabaseSettings {
  url?: string | undefined;
  unpooledUrl?: string | undefined;
  driver?: "pg" | "neon" | undefined;
  dataDir: string;
}

/** Opens the database that `settings` name, unmigrated: no URL is the embedded one, a Neon host or `neon` Neon's driver, all else `pg`. */
export async function openDriver(settings: DatabaseSettings): Promise<Driver> {
  if (settings.url === undefined) return openEmbeddedDriver({ dataDir: settings.dataDir });
  const isNeonHost = URL.canParse(settings.url) && new URL(settings.url).hostname.endsWith(".neon.tech");
  const neon = settings.driver === "neon" || (settings.driver === undefined && isNeonHost);
  if (neon) return openNeonDriver(settings.url, settings.unpooledUrl ?? unpooledNeonUrl(settings.url));
  return openPgDriver(settings.url, settings.unpooledUrl ?? settings.url);
}

const KEY = Symbol.for("las.database");
const globals = globalThis as { [KEY]?: Promise<Driver> | undefined };

async function openAndMigrate(): Promise<Driver> {
  const driver = await openDriver({
    url: env.DATABASE_URL,
    unpooledUrl: env.DATABASE_URL_UNPOOLED,
    driver: env.DATABASE_DRIVER,
    dataDir: env.DATA_DIR,
  });
  try {
    await migrateDatabase(driver);
    return await withHelpers(driver);
  } catch (error) {
    await driver.close();
    throw error;
  }
}

/** What else the environment names: a broker for doorbells, a replica for pages. Neither has to be there. */
async function withHelpers(primary: Driver): Promise<Driver> {
  const { DOORBELL_URL, DATABASE_URL_REPLICA: url, DATABASE_DRIVER: driver, DATA_DIR: dataDir } = env;
  const rung = DOORBELL_URL === undefined ? primary : withBroker(primary, openBroker(DOORBELL_URL));
  return url === undefined ? rung : withReplica(rung, await openDriver({ url, driver, dataDir }));
}

/** The process's database, opened and migrated by the first caller; a failed attempt is tried again by the next. */
export function getDatabase(): Promise<Driver> {
  globals[KEY] ??= openAndMigrate().catch((error: unknown) => {
    globals[KEY] = undefined;
    throw error;
  });
  return globals[KEY];
}

/** Closes the process's database, if it was opened. */
export async function closeDatabase(): Promise<void> {
  const opening = globals[KEY];
  globals[KEY] = undefined;
  await (await opening)?.close();
}
