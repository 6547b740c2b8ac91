import { Client, neonConfig, Pool } from "@neondatabase/serverless";
import { drizzle } from "drizzle-orm/neon-serverless";
import WebSocket from "ws";
import { env } from "@/env";
import { log } from "@/log";
import * as schema from "../schema";
import type { Db, DirectClient, Driver } from "./driver";

/** Neon's Pool and Client are `pg`'s own classes over a WebSocket, so Drizzle's two database types differ in name only. */
function asDb(db: unknown): Db {
  return db as Db;
}

function asPool(pool: unknown): Driver["pool"] {
  return pool as Driver["pool"];
}

/** Postgres through `@neondatabase/serverless`; NEON_WS_PROXY names a relay when the database is not on Neon itself. */
export function openNeonDriver(url: string, directUrl: string): Driver {
  neonConfig.webSocketConstructor = WebSocket;
  if (env.NEON_WS_PROXY !== undefined) {
    const proxy = env.NEON_WS_PROXY;
    neonConfig.wsProxy = (host, port) => `${proxy}?address=${host}:${port}`;
    neonConfig.useSecureWebSocket = false;
    neonConfig.pipelineTLS = false;
    neonConfig.pipelineConnect = false;
  }
  const pool = new Pool({ connectionString: url, max: env.DATABASE_POOL_SIZE, connectionTimeoutMillis: 5_000 });
  pool.on("error", (error: Error) => log.warn({ reason: error.message }, "an idle database connection was lost"));
  return {
    name: "neon",
    db: asDb(drizzle(pool, { schema })),
    pool: asPool(pool),
    connectDirect: () => connectNeonClient(directUrl),
    close: () => pool.end(),
  };
}

async function connectNeonClient(url: string): Promise<DirectClient> {
  const client = new Client(url);
  let lost: Error | null = null;
  client.on("error", (error: Error) => {
    lost = error;
  });
  await client.connect();
  return {
    db: asDb(drizzle(client, { schema })),
    query: (text) => client.query(text),
    onNotification: (handler) =>
      client.on("notification", (message) => handler(message.channel, message.payload ?? "")),
    onEnd: (handler) => client.once("end", () => handler(lost)),
    close: () => client.end(),
  };
}

/** The direct host of a Neon address: without `-pooler`, which does not deliver LISTEN. */
export function unpooledNeonUrl(url: string): string {
  const parsed = new URL(url);
  parsed.hostname = parsed.hostname.replace(/-pooler(?=\.)/, "");
  return parsed.toString();
}
