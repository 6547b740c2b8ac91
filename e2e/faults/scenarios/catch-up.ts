import { checkHistory } from "../check-history";
import { historyOf, Workload } from "../recorder/workload";
import { openProduct } from "../rig/product";
import { countsOf, inWords } from "./figures";
import type { Scenario } from "./scenario";

const CATCH_UP_MS = 30_000;
/** The most events that are sent again; who missed more is told to reload. */
const MOST_REPLAYED = 100_000;
const FURTHER = 500;

/** Readers come back after very many events: they get all of them in order, or are told to reload. */
export const catchUp: Scenario = {
  name: "catch-up",
  play: async (stage) => {
    const product = await openProduct(stage);
    const missed = stage.form({ short: 5_000, full: MOST_REPLAYED });
    const further = await Workload.start(product, { readers: 2, writers: 0 });
    for (const reader of further.readers) reader.leave();
    await further.writers.fill(FURTHER);
    const away = await Workload.start(product, { readers: 6, writers: 0 });
    for (const reader of away.readers) reader.leave();
    await away.writers.fill(missed);
    const started = performance.now();
    for (const reader of [...further.readers, ...away.readers]) reader.return();
    const isInTime = await away.caughtUp(FURTHER + missed, CATCH_UP_MS);
    const took = performance.now() - started;
    const last = await away.writers.mark();
    await away.caughtUp(last);
    await further.caughtUp(last);
    await away.close();
    await further.close();
    const violations = checkHistory(await historyOf(product, [further, away]));
    if (!isInTime) violations.push(`slow: ${missed} events took more than ${inWords(CATCH_UP_MS)}`);
    if (away.readers.some(({ history }) => history.resets.length > 0))
      violations.push("readers were told to reload what can be sent again");
    const told = further.readers.filter(({ history }) => history.resets.includes("too_old")).length;
    if (missed + FURTHER > MOST_REPLAYED && told < further.readers.length)
      violations.push("who missed more than is sent again was not told to reload");
    return {
      figures: [
        ...countsOf(away),
        `${missed.toLocaleString("en")} missed, caught up after ${inWords(took)}`,
        `${told} of ${further.readers.length} further ones told to reload`,
      ],
      violations,
    };
  },
};
