/** Reading, beside the primary: a copy of the database that pages may be read from while it is there and new enough. */

import { sql } from "drizzle-orm";
import { asActivityError } from "@/activity/errors";
import { log } from "@/log";
import type { Db, Driver, Replica, ReplicaState } from "./drivers/driver";
import { inTime } from "./in-time";
import { causeText } from "./sql-state";

/** A replica that takes longer for a page is of no help, milliseconds. */
const PAGE_MS = 2_000;
/** How soon one that is away is tried again, beside a call that does not wait for it. */
const AGAIN_MS = 5_000;

class OpenReplica implements Replica {
  state: ReplicaState = { status: "ok", reason: null, since: new Date().toISOString() };
  private triedAt = Number.NEGATIVE_INFINITY;

  constructor(private readonly driver: Pick<Driver, "db" | "close">) {}

  async read<T>(work: (db: Db) => Promise<T>): Promise<{ value: T } | null> {
    if (this.state.status === "away") {
      if (performance.now() - this.triedAt > AGAIN_MS) void this.check();
      return null;
    }
    try {
      return { value: await inTime(work(this.driver.db), PAGE_MS, "the replica") };
    } catch (error) {
      // Nothing of ours is wrong with a replica that has yet to hear of a team.
      if (asActivityError(error) === null) this.note("away", causeText(error));
      return null;
    }
  }

  note(status: ReplicaState["status"], reason: string | null): void {
    if (status === "away") this.triedAt = performance.now();
    if (status === this.state.status && reason === this.state.reason) return;
    if (status === "away") log.warn({ reason }, "the replica cannot be read; pages come from the primary");
    else if (this.state.status === "away") log.info("the replica can be read again");
    this.state = { status, reason, since: new Date().toISOString() };
  }

  async check(): Promise<ReplicaState> {
    this.triedAt = performance.now();
    try {
      await inTime(this.driver.db.execute(sql`SELECT 1`), PAGE_MS, "the replica");
      if (this.state.status === "away") this.note("ok", null);
    } catch (error) {
      this.note("away", causeText(error));
    }
    return this.state;
  }

  close(): Promise<void> {
    return this.driver.close();
  }
}

/** The driver with a replica beside it, which `close` closes too. */
export function withReplica(driver: Driver, copy: Pick<Driver, "db" | "close">): Driver {
  const replica = new OpenReplica(copy);
  return {
    ...driver,
    replica,
    close: async () => {
      await Promise.all([replica.close(), driver.close()]);
    },
  };
}
