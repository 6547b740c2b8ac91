/** Counts of a running server: plain numbers, because some change with every delivery. `handlers/service/metrics.ts` gives them names. */

/** How often values fell below each bound. Bounds and values in seconds. */
export class Histogram {
  /** One a bound, and one for everything above the last. */
  readonly counts: number[];
  sum = 0;

  constructor(readonly bounds: readonly number[]) {
    this.counts = [...bounds, Number.POSITIVE_INFINITY].map(() => 0);
  }

  observe(value: number): void {
    let place = 0;
    while (value > (this.bounds[place] ?? Number.POSITIVE_INFINITY)) place += 1;
    this.counts[place] = (this.counts[place] ?? 0) + 1;
    this.sum += value;
  }
}

/** From half a millisecond to ten seconds. */
const SECONDS = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** Why a stream ended, by the label that its counter has. */
export type EndReason =
  | "client_gone"
  | "not_reading"
  | "revoked"
  | "lifetime"
  | "shutdown"
  | "start_failed"
  | "team_deleted";

function createMetrics() {
  return {
    eventsCaptured: 0,
    appends: 0,
    appendSeconds: new Histogram(SECONDS),
    /** From the append's stamp to the frame that was handed to the last reader; two machines' clocks may differ. */
    commitToFrameSeconds: new Histogram(SECONDS),
    rateLimited: 0,
    streamsOpen: { next: 0, lane: 0, websocket: 0 },
    streamsEnded: {
      client_gone: 0,
      not_reading: 0,
      revoked: 0,
      lifetime: 0,
      shutdown: 0,
      start_failed: 0,
      team_deleted: 0,
    } satisfies Record<EndReason, number>,
    framesSent: 0,
    deliveries: 0,
    replays: 0,
    resets: { too_old: 0, unknown_epoch: 0, ahead: 0, malformed: 0 },
    doorbellsRung: 0,
    doorbellsFailed: 0,
    doorbellsHeard: 0,
    polls: 0,
    /** Events that a poll saw before any doorbell told of them, though doorbells were arriving. */
    eventsFoundByPoll: 0,
    hubQueries: { heads: 0, live: 0, replay: 0 },
    exportsOpen: 0,
    exportBatches: 0,
    exportedActivities: 0,
    replicaReads: { replica: 0, behind: 0, away: 0 },
  };
}

const KEY = Symbol.for("las.metrics");
const globals = globalThis as { [KEY]?: ReturnType<typeof createMetrics> };
globals[KEY] ??= createMetrics();

/** The process's counts. */
export const metrics = globals[KEY];
