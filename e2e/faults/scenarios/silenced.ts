import { silenceDoorbell } from "../kinds/silence-doorbell";
import { openDoorbell } from "../rig/doorbell";
import type { Scenario } from "./scenario";
import { underFaults } from "./under-faults";

/** Doorbells are swallowed while the connection that listens stays up: only a look at the table finds the events. */
export const silenced: Scenario = {
  name: "silenced",
  play: async (stage) => {
    const doorbell = await openDoorbell(stage);
    const scenario = underFaults({
      name: "silenced",
      load: () => ({ readers: 10, writers: 4, pauseMs: 40, batchSize: 5 }),
      seconds: { short: 10, full: 120 },
      addresses: doorbell.addresses,
      faults: () => [silenceDoorbell(doorbell)],
      recoveryLimitMs: 2_000,
      also: () => ({
        figures: [`${doorbell.swallowed()} swallowed`],
        violations: doorbell.swallowed() > 0 ? [] : ["no doorbell came by to be swallowed"],
      }),
    });
    return await scenario.play(stage);
  },
};
