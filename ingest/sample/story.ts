import type { ActivityEvent } from "@/activity/event-schema";
import { createRandom, type Random } from "./random";

/** An event that has no time yet. */
export type Draft = Omit<ActivityEvent, "timestamp">;

/** One event of a story. */
export interface Step {
  /** Minutes after the step before. */
  after: number;
  /** True for what machines do: it happens at night and on weekends too. */
  anyHour?: boolean;
  draft: Draft;
}

/** Events that belong together, in the order they happen. */
export type Story = Step[];

/** What all stories of one team share: one source of chance and the next free numbers. */
export interface World {
  random: Random;
  /** Takes the next number of a kind. */
  take(kind: Numbered): number;
}

const FIRST_NUMBERS = { task: 41, pullRequest: 212, issue: 87, screen: 8871, invoice: 2263, incident: 518, run: 4102 };
type Numbered = keyof typeof FIRST_NUMBERS;

/** A world at its beginning. The same seed makes the same stories when they are asked for in the same order. */
export function createWorld(seed: number): World {
  const numbers = { ...FIRST_NUMBERS };
  return {
    random: createRandom(seed),
    take: (kind) => {
      numbers[kind] += 1;
      return numbers[kind] - 1;
    },
  };
}
