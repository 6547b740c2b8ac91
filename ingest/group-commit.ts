// Third step of capture: what arrives together is committed together, and each caller is answered after its own commit.
import { asActivityError } from "@/activity/errors";

/** Most events of one append, unless a single request has more. */
const MAX_EVENTS = 500;
/** Most appends of one team at once: while one waits for the lock the next is on its way. */
const MAX_IN_FLIGHT = 2;
/** Events for which the second append leaves before the first is back; fewer are cheaper, and hardly later, with the next. */
const WORTH_A_TRIP = 16;

interface Waiting<Request, Result> {
  request: Request;
  done: (result: Result) => void;
  fail: (error: unknown) => void;
}

interface Lane<Request, Result> {
  waiting: Waiting<Request, Result>[];
  /** Events of all that wait. */
  events: number;
  inFlight: number;
  scheduled: boolean;
}

export interface GroupCommitOptions<Request, Result> {
  /** Events in a request, for the batch limit. */
  size(request: Request): number;
  /** Commits a whole batch or throws with nothing committed; gives one result a request, in order. */
  commit(key: string, batch: Request[]): Promise<Result[]>;
  /** True when the error surely means that nothing was committed and that one request alone may be its cause. */
  isRequestFault(error: unknown): boolean;
}

/**
 * Gathers concurrent requests of one key into batches, without a timer: a batch starts on the next turn of the event loop.
 * A request that fails a batch fails alone: the others of its batch are committed one by one.
 */
export class GroupCommit<Request, Result> {
  private readonly lanes = new Map<string, Lane<Request, Result>>();

  constructor(private readonly options: GroupCommitOptions<Request, Result>) {}

  /** Commits one request with its neighbours; resolves after its commit. */
  submit(key: string, request: Request): Promise<Result> {
    const lane = this.lanes.get(key) ?? { waiting: [], events: 0, inFlight: 0, scheduled: false };
    this.lanes.set(key, lane);
    return new Promise((done, fail) => {
      lane.waiting.push({ request, done, fail });
      lane.events += this.options.size(request);
      this.schedule(key, lane);
    });
  }

  private schedule(key: string, lane: Lane<Request, Result>): void {
    if (lane.scheduled || lane.waiting.length === 0 || lane.inFlight >= MAX_IN_FLIGHT) return;
    if (lane.inFlight > 0 && lane.events < WORTH_A_TRIP) return;
    lane.scheduled = true;
    setImmediate(() => {
      lane.scheduled = false;
      const batch = this.takeBatch(lane);
      lane.inFlight += 1;
      void this.run(key, batch).finally(() => {
        lane.inFlight -= 1;
        if (lane.inFlight === 0 && lane.waiting.length === 0) this.lanes.delete(key);
        else this.schedule(key, lane);
      });
      this.schedule(key, lane);
    });
  }

  private takeBatch(lane: Lane<Request, Result>): Waiting<Request, Result>[] {
    // Two halves keep both ends busy: one is prepared here while the database stores the other.
    const isHalved = lane.inFlight === 0 && lane.events >= 2 * WORTH_A_TRIP;
    const most = isHalved ? Math.min(MAX_EVENTS, Math.ceil(lane.events / 2)) : MAX_EVENTS;
    let events = 0;
    let count = 0;
    for (const { request } of lane.waiting) {
      const size = this.options.size(request);
      if (count > 0 && events + size > most) break;
      events += size;
      count += 1;
    }
    lane.events -= events;
    return lane.waiting.splice(0, count);
  }

  private async run(key: string, batch: Waiting<Request, Result>[]): Promise<void> {
    try {
      const results = await this.options.commit(
        key,
        batch.map(({ request }) => request),
      );
      for (const [place, { done, fail }] of batch.entries()) {
        const result = results[place];
        if (result === undefined) fail(new Error("a committed request has no result"));
        else done(result);
      }
    } catch (error) {
      if (batch.length > 1 && asActivityError(error) === null && this.options.isRequestFault(error)) {
        for (const waiting of batch) await this.run(key, [waiting]);
      } else {
        for (const { fail } of batch) fail(error);
      }
    }
  }
}
