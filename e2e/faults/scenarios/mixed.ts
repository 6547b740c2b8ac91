import { cutReaders } from "../kinds/cut-readers";
import { delayInserts } from "../kinds/delay-inserts";
import { endListener } from "../kinds/end-listener";
import { killServer } from "../kinds/kill-server";
import { openTransaction } from "../kinds/open-transaction";
import { restartDatabase } from "../kinds/restart-database";
import { silenceDoorbell } from "../kinds/silence-doorbell";
import { openDoorbell } from "../rig/doorbell";
import type { Scenario } from "./scenario";
import { underFaults } from "./under-faults";

/** Everything at once, at random. */
export const mixed: Scenario = {
  name: "mixed",
  play: async (stage) => {
    const doorbell = await openDoorbell(stage);
    const scenario = underFaults({
      name: "mixed",
      load: () => ({ readers: 30, pauseMs: 20 }),
      seconds: { short: 15, full: 300 },
      addresses: doorbell.addresses,
      faults: (product, { readers }) => [
        openTransaction(product.cluster),
        delayInserts(product),
        silenceDoorbell(doorbell),
        endListener(product, doorbell),
        cutReaders(readers),
        killServer(product.server, 8_000),
        restartDatabase(product.cluster, 9_000),
      ],
      recoveryLimitMs: 40_000,
    });
    return await scenario.play(stage);
  },
};
