import type { Stage } from "../rig/stage";

/** What one scenario found. */
export interface Verdict {
  /** What its line of the report says, in the order given. */
  figures: string[];
  /** A sentence each; none is a pass. */
  violations: string[];
}

/** One story of what goes wrong, and what must hold meanwhile and afterwards. */
export interface Scenario {
  name: string;
  play(stage: Stage): Promise<Verdict>;
}
