// Before capture for webhooks: deliveries are worked on by turns of their integrations, so that a noisy one slows only itself.
import { ActivityError } from "@/activity/errors";

/** Deliveries in work at once, and those of one integration that may wait; more are told to come back. */
const MOST_AT_ONCE = 32;
export const MOST_WAITING = 256;

export class FairGate {
  /** Who waits, by key; the keys in the order of their turns. */
  private readonly waiting = new Map<string, (() => void)[]>();
  private atWork = 0;

  constructor(
    private readonly mostAtOnce = MOST_AT_ONCE,
    private readonly mostWaiting = MOST_WAITING,
    /** What is said to whom is too many. */
    private readonly refusal = "This webhook sends more than can be taken in",
  ) {}

  /** Does the work when it is the key's turn. Throws `too_many_requests` when too much of that key waits already. */
  async run<T>(key: string, work: () => Promise<T>): Promise<T> {
    if (this.atWork < this.mostAtOnce) this.atWork += 1;
    else await this.turn(key);
    try {
      return await work();
    } finally {
      this.passOn();
    }
  }

  /** Resolves with a place at work, which somebody else has left. */
  private turn(key: string): Promise<void> {
    const queue = this.waiting.get(key) ?? [];
    if (queue.length >= this.mostWaiting) {
      const retryAfter = 1 + Math.random() * 4;
      throw new ActivityError("too_many_requests", this.refusal, { retryAfter });
    }
    this.waiting.set(key, queue);
    return new Promise((done) => queue.push(done));
  }

  /** The first of the key whose turn it is takes the place; the key goes to the end of the line. */
  private passOn(): void {
    for (const [key, queue] of this.waiting) {
      this.waiting.delete(key);
      const next = queue.shift();
      if (queue.length > 0) this.waiting.set(key, queue);
      if (next === undefined) continue;
      next();
      return;
    }
    this.atWork -= 1;
  }
}

const KEY = Symbol.for("las.webhook-gate");
const globals = globalThis as { [KEY]?: FairGate };

/** This process's gate for webhooks. */
export function webhookGate(): FairGate {
  globals[KEY] ??= new FairGate();
  return globals[KEY];
}
