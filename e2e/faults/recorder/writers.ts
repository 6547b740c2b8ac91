import { randomBytes } from "node:crypto";
import type { PostedEvent } from "../../support/api";
import type { PostRecord } from "../history";
import type { Target } from "../rig/product";
import { sleep } from "../rig/sleep";
import { everyonesEvent, randomEvent } from "./filters";
import { type Reply, send } from "./send";

/** How much the writers post. */
export interface Writing {
  writers: number;
  /** Pause after each post, milliseconds, jittered by half. */
  pauseMs: number;
  /** The share of posts that are batches, and the most events of one. */
  batchShare: number;
  batchSize: number;
}

type Result = { ok: true; id: string; seq: number } | { ok: false; refusal: string };

/** Shares of the posts: with a key at the item, at the request, or without any; and of those sent again after an answer. */
const WITHOUT_KEY = 0.1;
const KEY_AT_REQUEST = 0.3;
const SENT_AGAIN = 0.05;
/** How often a post with a key is tried again when its outcome is unknown, and the share that is. */
const TRIES = 6;
const TRIED_AGAIN = 0.7;
const FILL_BATCH = 500;

/** The stored activities of an answer, one a posted event; null when it tells nothing of them. */
function readResults(reply: Reply, isBatch: boolean): Result[] | null {
  if (reply.kind !== "answer" || reply.status >= 500) return null;
  // Another try with the same key is still under way.
  if (reply.status === 409) return null;
  const refusal = `${reply.status} ${reply.text.slice(0, 200)}`;
  if (reply.status !== 201 && !(isBatch && reply.status === 422)) return [{ ok: false, refusal }];
  const body: { results?: { status: number; activity?: { id: string; seq: number } }[]; id: string; seq: number } =
    JSON.parse(reply.text);
  if (!isBatch) return [{ ok: true, id: body.id, seq: body.seq }];
  if (body.results === undefined) return [{ ok: false, refusal }];
  return body.results.map(({ activity }) =>
    activity === undefined ? { ok: false, refusal } : { ok: true, id: activity.id, seq: activity.seq },
  );
}

/** Posts events until told to stop and keeps what became of each. */
export class Writers {
  readonly posts: PostRecord[] = [];
  /** When each seq was first acknowledged, of performance.now(). */
  readonly acknowledgedAt = new Map<number, number>();
  private running: Promise<unknown> = Promise.resolve();
  private isOver = false;
  private readonly run = randomBytes(3).toString("hex");
  private count = 0;

  constructor(
    private readonly target: Target,
    private readonly writing: Writing,
  ) {}

  start(): void {
    const { writers } = this.writing;
    this.isOver = false;
    this.running = Promise.all(Array.from({ length: writers }, (_, writer) => this.write(writer)));
  }

  /** Resolves when the last answer has come, or is known never to come. */
  async stop(): Promise<void> {
    this.isOver = true;
    await this.running;
  }

  /** Posts the last event, which every filter lets through, until it is acknowledged; gives its seq. Throws after a minute. */
  async mark(): Promise<number> {
    let last = "";
    for (const end = performance.now() + 60_000; performance.now() < end; await sleep(200)) {
      const [record] = await this.post([everyonesEvent(this.nextName("end"))], false);
      const seq = record?.answers[0]?.seq;
      if (seq !== undefined) return seq;
      last = `${record?.outcome} ${record?.refusal ?? ""}`;
    }
    throw new Error(`no event is taken any more, a minute after the last fault: ${last}`);
  }

  /** Posts exactly `count` events as fast as batches go, the last one for every filter. Throws when one is not acknowledged. */
  async fill(count: number): Promise<void> {
    for (let left = count; left > 0; left -= FILL_BATCH) {
      const events = Array.from({ length: Math.min(left, FILL_BATCH) }, () => randomEvent(this.nextName("fill")));
      if (left <= FILL_BATCH) events.splice(-1, 1, everyonesEvent(this.nextName("fill")));
      const records = await this.post(events, true);
      if (records.some(({ outcome }) => outcome !== "ok")) throw new Error("a batch was not taken");
    }
  }

  private nextName(writer: string): string {
    this.count += 1;
    return `${this.run}-${writer}-${this.count}`;
  }

  private async write(writer: number): Promise<void> {
    const { pauseMs, batchShare, batchSize } = this.writing;
    while (!this.isOver) {
      const isBatch = Math.random() < batchShare;
      const size = isBatch ? 1 + Math.floor(Math.random() * batchSize) : 1;
      const events = Array.from({ length: size }, () => randomEvent(this.nextName(`w${writer}`)));
      const records = await this.post(events, isBatch);
      if (records.some(({ outcome }) => outcome !== "ok")) await sleep(100 + Math.random() * 200);
      else if (pauseMs > 0) await sleep(pauseMs * (0.5 + Math.random()));
    }
  }

  private async post(events: PostedEvent[], isBatch: boolean): Promise<PostRecord[]> {
    const dice = Math.random();
    const hasKey = dice >= WITHOUT_KEY;
    const isRequestKey = hasKey && dice < WITHOUT_KEY + KEY_AT_REQUEST;
    const items =
      hasKey && !isRequestKey ? events.map((event) => ({ ...event, idempotencyKey: event.entity.id })) : events;
    const body = JSON.stringify(isBatch ? items : items[0]);
    const headers = isRequestKey ? { "idempotency-key": `request ${events[0]?.entity.id}` } : undefined;
    const records = events.map(
      ({ entity }): PostRecord => ({ name: entity.id, outcome: "fail", answers: [], refusal: null }),
    );
    this.posts.push(...records);
    for (let tries = 0; ; tries += 1) {
      const isSent = this.note(records, await send(this.target, "", body, headers), isBatch);
      const isUnknown = records.some(({ outcome }) => outcome === "unknown");
      const isAgain = isSent ? Math.random() < SENT_AGAIN : isUnknown && tries < TRIES && Math.random() < TRIED_AGAIN;
      if (!hasKey || !isAgain) return records;
      await sleep(isSent ? Math.random() * 50 : 100 + Math.random() * 500);
    }
  }

  /** Takes one reply into account. An outcome once known stays; one unknown becomes `ok` only. True when all is known to be stored. */
  private note(records: PostRecord[], reply: Reply, isBatch: boolean): boolean {
    const results = readResults(reply, isBatch);
    const now = performance.now();
    for (const [place, record] of records.entries()) {
      const result = results?.[results.length === records.length ? place : 0];
      if (result === undefined) {
        if (record.outcome === "fail" && reply.kind !== "refused") record.outcome = "unknown";
      } else if (result.ok) {
        record.outcome = "ok";
        record.answers.push({ id: result.id, seq: result.seq });
        if (!this.acknowledgedAt.has(result.seq)) this.acknowledgedAt.set(result.seq, now);
      } else record.refusal = result.refusal;
    }
    return results !== null && records.every(({ outcome }) => outcome === "ok");
  }
}
