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

/** What was last found about a replica. `behind`: it was asked for a page that the primary had newer. */
export interface ReplicaState {
  status: "ok" | "behind" | "away";
  /** In plain words; null when there is nothing to explain. */
  reason: string | null;
  /** ISO instant of the last change. */
  since: string;
}

/** A copy of the database for pages; see `db/read-fresh.ts`. */
export interface Replica {
  readonly state: ReplicaState;
  /** What `work` reads there; null when it cannot be had: the primary is to be asked. */
  read<T>(work: (db: Db) => Promise<T>): Promise<{ value: T } | null>;
  note(status: ReplicaState["status"], reason: string | null): void;
  /** Asks it once. Never throws. */
  check(): Promise<ReplicaState>;
}

/** One way to reach Postgres. */
export interface Driver {
  name: "embedded" | "pg" | "neon";
  db: Db;
  pool: Pool;
  /** Carries doorbells in the place of LISTEN and NOTIFY. */
  broker?: Broker;
  replica?: Replica;
  /** A connection of its own, past any pooler: for LISTEN, advisory locks and migrations. */
  connectDirect(): Promise<DirectClient>;
  close(): Promise<void>;
}
