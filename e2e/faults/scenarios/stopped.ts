import { freezeDatabase } from "../kinds/freeze-database";
import type { Scenario } from "./scenario";
import { underFaults } from "./under-faults";

/** The database stands still with its connections open; the server must say so, and go on afterwards. */
export const stopped: Scenario = {
  name: "stopped",
  play: async (stage) => {
    const said: string[] = [];
    const scenario = underFaults({
      name: "stopped",
      load: () => ({ readers: 20, pauseMs: 10 }),
      seconds: { short: 8, full: 60 },
      strikes: { short: 1, full: 3 },
      faults: (product) => [
        freezeDatabase(product.cluster, stage.form({ short: 5_000, full: 30_000 }), async () => {
          said.push((await product.health()).status);
        }),
      ],
      recoveryLimitMs: 20_000,
      also: () => ({
        figures: [`health meanwhile: ${[...new Set(said)].join(", ")}`],
        violations: said.every((status) => status === "unavailable")
          ? []
          : ["health did not say that the database is away"],
      }),
    });
    return await scenario.play(stage);
  },
};
