import { sql } from "drizzle-orm";
import { getDatabase } from "@/db/client";
import type { Driver, ReplicaState } from "@/db/drivers/driver";
import { inTime } from "@/db/in-time";
import { version } from "@/package.json";
import { getListenerState } from "@/stream/hub";
import { type Answer, json } from "../call";

/** How long the database may take to answer before it counts as away, milliseconds. */
const DATABASE_TIMEOUT_MS = 2_000;
const REPLICA_TIMEOUT_MS = 300;

interface DatabaseHealth {
  status: "ok" | "away";
  driver: string | null;
  reason: string | null;
  /** Null when there is none. Pages do not need it: it being away changes no status. */
  replica: ReplicaState | null;
}

/** A replica that does not answer holds nobody up: what was last found is told then, and corrected by the next call. */
async function replicaHealth({ replica }: Driver): Promise<ReplicaState | null> {
  if (replica === undefined) return null;
  return await inTime(replica.check(), REPLICA_TIMEOUT_MS).catch(() => replica.state);
}

async function databaseHealth(): Promise<DatabaseHealth> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, fail) => {
    timer = setTimeout(() => fail(new Error(`no answer within ${DATABASE_TIMEOUT_MS} ms`)), DATABASE_TIMEOUT_MS);
  });
  try {
    const driver = await Promise.race([getDatabase(), late]);
    await Promise.race([driver.db.execute(sql`SELECT 1`), late]);
    return { status: "ok", driver: driver.name, reason: null, replica: await replicaHealth(driver) };
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    return { status: "away", driver: null, reason: cause instanceof Error ? cause.message : "unknown", replica: null };
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
