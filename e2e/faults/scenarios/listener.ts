import { endListener } from "../kinds/end-listener";
import { underFaults } from "./under-faults";

/** The connection that listens is ended again and again; what was notified meanwhile is lost for good. */
export const listener = underFaults({
  name: "listener",
  load: () => ({ readers: 10, writers: 4, pauseMs: 40, batchSize: 5 }),
  seconds: { short: 8, full: 100 },
  strikes: { short: 4, full: 50 },
  faults: (product) => [endListener(product)],
  recoveryLimitMs: 2_000,
});
