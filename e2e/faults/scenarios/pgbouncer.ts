import { Server } from "../../support/server";
import { worstLateness } from "../recorder/timing";
import { Workload } from "../recorder/workload";
import { openPgbouncer } from "../rig/open-pgbouncer";
import { openProduct } from "../rig/product";
import { until } from "../rig/sleep";
import { countsOf, inWords } from "./figures";
import type { Scenario } from "./scenario";

const NOTICED_MS = 15_000;
const LATE_MS = 2_000;

/** Every connection goes through a pooler that does not deliver notifications: it is noticed and said, and events come by polling; a broker makes them live. */
export const pgbouncer: Scenario = {
  name: "pgbouncer",
  play: async (stage) => {
    const port = await openPgbouncer(stage);
    const product = await openProduct(stage, async (database) => {
      const url = stage.cluster.url(database, port);
      return { DATABASE_URL: url, DATABASE_URL_UNPOOLED: url };
    });
    const started = performance.now();
    const workload = await Workload.start(product, { readers: 10, writers: 4, pauseMs: 40, batchSize: 5 });
    const isNamed = async () => {
      const { state, reason } = (await product.health()).listener;
      if (stage.env.DOORBELL_URL !== undefined) return state === "live" ? "live by the broker" : null;
      return state === "polling" && /pooler/.test(reason ?? "") ? (reason ?? "") : null;
    };
    const reason = await until("naming the pooler in health", NOTICED_MS, isNamed);
    const noticed = performance.now() - started;
    await workload.lasting(stage.lasting({ short: 5, full: 60 }));
    await workload.settle();
    const late = worstLateness(workload);
    // The pooler keeps open what a server leaves on its connections, such as a lock; another one must not wait for it.
    const second = await Server.start(product.env);
    stage.atEnd(() => second.stop());
    await product.server.signal("SIGKILL");
    await product.server.restart();
    workload.writers.start();
    await workload.lasting(2_000);
    const violations = await workload.finish();
    if (late > LATE_MS + workload.ownStallMs) violations.push(`late: an event came ${inWords(late)} late`);
    return {
      figures: [
        ...countsOf(workload),
        `named after ${inWords(noticed)} ("${reason}")`,
        `events late by at most ${inWords(late)}`,
      ],
      violations,
    };
  },
};
