import { type ClientRequest, request } from "node:http";
import type { Readable } from "node:stream";
import { constants, createGunzip } from "node:zlib";
import { createParser, type EventSourceMessage } from "eventsource-parser";
import type { FilterCase, ReaderHistory, Segment } from "../history";
import type { Target } from "../rig/product";
import { sleep } from "../rig/sleep";
import { type Ids, type Place, parsePlace, readActivity } from "./place";
import { send } from "./send";

/** How one reader reads. */
export interface Reading {
  name: string;
  filter: FilterCase;
  /** Notes when each event came. */
  isWatch: boolean;
  /** Offers to take compressed answers, as browsers do. */
  isGzip: boolean;
}

/** Without a byte for so long a stream is dead, heartbeats come every 15 s: the browser's client builds a new one. */
const SILENCE_MS = 40_000;

/** Reads the list and follows the stream as the browser's client does, over however many connections it takes. */
export class Reader {
  readonly history: ReaderHistory;
  private place: Place | null = null;
  private call: ClientRequest | null = null;
  private isOver = false;
  private isAway = false;
  private resetSeen = false;
  private running: Promise<void> = Promise.resolve();
  private readonly reloads: Promise<void>[] = [];

  constructor(
    private readonly target: Target,
    private readonly reading: Reading,
    private readonly ids: Ids,
  ) {
    const { name, filter } = reading;
    this.history = { name, filter, segments: [], faults: [], resets: [], reconnects: 0 };
  }

  /** The newest seq up to which this reader has been served; -1 before the list was read. */
  get seq(): number {
    return this.place?.seq ?? -1;
  }

  start(): void {
    this.running = this.follow();
  }

  /** Cuts the connection, if there is one; the reader comes back by itself. */
  cut(): void {
    this.call?.destroy();
  }

  /** Goes away until {@link return}. */
  leave(): void {
    this.isAway = true;
    this.cut();
  }

  return(): void {
    this.isAway = false;
  }

  async stop(): Promise<void> {
    this.isOver = true;
    this.cut();
    await this.running;
    await Promise.all(this.reloads);
  }

  /** Forgets what was read so far: only what a restored table explains counts from now on. */
  forget(): void {
    this.history.segments.length = 0;
    this.history.resets.length = 0;
  }

  private async follow(): Promise<void> {
    while (this.place === null && !this.isOver) {
      this.place = await this.readList();
      if (this.place === null) await sleep(200 + Math.random() * 200);
      else this.begin(this.place);
    }
    while (!this.isOver) {
      if (this.isAway) await sleep(20);
      else {
        const isServed = await this.connect();
        if (this.isOver) return;
        this.history.reconnects += 1;
        await sleep(isServed ? Math.random() * 500 : 250 + Math.random() * 1_000);
      }
    }
  }

  private query(more: Record<string, string>): string {
    return `?${new URLSearchParams({ ...this.reading.filter.query, ...more })}`;
  }

  /** The place up to which a list read now is whole; null when it cannot be read. */
  private async readList(): Promise<Place | null> {
    const reply = await send(this.target, this.query({ limit: "1" }), null);
    if (reply.kind !== "answer" || reply.status !== 200) return null;
    const list: { lastEventId: string } = JSON.parse(reply.text);
    return parsePlace(list.lastEventId);
  }

  private begin({ epoch, seq }: Place): void {
    this.history.segments.push({ epoch, after: seq, seqs: [], ids: [], at: [] });
  }

  /** After a reset: what the list now shows must reach at least to where the stream goes on. */
  private async reload(from: Place): Promise<void> {
    while (!this.isOver) {
      const list = await this.readList();
      if (list?.epoch === from.epoch && list.seq < from.seq)
        this.history.faults.push(`reset at ${from.seq}, but the list ends at ${list.seq}`);
      if (list !== null) return;
      await sleep(300);
    }
  }

  /** One connection's life. True when it was answered as a stream. */
  private connect(): Promise<boolean> {
    const asked = this.place === null ? "" : `${this.place.epoch}.${this.place.seq}`;
    const isInQuery = Math.random() < 0.5;
    this.resetSeen = false;
    return new Promise((done) => {
      const call = request({
        agent: false,
        host: "127.0.0.1",
        port: this.target.port,
        path: `${this.target.path}/stream${this.query(isInQuery ? { lastEventId: asked } : {})}`,
        headers: {
          ...this.target.credentials,
          accept: "text/event-stream",
          ...(isInQuery ? {} : { "last-event-id": asked }),
          ...(this.reading.isGzip ? { "accept-encoding": "gzip" } : {}),
        },
      });
      this.call = call;
      let isServed = false;
      const silence = setTimeout(() => {
        if (isServed) this.history.faults.push(`no heartbeat for ${SILENCE_MS / 1_000} s`);
        call.destroy();
      }, SILENCE_MS);
      const end = () => {
        clearTimeout(silence);
        call.destroy();
        done(isServed);
      };
      call.on("error", end);
      call.once("close", end);
      call.once("response", (response) => {
        isServed = response.statusCode === 200;
        if (!isServed) return end();
        const parser = createParser({ onEvent: (event) => this.take(event, asked) });
        const isZipped = response.headers["content-encoding"] === "gzip";
        const gunzip = createGunzip({ flush: constants.Z_SYNC_FLUSH, finishFlush: constants.Z_SYNC_FLUSH });
        const bytes: Readable = isZipped ? response.pipe(gunzip) : response;
        bytes.setEncoding("utf8");
        bytes.on("data", (text: string) => {
          silence.refresh();
          // What was under way when the reader cut its connection never arrived.
          if (!call.destroyed) parser.feed(text);
        });
        for (const name of ["end", "error", "close"]) bytes.once(name, end);
        response.on("error", end);
      });
      call.end();
    });
  }

  private take({ event, id, data }: EventSourceMessage, asked: string): void {
    const { faults, resets } = this.history;
    const at = parsePlace(id);
    if (at === null) return void faults.push(`a frame without an id: ${event}`);
    if (event === "reset") {
      const { reason }: { reason: string } = JSON.parse(data);
      resets.push(reason);
      this.resetSeen = true;
      this.place = at;
      this.begin(at);
      this.reloads.push(this.reload(at));
      return;
    }
    if (event === "ready" && !this.resetSeen && id !== asked) faults.push(`ready at ${id}, asked for ${asked}`);
    if (at.epoch !== this.place?.epoch) faults.push(`another epoch without a reset: ${event}`);
    if (event === "activity") this.keep(data, at, this.history.segments.at(-1));
    else if (at.seq < this.seq) faults.push(`${event} at ${at.seq}, after ${this.seq}`);
    this.place = at;
  }

  private keep(data: string, at: Place, segment: Segment | undefined): void {
    const { id, seq } = readActivity(data);
    if (seq !== at.seq) this.history.faults.push(`event ${seq} under the id ${at.seq}`);
    if (segment === undefined) return void this.history.faults.push(`event ${seq} before the reset`);
    segment.seqs.push(seq);
    segment.ids.push(this.ids.shared(seq, id));
    if (this.reading.isWatch) segment.at.push(performance.now());
  }
}
