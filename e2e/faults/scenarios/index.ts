import { catchUp } from "./catch-up";
import { cut } from "./cut";
import { delayed } from "./delayed";
import { immediate } from "./immediate";
import { isolation, isolationPooled } from "./isolation";
import { kill } from "./kill";
import { listener } from "./listener";
import { mixed } from "./mixed";
import { nginx } from "./nginx";
import { openTransaction } from "./open-transaction";
import { pgbouncer } from "./pgbouncer";
import { restore } from "./restore";
import type { Scenario } from "./scenario";
import { silenced } from "./silenced";
import { stopped } from "./stopped";
import { storm } from "./storm";

/** All scenarios, in the order they are played. */
export const SCENARIOS: readonly Scenario[] = [
  cut,
  listener,
  silenced,
  immediate,
  stopped,
  kill,
  openTransaction,
  delayed,
  pgbouncer,
  isolation,
  isolationPooled,
  nginx,
  restore,
  catchUp,
  storm,
  mixed,
];
