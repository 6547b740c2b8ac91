// What taking events in costs, on PostgreSQL, side by side with what one would do otherwise.
import { createBenchDatabase } from "../bench-database";
import { isWanted } from "../options";
import { type Figure, publish } from "../report";

const database = await createBenchDatabase();
// The handlers read their settings when they are loaded.
process.env.DATABASE_URL = database.url;
process.env.LOG_LEVEL ??= "error";
process.env.RATE_LIMIT = "off";
const { closeDatabase, getDatabase } = await import("@/db/client");
const { addTeam } = await import("../team");

try {
  await publish(async () => {
    const driver = await getDatabase();
    const figures: Figure[] = [];
    const notes: string[] = [];
    const parts = {
      single: async () =>
        (await import("./single-events")).measureSingleEvents(driver, await addTeam(driver, "single")),
      batches: async () => (await import("./batches")).measureBatches(driver, await addTeam(driver, "batches")),
      route: async () => (await import("./route")).measureRoute(database.url, await addTeam(driver, "route")),
    };
    for (const [part, measure] of Object.entries(parts)) {
      if (!isWanted(part)) continue;
      const result = await measure();
      figures.push(...result.figures);
      notes.push(...result.notes);
    }
    return { name: "ingest", title: "Ingest", databases: [database.version], figures, notes };
  });
} finally {
  await closeDatabase();
  await database.drop();
}
