import { CaptureError } from "./capture-error.ts";
import { type Actor, type Entity, type EventOptions, type PostedEvent, toPostedEvent } from "./event.ts";
import { Again, type Outcome, postBatch } from "./post-batch.ts";

/** Where events go, and how. */
export interface ClientOptions {
  /** The server's address, such as https://feed.example. */
  url: string;
  /** The team's slug. */
  team: string;
  /** An API key of the team with the scope `capture`. */
  key: string;
  /** Events of one call at most; default 100, at most 1,000. */
  batchSize?: number;
  /** How long an event waits for others, milliseconds; default 100. */
  waitMs?: number;
  /** Events that may wait at most; default 10,000. Beyond them an event is refused at once. */
  maxWaiting?: number;
  /** How often a call is made before its events are given up; default 8, which takes about a minute. */
  attempts?: number;
  /** How long an answer may take, milliseconds; default 10,000. */
  timeoutMs?: number;
  fetch?: typeof fetch;
}

/** What the server says of a stored event. */
export interface StoredActivity {
  id: string;
  /** Its place in the team's feed. */
  seq: number;
}

interface Waiting {
  event: PostedEvent;
  done(activity: StoredActivity): void;
  fail(error: CaptureError): void;
}

const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 15_000;

/** Posts events in batches, tries again with growing pauses, and stores each once: a key goes with every event. */
export class ActivityClient {
  private readonly endpoint: string;
  private readonly waiting: Waiting[] = [];
  private timer: ReturnType<typeof setTimeout> | null = null;
  private sending: Promise<void> | null = null;
  /** Raised by `flush`: nothing waits for company any more. */
  private isHurried = false;

  constructor(private readonly options: ClientOptions) {
    this.endpoint = new URL(`/api/teams/${encodeURIComponent(options.team)}/activities`, options.url).href;
  }

  /**
   * Captures an event. The promise resolves when it is stored, and rejects with a CaptureError when it cannot be; whoever does
   * not await it need not catch it.
   */
  captureEvent(
    eventType: string,
    actor: Actor,
    entity: Entity,
    metadata?: unknown,
    more: EventOptions = {},
  ): Promise<StoredActivity> {
    const { maxWaiting = 10_000 } = this.options;
    const captured = new Promise<StoredActivity>((done, fail) => {
      const event = toPostedEvent(eventType, actor, entity, metadata, more);
      if (this.waiting.length >= maxWaiting)
        return fail(new CaptureError(`more than ${maxWaiting} events wait already`, 0, "too_many_waiting"));
      this.waiting.push({ event, done, fail });
      this.schedule();
    });
    captured.catch(() => {});
    return captured;
  }

  /** Sends what waits without waiting for more; resolves when nothing is on its way any more, stored or given up. */
  async flush(): Promise<void> {
    this.isHurried = true;
    while (this.waiting.length > 0 || this.sending !== null) {
      this.start();
      await this.sending;
    }
    this.isHurried = false;
  }

  private schedule(): void {
    const { batchSize = 100, waitMs = 100 } = this.options;
    if (this.isHurried || this.waiting.length >= batchSize) this.start();
    else this.timer ??= setTimeout(() => this.start(), waitMs);
  }

  private start(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
    if (this.waiting.length === 0) return;
    this.sending ??= this.send().finally(() => {
      this.sending = null;
      if (this.waiting.length > 0) this.schedule();
    });
  }

  /** One batch, to its end: events keep their order, so the next one waits for it. */
  private async send(): Promise<void> {
    const { batchSize = 100 } = this.options;
    const batch = this.waiting.splice(0, Math.min(batchSize, 1_000));
    try {
      const outcomes = await this.post(batch.map(({ event }) => event));
      for (const [place, { done, fail }] of batch.entries()) {
        const outcome = outcomes[place];
        if (outcome === undefined) fail(new CaptureError("the server did not say what became of it", 0, "unexpected"));
        else if ("error" in outcome) fail(outcome.error);
        else done(outcome.activity);
      }
    } catch (error) {
      const known = error instanceof CaptureError ? error : new CaptureError(String(error), 0, "unexpected");
      for (const { fail } of batch) fail(known);
    }
  }

  private async post(events: readonly PostedEvent[]): Promise<Outcome[]> {
    const { key, attempts = 8, timeoutMs = 10_000 } = this.options;
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await postBatch(this.options.fetch ?? fetch, this.endpoint, key, events, timeoutMs);
      } catch (error) {
        if (!(error instanceof Again)) throw error;
        if (attempt >= attempts) throw new CaptureError(error.message, error.status, "given_up");
        const pause = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (attempt - 1)) * (0.5 + Math.random());
        await new Promise((done) => setTimeout(done, error.afterMs ?? pause));
      }
    }
  }
}
