import type { Cluster } from "../rig/cluster";
import { sleep } from "../rig/sleep";
import type { Fault } from "./fault";
import { repeatedly } from "./repeatedly";

/** Stops the database without a goodbye and starts it again up to a second later, every `everyMs` milliseconds. */
export function restartDatabase(cluster: Cluster, everyMs: number): Fault {
  return repeatedly(
    "database stopped immediately",
    "return",
    () => everyMs * (0.75 + Math.random() / 2),
    () =>
      cluster.exclusive(async () => {
        await cluster.stopImmediately();
        await sleep(Math.random() * 1_000);
        await cluster.run();
        return true;
      }),
  );
}
