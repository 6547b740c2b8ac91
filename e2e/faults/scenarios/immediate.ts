import { restartDatabase } from "../kinds/restart-database";
import { underFaults } from "./under-faults";

/** The database is stopped without a goodbye and started again. */
export const immediate = underFaults({
  name: "immediate",
  load: () => ({ readers: 20, pauseMs: 10 }),
  seconds: { short: 8, full: 60 },
  strikes: { short: 2, full: 10 },
  faults: ({ cluster }) => [restartDatabase(cluster, 4_000)],
  recoveryLimitMs: 20_000,
});
