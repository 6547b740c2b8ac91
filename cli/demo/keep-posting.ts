import { setTimeout as sleep } from "node:timers/promises";
import { generateHistory } from "@/ingest/sample/generate-history";
import { createSampleState, generateNext } from "@/ingest/sample/generate-next";
import { type DemoState, writeDemoState } from "./demo-state";
import { postEvents, type Target } from "./post-events";

/** Loads the sample history when it is not stored yet. Its idempotency keys let an interrupted load run again. */
export async function loadHistory(directory: string, state: DemoState, target: Target, signal: AbortSignal) {
  if (state.isLoaded) return state;
  const history = generateHistory({ now: new Date(state.startedAt), seed: state.seed });
  const events = history.map((event, index) => ({ ...event, idempotencyKey: `demo-history-${state.seed}-${index}` }));
  await postEvents(target, events, {
    signal,
    onProgress: (posted) => console.log(`  ${posted} of ${events.length} past activities loaded`),
  });
  const loaded = { ...state, isLoaded: true };
  writeDemoState(directory, loaded);
  return loaded;
}

/** Posts a new event about every `seconds` seconds until `signal` fires, which rejects with an AbortError. */
export async function keepPosting(
  directory: string,
  state: DemoState,
  target: Target,
  options: { seconds: number; signal: AbortSignal },
): Promise<never> {
  const sample = createSampleState({ now: new Date(state.startedAt), seed: state.seed }, state.posted);
  for (let posted = state.posted + 1; ; posted += 1) {
    await sleep(options.seconds * (500 + Math.random() * 1_000), undefined, { signal: options.signal });
    // Counted before it is sent: after a crash one event may be missing, but none is told twice.
    writeDemoState(directory, { ...state, posted });
    const event = { ...generateNext(sample, new Date()), idempotencyKey: `demo-live-${state.seed}-${posted}` };
    await postEvents(target, [event], { signal: options.signal });
  }
}
