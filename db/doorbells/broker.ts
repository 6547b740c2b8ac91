/** In, last step, with a broker: rings after a commit without anybody waiting for it; and out, first step: its doorbell. */
import { log } from "@/log";
import { metrics } from "@/metrics";
import { inTime } from "../in-time";
import { causeText } from "../sql-state";
import type { BrokerConnection, Doorbell, Line } from "./doorbell";
import { formatSignal, type Signal, TOPICS, type Topic } from "./signal";

const FIRST_RETRY_MS = 200;
const LAST_RETRY_MS = 10_000;
const ANSWER_MS = 5_000;
const GOODBYE_MS = 1_000;
/** The most rings that are kept for a broker that is away; beyond it the oldest are dropped. */
const MAX_WAITING = 10_000;

/** Newer rings of one subject replace older ones. */
function subjectOf(signal: Signal): string {
  return `${signal.topic} ${"teamId" in signal ? signal.teamId : signal.userId}`;
}

/**
 * Redis or NATS in place of NOTIFY. What is lost with the broker costs latency only: whoever reads polls the table meanwhile.
 * `connect` opens one connection; it is called again, with jittered back-off, whenever there is none.
 */
export class Broker implements Doorbell {
  readonly silence: string;
  private connection: Promise<BrokerConnection> | null = null;
  private waiting = new Map<string, Signal>();
  private sending: Promise<void> | null = null;
  private failures = 0;
  private retry: NodeJS.Timeout | null = null;
  /** No more tries; what is under way may still be sent. */
  private isClosed = false;
  private isGone = false;

  constructor(
    readonly via: "redis" | "nats",
    private readonly connect: () => Promise<BrokerConnection>,
  ) {
    this.silence = `what is rung over ${via} does not arrive: check what DOORBELL_URL may publish and subscribe to`;
  }

  /** Tells everybody who listens. Never throws and never waits; one batch is on its way at a time, so a burst of a team is few rings. */
  ring(signal: Signal): void {
    const subject = subjectOf(signal);
    const known = this.waiting.get(subject);
    if (known?.topic === "activity" && signal.topic === "activity" && known.seq > signal.seq) return;
    this.waiting.set(subject, signal);
    if (this.waiting.size > MAX_WAITING) {
      for (const oldest of this.waiting.keys()) {
        this.waiting.delete(oldest);
        break;
      }
    }
    if (this.retry === null) this.send();
  }

  async open(hear: (topic: string, payload: string) => void, onEnd: (error: Error | null) => void): Promise<Line> {
    const connection = await this.connect().catch((error: unknown) => {
      throw this.named(error);
    });
    connection.onEnd((error) => onEnd(this.named(error)));
    try {
      await connection.subscribe(TOPICS, hear);
    } catch (error) {
      await connection.close();
      throw this.named(error);
    }
    return {
      // Over the connection that rings: a line that hears is worth nothing if this one is deaf.
      probe: (payload) => this.publish([{ topic: "activity", payload }]),
      close: () => connection.close(),
    };
  }

  /** Sends what is waiting, if the broker takes it within a second, and hangs up. */
  async close(): Promise<void> {
    this.isClosed = true;
    if (this.retry !== null) clearTimeout(this.retry);
    const { connection } = this;
    const goodbye = async () => {
      await this.sending;
      await (await connection)?.close();
    };
    await inTime(goodbye(), GOODBYE_MS, this.via).catch(() => {});
    this.isGone = true;
  }

  /** An error that says whose it is. */
  private named(error: unknown): Error {
    return new Error(`${this.via}: ${error === null ? "the connection was closed" : causeText(error)}`);
  }

  private connected(): Promise<BrokerConnection> {
    if (this.connection !== null) return this.connection;
    const made = this.connect();
    const opening = inTime(made, ANSWER_MS, this.via);
    const forget = () => {
      if (this.connection === opening) this.connection = null;
    };
    opening.then(
      (connection) => {
        connection.onEnd(forget);
        if (this.isGone) return void connection.close();
        // Whoever opened it, what is waiting need not wait for its next try.
        if (this.retry !== null) clearTimeout(this.retry);
        this.retry = null;
        if (this.waiting.size > 0) this.send();
      },
      () => {
        forget();
        // It may still come, too late.
        made.then((connection) => connection.close()).catch(() => {});
      },
    );
    this.connection = opening;
    return opening;
  }

  private send(): void {
    this.sending ??= this.sendAll()
      .then(
        () => this.noteAnswer(),
        (error: unknown) => this.noteFailure(error),
      )
      .finally(() => {
        this.sending = null;
        if (this.waiting.size > 0 && this.retry === null && !this.isClosed) this.send();
      });
  }

  private async sendAll(): Promise<void> {
    while (this.waiting.size > 0) {
      await this.connected();
      const batch = this.waiting;
      this.waiting = new Map();
      try {
        await this.publish(
          [...batch.values()].map((signal) => ({ topic: signal.topic, payload: formatSignal(signal) })),
        );
        metrics.doorbellsRung += batch.size;
      } catch (error) {
        this.waiting = new Map([...batch, ...this.waiting]);
        throw error;
      }
    }
  }

  /** Resolves when the broker has them all. A connection that fails is not used again. */
  private async publish(rings: { topic: Topic; payload: string }[]): Promise<void> {
    const connection = await this.connected();
    try {
      await inTime(
        Promise.all(rings.map(({ topic, payload }) => connection.publish(topic, payload))),
        ANSWER_MS,
        this.via,
      );
    } catch (error) {
      if ((await this.connection) === connection) this.connection = null;
      connection.close().catch(() => {});
      throw error;
    }
  }

  private noteAnswer(): void {
    if (this.failures > 0) log.info({ via: this.via }, "doorbells can be rung again");
    this.failures = 0;
  }

  private noteFailure(error: unknown): void {
    if (this.failures === 0 && !this.isClosed)
      log.warn({ err: error, via: this.via }, "doorbells cannot be rung; readers find new events by polling");
    this.failures += 1;
    metrics.doorbellsFailed += 1;
    if (this.isClosed) return;
    const ceiling = Math.min(LAST_RETRY_MS, FIRST_RETRY_MS * 2 ** Math.min(this.failures, 10));
    this.retry = setTimeout(
      () => {
        this.retry = null;
        if (this.waiting.size > 0) this.send();
      },
      ceiling * (0.5 + Math.random() / 2),
    ).unref();
  }
}
