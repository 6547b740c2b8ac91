/**
 * Out: one reader's life.
 *
 *   starting ──▶ catching up ──everything seen──▶ live
 *                     ▲                            │ reader behind, or a batch that does not join without a hole
 *                     └────────────────────────────┘
 * `seen` is the seq up to which the reader was sent everything its filter lets through. A batch is taken only where it
 * joins `seen`; anything else comes from memory or the table again. So nothing is missed and nothing is sent twice.
 */
import type { Filter } from "@/activity/filter";
import type { ResetReason } from "@/activity/wire";
import type { CompiledFilter } from "@/db/queries/compile-filter";
import { log } from "@/log";
import { type EndReason, metrics } from "@/metrics";
import type { Batch } from "../feed/batch";
import { coalesce } from "../feed/coalesce";
import { encodeFrame, joinPieces, type Piece } from "../feed/frame";
import type { Follower, TeamFeed } from "../feed/team-feed";
import { type HubSettings, jitteredLifetime, jitteredRetry } from "../settings";
import type { Replays } from "./replays";
import { resolveStart, type Start } from "./resume";
import type { Sink } from "./sink";

/** What a door hands over for one reader, already authorised. */
export interface Reader {
  teamId: string;
  filter: Filter;
  /** The id the reader came back with, as it was sent; null for a new one, which starts at the head. */
  lastEventId: string | null;
  sink: Sink;
  /** Asked again when access changed, with every heartbeat, and with every poll while doorbells do not arrive. */
  isStillAuthorized(): Promise<boolean>;
  /** Whose session it is; null for a key. Narrows which readers a changed user concerns. */
  userId: string | null;
  /** The shared link by which it reads, for somebody outside the team. */
  linkId?: string | undefined;
  /** When it may no longer read, milliseconds since 1970. */
  endsAt?: number | undefined;
}

/** The most rows of batches kept while a replay is under way. */
const MAX_PENDING_ROWS = 1_000;
const RETRY_READ_MS = 1_000;

export class Subscriber implements Follower {
  readonly filterKey: string;
  private readonly filters: readonly CompiledFilter[];
  private state: "starting" | "catching up" | "live" | "ended" = "starting";
  private seen = 0;
  /** Batches handed out meanwhile, without a hole between them. */
  private pending: Batch[] = [];
  /** Raised to end a catch-up that is under way. */
  private turn = 0;
  private nextHeartbeat: number;
  private readonly endsAt: number;
  /** Closes the stream when the reader may no longer see it. */
  readonly recheck: () => Promise<void>;

  constructor(
    readonly reader: Reader,
    private readonly feed: TeamFeed,
    private readonly settings: HubSettings,
    private readonly replays: Replays,
    private readonly onEnd: (subscriber: Subscriber) => void,
  ) {
    const { key, compiled } = feed.countIn(reader.filter);
    this.filterKey = key;
    this.filters = compiled === null ? [] : [compiled];
    this.nextHeartbeat = performance.now() + settings.heartbeatMs;
    this.endsAt = performance.now() + jitteredLifetime(settings.lifetimeMs);
    this.recheck = coalesce(async () => {
      if (this.isOpen() && !(await reader.isStillAuthorized())) this.end("revoked");
    });
    feed.add(this);
  }

  /** Finds the reader's place and starts sending. Never throws: a stream that cannot start ends, and its reader comes back. */
  async start(): Promise<void> {
    const { feed, reader, settings } = this;
    try {
      await feed.started();
      const resolve = () => resolveStart(reader.lastEventId, feed.head, settings.maxReplay);
      let start = resolve();
      // The id may be newer than what the feed has read so far: only a fresh look can tell.
      if (start.reset === "ahead" || start.reset === "unknown_epoch") {
        await feed.look();
        start = resolve();
      }
      if (this.isOpen()) this.open(start);
    } catch (error) {
      log.warn({ err: error }, "a stream could not start");
      this.end("start_failed");
    }
  }

  private open(start: Start): void {
    const id = { epoch: this.feed.head.epoch, seq: start.after };
    const retry = jitteredRetry();
    // Reset goes first: a reader cut after `ready` alone would resume from the current id and never learn of its hole.
    const first =
      start.reset === null ? [] : [encodeFrame(id, { event: "reset", data: { reason: start.reset } }, retry)];
    const ready = encodeFrame(
      id,
      { event: "ready", data: this.feed.placeData(start.after) },
      start.reset === null ? retry : undefined,
    );
    this.seen = start.after;
    if (start.reset !== null) metrics.resets[start.reset] += 1;
    if (!this.write(joinPieces([...first, ready]))) return;
    if (!this.joinLive()) void this.catchUp();
  }

  accept(batch: Batch): void {
    if (!this.isOpen()) return;
    if (this.state === "live" && batch.covers(this.filterKey) && batch.from <= this.seen) {
      if (!this.send(batch) && this.isOpen()) void this.catchUp();
      return;
    }
    const rows = this.pending.reduce((sum, { size }) => sum + size, batch.size);
    if (!batch.covers(this.filterKey) || rows > MAX_PENDING_ROWS) this.pending = [];
    else this.pending.push(batch);
    if (this.state === "live") void this.catchUp();
  }

  reset(reason: ResetReason): void {
    this.pending = [];
    if (this.state === "starting" || !this.isOpen()) return;
    this.turn += 1;
    this.state = "live";
    this.seen = this.feed.head.seq;
    metrics.resets[reason] += 1;
    this.write(encodeFrame(this.feed.head, { event: "reset", data: { reason } }));
  }

  /** Called several times per heartbeat. `now` is of performance.now(). True when a heartbeat was due. */
  tick(now: number): boolean {
    if (now >= this.endsAt) {
      if (this.state !== "starting") this.write(this.feed.heartbeatFrame(this.seen));
      this.end("lifetime");
      return false;
    }
    if (now < this.nextHeartbeat) return false;
    this.nextHeartbeat = now + this.settings.heartbeatMs;
    if (this.state === "starting") return true;
    if (!this.reader.sink.isBehind()) this.write(this.feed.heartbeatFrame(this.seen));
    else if (this.state === "live") void this.catchUp();
    return true;
  }

  /** A heartbeat out of turn, unless the reader has enough to read. */
  beat(): void {
    if (this.state === "starting" || !this.isOpen() || this.reader.sink.isBehind()) return;
    this.write(this.feed.heartbeatFrame(this.seen));
  }

  end(reason: EndReason): void {
    if (!this.isOpen()) return;
    this.state = "ended";
    this.pending = [];
    this.feed.remove(this);
    this.reader.sink.close();
    metrics.streamsEnded[reason] += 1;
    log.debug({ teamId: this.feed.teamId, reason }, "a stream ended");
    this.onEnd(this);
  }

  private isOpen(): boolean {
    return this.state !== "ended";
  }

  /** From memory or the table until live batches join. Waits for the reader, so a replay never piles up in memory. */
  private async catchUp(): Promise<void> {
    this.state = "catching up";
    metrics.replays += 1;
    this.turn += 1;
    const turn = this.turn;
    const isMine = () => this.isOpen() && this.turn === turn;
    while (await this.hasRoom(isMine)) {
      const batch = await this.readPage(isMine).catch((error: unknown) => {
        log.warn({ err: error }, "a replay could not be read; trying again");
        return undefined;
      });
      if (!isMine()) return;
      if (batch === undefined) {
        await new Promise((done) => setTimeout(done, RETRY_READ_MS * (0.5 + Math.random())));
        continue;
      }
      if (batch === null) return this.end("team_deleted");
      if (batch.epoch !== this.feed.head.epoch) {
        // The feed has yet to see the new epoch; its own read resets every reader, this one too.
        await this.feed.look().catch((error: unknown) => log.warn({ err: error }, "a new epoch could not be read"));
        continue;
      }
      while (!this.send(batch)) if (!(await this.hasRoom(isMine))) return;
      if (this.joinLive()) return;
    }
  }

  private async readPage(isWanted: () => boolean): Promise<Batch | null | undefined> {
    const { feed, seen, filterKey, filters } = this;
    const request = { teamId: feed.teamId, after: seen, filterKey, filters, isWanted };
    return (await feed.recall.page(request)) ?? (await this.replays.page(request));
  }

  /** Waits until the reader has taken what it was sent; ends a reader that does not. False when there is no more to do. */
  private async hasRoom(isMine: () => boolean): Promise<boolean> {
    const { sink } = this.reader;
    if (isMine() && sink.isBehind()) {
      let timer: NodeJS.Timeout | undefined;
      const stalled = new Promise<boolean>((done) => {
        timer = setTimeout(() => done(true), this.settings.stallMs);
      });
      const isStalled = await Promise.race([sink.drained().then(() => false), stalled]);
      clearTimeout(timer);
      if (isMine() && isStalled) this.end("not_reading");
    }
    return isMine();
  }

  /** Goes live if what is pending, or the feed's place, joins what was seen. */
  private joinLive(): boolean {
    const batches = this.pending;
    const [first] = batches;
    if ((first === undefined ? this.feed.head.seq : first.from) > this.seen) return false;
    this.pending = [];
    for (const batch of batches) if (!this.send(batch)) return false;
    this.state = "live";
    return true;
  }

  /** Sends what is new of a batch. False when the reader was behind before the end of it, or is gone. */
  private send(batch: Batch): boolean {
    for (const { piece, seq } of batch.chunksFor(this.filterKey, this.seen)) {
      if (this.reader.sink.isBehind() || !this.write(piece)) return false;
      metrics.deliveries += piece.messages.length;
      this.seen = seq;
    }
    this.seen = Math.max(this.seen, batch.to);
    return true;
  }

  private write(piece: Piece): boolean {
    if (!this.isOpen()) return false;
    metrics.framesSent += piece.messages.length;
    if (this.reader.sink.write(piece)) return true;
    this.end("not_reading");
    return false;
  }
}
