import type pg from "pg";
import type { Cluster } from "../rig/cluster";
import type { Fault } from "./fault";

/** Leaves a transaction that has written open in another database of the cluster: what waits for the oldest one waits for ever. */
export function openTransaction(cluster: Cluster): Fault {
  let client: pg.Client | null = null;
  const moments: number[] = [];
  return {
    name: "write transaction left open",
    recovery: "lateness",
    moments,
    start: async () => {
      client = await cluster.connect(await cluster.createDatabase());
      await client.query("BEGIN");
      await client.query("CREATE TABLE left_open (n int); INSERT INTO left_open VALUES (1)");
      moments.push(performance.now());
    },
    stop: async () => {
      await client?.end();
    },
  };
}
