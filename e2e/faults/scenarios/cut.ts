import { cutReaders } from "../kinds/cut-readers";
import { underFaults } from "./under-faults";

/** Many readers whose connections are cut at random while eight writers post as fast as they can. */
export const cut = underFaults({
  name: "cut",
  load: (stage) => ({ readers: 50, batchShare: 0.3, batchSize: 50, pauseMs: stage.form({ short: 20, full: 0 }) }),
  seconds: { short: 8, full: 60 },
  least: { short: 2_000, full: 100_000 },
  faults: (_, { readers }) => [cutReaders(readers)],
  recoveryLimitMs: 15_000,
});
