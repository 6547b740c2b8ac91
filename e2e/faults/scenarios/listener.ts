import { endListener } from "../kinds/end-listener";
import { openDoorbell } from "../rig/doorbell";
import type { Scenario } from "./scenario";
import { underFaults } from "./under-faults";

/** The connection that listens is ended again and again; what rang meanwhile is lost for good. */
export const listener: Scenario = {
  name: "listener",
  play: async (stage) => {
    const doorbell = await openDoorbell(stage);
    const scenario = underFaults({
      name: "listener",
      load: () => ({ readers: 10, writers: 4, pauseMs: 40, batchSize: 5 }),
      seconds: { short: 8, full: 100 },
      strikes: { short: 4, full: 50 },
      addresses: doorbell.addresses,
      faults: (product) => [endListener(product, doorbell)],
      recoveryLimitMs: 2_000,
    });
    return await scenario.play(stage);
  },
};
