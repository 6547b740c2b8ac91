import type { Fault } from "../kinds/fault";
import { recoveries } from "../recorder/timing";
import { type Load, Workload } from "../recorder/workload";
import { type Addresses, openProduct, type Product } from "../rig/product";
import type { Stage } from "../rig/stage";
import { countsOf, inWords, spread, strikesOf } from "./figures";
import type { Scenario, Verdict } from "./scenario";

/** A scenario in which writers and readers go on while faults happen. */
export interface Plan {
  name: string;
  load(stage: Stage): Load;
  seconds: { short: number; full: number };
  /** The run goes on until so many events are acknowledged. Default 0. */
  least?: { short: number; full: number };
  /** The run goes on until each fault struck so often. Default 1. */
  strikes?: { short: number; full: number };
  /** What stands between server and database; default nothing. */
  addresses?: Addresses;
  faults(product: Product, workload: Workload, stage: Stage): Fault[];
  /** The longest that a fault may be felt, milliseconds; see {@link recoveries}. */
  recoveryLimitMs: number;
  /** Further figures and sentences on what went wrong, once the run is over. */
  also?(): Verdict;
}

/** Fewer acknowledged events prove nothing. */
const LEAST_EVENTS = 100;

function judgeTimes(plan: Plan, faults: readonly Fault[], workload: Workload): string[] {
  const violations: string[] = [];
  const acknowledged = workload.writers.acknowledgedAt.size;
  if (acknowledged < LEAST_EVENTS) violations.push(`idle: only ${acknowledged} events were taken`);
  for (const fault of faults) {
    const times = recoveries(fault, workload);
    const slow = times.filter((ms) => ms > plan.recoveryLimitMs + workload.ownStallMs);
    if (times.length === 0) violations.push(`unmeasured: no event followed on ${fault.name}`);
    if (slow.length > 0)
      violations.push(
        `slow: ${fault.name} was felt longer than ${inWords(plan.recoveryLimitMs)} ${slow.length} × (${spread(slow)})`,
      );
  }
  return violations;
}

/** Plays a {@link Plan}. */
export function underFaults(plan: Plan): Scenario {
  return {
    name: plan.name,
    play: async (stage) => {
      const product = await openProduct(stage, plan.addresses);
      const workload = await Workload.start(product, plan.load(stage));
      const faults = plan.faults(product, workload, stage);
      for (const fault of faults) await fault.start();
      await workload.lasting(stage.lasting(plan.seconds), plan.least === undefined ? 0 : stage.form(plan.least));
      const strikes = plan.strikes === undefined ? 1 : stage.form(plan.strikes);
      for (const fault of faults)
        await workload.reaching(() => fault.moments.length >= strikes || fault.isBroken?.() === true, fault.name);
      for (const fault of faults.toReversed()) await fault.stop();
      const violations = await workload.finish();
      const more = plan.also?.() ?? { figures: [], violations: [] };
      return {
        figures: [...countsOf(workload), ...faults.map((fault) => strikesOf(fault, workload)), ...more.figures],
        violations: [...violations, ...judgeTimes(plan, faults, workload), ...more.violations],
      };
    },
  };
}
