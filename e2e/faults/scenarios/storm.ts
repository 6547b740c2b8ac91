import { Workload } from "../recorder/workload";
import { addMembers } from "../rig/add-members";
import { openProduct } from "../rig/product";
import { countsOf, inWords } from "./figures";
import type { Scenario } from "./scenario";

const LIMIT_MS = 30_000;
const MOST_QUERIES_A_SECOND = 50;

/** The streams of as many members are cut at once, as by a restart: they come back without asking the database one by one. */
export const storm: Scenario = {
  name: "storm",
  play: async (stage) => {
    const product = await openProduct(stage);
    const readers = stage.form({ short: 200, full: 1_000 });
    // Each is somebody else: what is known of one says nothing of another.
    const credentials = await addMembers(product, readers);
    const workload = await Workload.start(product, { readers, credentials, writers: 1, pauseMs: 20 });
    await workload.lasting(stage.lasting({ short: 3, full: 10 }));
    await workload.writers.stop();
    const { cluster, database, server } = product;
    /** Statements that were committed in the database so far; this one is the next one's. */
    const committed = async () => {
      const [row] = await cluster.query<{ count: string }>(
        database,
        `SELECT xact_commit + xact_rollback AS count FROM pg_stat_database WHERE datname = '${database}'`,
      );
      return Number(row?.count);
    };
    await server.signal("SIGTERM");
    const [from, before] = [performance.now(), await committed()];
    await server.restart();
    const last = await workload.writers.mark();
    const areBack = await workload.caughtUp(last, LIMIT_MS);
    const took = performance.now() - from;
    // Sessions of the database tell of themselves a second later.
    await workload.lasting(1_500);
    const queries = (await committed()) - before;
    const rate = queries / Math.max(1, (performance.now() - from) / 1_000);
    const violations = await workload.finish();
    if (!areBack) violations.push(`late: not every reader was back within ${inWords(LIMIT_MS)}`);
    if (rate > MOST_QUERIES_A_SECOND) violations.push(`storm: ${Math.round(rate)} statements a second`);
    return {
      figures: [
        ...countsOf(workload),
        `${readers} streams back and caught up ${inWords(took)} after the server's start began`,
        `${queries} statements meanwhile, the start's own included, ${Math.round(rate)} a second`,
      ],
      violations,
    };
  },
};
