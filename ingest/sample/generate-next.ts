import type { ActivityEvent } from "@/activity/event-schema";
import type { Random } from "./random";
import type { Draft } from "./story";
import { createStoryteller, type SampleOptions } from "./storyteller";

/** How many stories go on at the same time. */
const AT_ONCE = 5;

/** Where a team's sample activity stands; {@link generateNext} moves it on. */
export interface SampleState {
  random: Random;
  /** The stories under way, each with what is still to come. */
  open: Draft[][];
  tell(): { draft: Draft }[];
}

/**
 * The state right behind `generateHistory(options)`, or `skip` events later. Equal options and skip give equal states,
 * so whoever keeps the two numbers can go on after a restart.
 */
export function createSampleState(options: SampleOptions, skip = 0): SampleState {
  const { random, open, tell } = createStoryteller(options);
  const state = { random, open, tell };
  for (let skipped = 0; skipped < skip; skipped += 1) nextDraft(state);
  return state;
}

function nextDraft(state: SampleState): Draft {
  while (state.open.length < AT_ONCE) state.open.push(state.tell().map((step) => step.draft));
  const story = state.random.pick(state.open.slice(0, AT_ONCE));
  const draft = story.shift();
  state.open = state.open.filter((rest) => rest.length > 0);
  return draft ?? nextDraft(state);
}

/** The next believable event, happening `now`: it goes on with an open story or begins a new one. Moves `state` on. */
export function generateNext(state: SampleState, now: Date): ActivityEvent {
  return { ...nextDraft(state), timestamp: now.toISOString() };
}
