import { killServer } from "../kinds/kill-server";
import { underFaults } from "./under-faults";

/** The server's process is killed with SIGKILL and started again. */
export const kill = underFaults({
  name: "kill",
  load: () => ({ readers: 20, pauseMs: 10 }),
  seconds: { short: 8, full: 60 },
  strikes: { short: 3, full: 20 },
  faults: ({ server }) => [killServer(server, 2_000)],
  recoveryLimitMs: 20_000,
});
