import { worstLateness } from "../recorder/timing";
import { Workload } from "../recorder/workload";
import { openNginx } from "../rig/open-nginx";
import { openProduct } from "../rig/product";
import { sleep } from "../rig/sleep";
import { countsOf, inWords } from "./figures";
import type { Scenario } from "./scenario";

const LATE_MS = 1_000;

/** A proxy that buffers, compresses and cuts what is idle: events come at once, and a quiet stream stays open. */
export const nginx: Scenario = {
  name: "nginx",
  play: async (stage) => {
    const product = await openProduct(stage);
    const port = await openNginx(stage, product.server.port);
    const load = { readers: 10, writers: 2, pauseMs: 200, batchSize: 5, isGzip: true };
    const workload = await Workload.start(product, load, { ...product.target, port });
    const third = stage.lasting({ short: 20, full: 600 }) / 3;
    await sleep(third);
    // Longer than the idle limit in the full form: only heartbeats keep the streams open.
    await workload.writers.stop();
    await sleep(third);
    workload.writers.start();
    await sleep(third);
    await workload.settle();
    const cuts = workload.readers.reduce((sum, { history }) => sum + history.reconnects, 0);
    const violations = await workload.finish();
    const late = worstLateness(workload);
    if (late > LATE_MS + workload.ownStallMs) violations.push(`late: an event came ${inWords(late)} late`);
    if (cuts > 0) violations.push(`cut: ${cuts} streams were cut`);
    return {
      figures: [
        ...countsOf(workload),
        `open for ${inWords(third * 3)}, quiet for ${inWords(third)}`,
        `events late by at most ${inWords(late)}`,
      ],
      violations,
    };
  },
};
