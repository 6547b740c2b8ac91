import type { Cluster } from "../rig/cluster";
import { sleep } from "../rig/sleep";
import type { Fault } from "./fault";
import { repeatedly } from "./repeatedly";

/** Stops all processes of the database where they stand for `forMs` milliseconds; `meanwhile` is called halfway. */
export function freezeDatabase(cluster: Cluster, forMs: number, meanwhile: () => Promise<void>): Fault {
  return repeatedly(
    "database frozen",
    "return",
    () => 3_000,
    () =>
      cluster.exclusive(async () => {
        cluster.freeze();
        const end = performance.now() + forMs;
        await sleep(forMs / 2);
        await meanwhile();
        await sleep(Math.max(0, end - performance.now()));
        cluster.thaw();
        return true;
      }),
  );
}
