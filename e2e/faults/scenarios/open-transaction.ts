import * as kinds from "../kinds/open-transaction";
import { underFaults } from "./under-faults";

/** A transaction stays open in another database of the cluster: events must not wait for it. */
export const openTransaction = underFaults({
  name: "open-transaction",
  load: () => ({ readers: 20, pauseMs: 20 }),
  seconds: { short: 6, full: 60 },
  faults: ({ cluster }) => [kinds.openTransaction(cluster)],
  recoveryLimitMs: 2_000,
});
