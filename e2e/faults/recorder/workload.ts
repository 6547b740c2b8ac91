import { type IntervalHistogram, monitorEventLoopDelay } from "node:perf_hooks";
import { checkHistory } from "../check-history";
import type { History } from "../history";
import type { Product, Target } from "../rig/product";
import { sleep, until } from "../rig/sleep";
import { EVERYTHING, FILTERS } from "./filters";
import { Ids } from "./place";
import { Reader } from "./reader";
import { Writers, type Writing } from "./writers";

/** Writers and readers of one run. */
export interface Load extends Partial<Writing> {
  readers: number;
  /** Credentials of the readers, in turn; without them all use the target's. */
  credentials?: Record<string, string>[];
  isGzip?: boolean;
}

/** A third of the readers have a filter; the first few unfiltered ones keep a watch. */
const FILTERED_EVERY = 3;
const WATCHES = 5;
/** How long readers may take after the last event, milliseconds. */
const PATIENCE_MS = 30_000;

function openReaders(target: Target, load: Load): Reader[] {
  const ids = new Ids();
  return Array.from({ length: load.readers }, (_, place) => {
    const filtered = place % FILTERED_EVERY === FILTERED_EVERY - 1;
    const filter = filtered ? FILTERS[Math.floor(place / FILTERED_EVERY) % FILTERS.length] : undefined;
    const reading = {
      name: `reader ${place + 1}`,
      filter: filter ?? EVERYTHING,
      isWatch: !filtered && place < WATCHES,
      isGzip: load.isGzip ?? false,
    };
    const credentials = load.credentials?.[place % load.credentials.length] ?? target.credentials;
    return new Reader({ ...target, credentials }, reading, ids);
  });
}

/** One run: writers post and readers follow while something happens, and then everything must add up. */
export class Workload {
  readonly readers: Reader[];
  readonly writers: Writers;
  private readonly stalls: IntervalHistogram = monitorEventLoopDelay({ resolution: 10 });

  private constructor(
    private readonly product: Product,
    load: Load,
    target: Target,
  ) {
    const writing = { writers: 8, pauseMs: 0, batchShare: 0.1, batchSize: 20, ...load };
    this.readers = openReaders(target, load);
    this.writers = new Writers(target, writing);
    this.stalls.enable();
  }

  /** Opens the readers, waits until each knows its place, then lets the writers go. */
  static async start(product: Product, load: Load, target: Target = product.target): Promise<Workload> {
    const workload = new Workload(product, load, target);
    for (const reader of workload.readers) reader.start();
    await until("every reader's first list", 20_000 + 50 * load.readers, () =>
      workload.readers.every(({ seq }) => seq >= 0),
    );
    workload.writers.start();
    return workload;
  }

  /** Lets it run for `ms`, and then on until `least` events were acknowledged. */
  async lasting(ms: number, least = 0): Promise<void> {
    await sleep(ms);
    await this.reaching(() => this.writers.acknowledgedAt.size >= least, `${least} acknowledged events`);
  }

  /** Lets it run until `isThere`; throws when that takes ten minutes. */
  async reaching(isThere: () => boolean, what: string): Promise<void> {
    await until(what, 600_000, isThere);
  }

  /** Stops the writers, posts a last event and gives every reader half a minute to see it. Gives its seq. */
  async settle(): Promise<number> {
    await this.writers.stop();
    const last = await this.writers.mark();
    await this.caughtUp(last);
    return last;
  }

  /** Waits until every reader has seen `seq`, at most `patienceMs`; who has not will have lost something. */
  async caughtUp(seq: number, patienceMs = PATIENCE_MS): Promise<boolean> {
    const isBehind = () => this.readers.some((reader) => reader.seq < seq);
    for (const end = performance.now() + patienceMs; isBehind() && performance.now() < end; ) await sleep(20);
    return !isBehind();
  }

  /** The longest time, milliseconds, that this process itself was kept from noting what had come: not the product's delay. */
  get ownStallMs(): number {
    return this.stalls.max / 1e6;
  }

  async close(): Promise<void> {
    this.stalls.disable();
    await Promise.all(this.readers.map((reader) => reader.stop()));
  }

  /** Settles and ends the run; gives what was wrong with it. */
  async finish(): Promise<string[]> {
    await this.settle();
    await this.close();
    return checkHistory(await historyOf(this.product, [this]));
  }
}

/** What the writers and readers of some runs of one product saw, and its table as it is now. */
export async function historyOf(product: Product, workloads: readonly Workload[]): Promise<History> {
  return {
    posts: workloads.flatMap(({ writers }) => writers.posts),
    readers: workloads.flatMap(({ readers }) => readers.map(({ history }) => history)),
    table: await product.readTable(),
  };
}
