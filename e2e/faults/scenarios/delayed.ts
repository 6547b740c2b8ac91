import { delayInserts } from "../kinds/delay-inserts";
import { underFaults } from "./under-faults";

/** Inserts take their time once they have their number: a later one must not be seen before them. */
export const delayed = underFaults({
  name: "delayed",
  load: () => ({ readers: 20, pauseMs: 5, batchSize: 10 }),
  seconds: { short: 8, full: 120 },
  faults: (product) => [delayInserts(product)],
  recoveryLimitMs: 2_000,
});
