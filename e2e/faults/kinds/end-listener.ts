import type { Doorbell } from "../rig/doorbell";
import type { Product } from "../rig/product";
import type { Fault } from "./fault";
import { repeatedly } from "./repeatedly";

const EVERY_MS = 2_000;

/** Ends the database's side of the connection that listens, and those to a broker, every 2 s. */
export function endListener({ cluster, database }: Product, doorbell: Doorbell): Fault {
  return repeatedly(
    "listener ended",
    "lateness",
    () => EVERY_MS,
    () =>
      cluster.exclusive(async () => {
        const ended = await cluster.query(
          database,
          "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1 AND query LIKE 'LISTEN%'",
          [database],
        );
        return doorbell.cutBroker() || ended.length > 0;
      }),
  );
}
