import { drizzle } from "drizzle-orm/node-postgres";
import pg from "pg";
import { env } from "@/env";
import { log } from "@/log";
import * as schema from "../schema";
import type { DirectClient, Driver } from "./driver";

/** Postgres through `pg`: a pool for queries, a dedicated client for LISTEN and migrations. */
export function openPgDriver(url: string, directUrl: string): Driver {
  const pool = new pg.Pool({
    connectionString: url,
    max: env.DATABASE_POOL_SIZE,
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
  });
  // Without a handler an idle connection that drops ends the process.
  pool.on("error", (error) => log.warn({ reason: error.message }, "an idle database connection was lost"));
  return {
    name: "pg",
    db: drizzle(pool, { schema }),
    pool,
    connectDirect: () => connectPgClient(directUrl),
    close: () => pool.end(),
  };
}

async function connectPgClient(url: string): Promise<DirectClient> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000, keepAlive: true });
  let lost: Error | null = null;
  client.on("error", (error) => {
    lost = error;
  });
  await client.connect();
  return {
    db: drizzle(client, { schema }),
    query: (text) => client.query(text),
    onNotification: (handler) =>
      client.on("notification", (message) => handler(message.channel, message.payload ?? "")),
    onEnd: (handler) => client.once("end", () => handler(lost)),
    close: () => client.end(),
  };
}
