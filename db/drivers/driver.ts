import type { NodePgDatabase } from "drizzle-orm/node-postgres";
import type { Pool } from "pg";
import type { Broker } from "../doorbells/broker";
import type * as schema from "../schema";

/** Drizzle over whichever driver was chosen; the Neon driver offers the same surface. */
export type Db = NodePgDatabase<typeof schema>;

/** A transaction, or the database itself: what every query takes first. */
export type Executor = Pick<Db, "select" | "insert" | "update" | "delete" | "execute">;

/** The part of a `pg` client that migrations and LISTEN need; the Neon client has it too. */
export interface DirectClient {
  db: Db;
  query(text: string): Promise<unknown>;
  onNotification(handler: (channel: string, payload: string) => void): void;
  /** Called once when the connection is lost or broken. */
  onEnd(handler: (error: Error | null) => void): void;
  close(): Promise<void>;
}

/** One way to reach Postgres. */
export interface Driver {
  name: "embedded" | "pg" | "neon";
  db: Db;
  pool: Pool;
  /** Carries doorbells in the place of LISTEN and NOTIFY. */
  broker?: Broker;
  /** A connection of its own, past any pooler: for LISTEN, advisory locks and migrations. */
  connectDirect(): Promise<DirectClient>;
  close(): Promise<void>;
}
