import { sql } from "drizzle-orm";
import { getDatabase } from "@/db/client";
import { version } from "@/package.json";
import { getListenerState } from "@/stream/hub";
import { type Answer, json } from "./call";

/** How long the database may take to answer before it counts as away, milliseconds. */
const DATABASE_TIMEOUT_MS = 2_000;

async function databaseHealth(): Promise<{ status: "ok" | "away"; driver: string | null; reason: string | null }> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, fail) => {
    timer = setTimeout(() => fail(new Error(`no answer within ${DATABASE_TIMEOUT_MS} ms`)), DATABASE_TIMEOUT_MS);
  });
  try {
    const driver = await Promise.race([getDatabase(), late]);
    await Promise.race([driver.db.execute(sql`SELECT 1`), late]);
    return { status: "ok", driver: driver.name, reason: null };
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    return { status: "away", driver: null, reason: cause instanceof Error ? cause.message : "unknown" };
  } finally {
    clearTimeout(timer);
  }
}

/** GET /api/health: 200 while events can be stored and read, else 503; the listener says how live events travel, and why. */
export async function healthCall(): Promise<Answer> {
  const database = await databaseHealth();
  const listener = getListenerState();
  return json(database.status === "ok" ? 200 : 503, {
    status: database.status === "ok" ? "ok" : "unavailable",
    database,
    listener,
    version,
  });
}
