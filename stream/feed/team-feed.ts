/** Out: the one reader loop of a team; it follows the table by seq and hands every batch to the team's subscribers. */
import { ActivityError } from "@/activity/errors";
import type { EventId } from "@/activity/event-id";
import { type Filter, isEmptyFilter, serializeFilter, VALUE_FIELDS } from "@/activity/filter";
import type { ResetReason } from "@/activity/wire";
import type { Db } from "@/db/drivers/driver";
import { inTime } from "@/db/in-time";
import { type CompiledFilter, compileFilter } from "@/db/queries/compile-filter";
import { listHeads } from "@/db/queries/list-heads";
import { type LiveBatch, readLive } from "@/db/queries/read-live";
import { type EndReason, metrics } from "@/metrics";
import type { ListenerNote } from "../listener-state";
import type { FirstPage } from "../newest/first-page";
import type { Newest } from "../newest/newest";
import { Recall } from "../newest/recall";
import { Batch, endOf } from "./batch";
import { coalesce } from "./coalesce";
import { encodeFrame, type Piece } from "./frame";
import { gather } from "./gather";
import { ALL, toRows } from "./row";

/** The most rows of one read; a longer backlog is read page after page. */
const READ_ROWS = 500;
/**
 * Under load, events are gathered: after a pass over the readers the next read waits for half the pass's time an event it
 * brought, at most this long, milliseconds. The costlier a pass and the more there is to send, the more goes out together;
 * with time between two events, or few readers, there is nothing to wait for.
 */
const MOST_GATHER_MS = 25;
const GATHER_PER_ROW = 0.5;
/** Between two looks for readers whose id is not known: a thousand of them cost ten a second. */
const LOOK_MS = 100;

/** What a feed knows of a subscriber. */
export interface Follower {
  readonly filterKey: string;
  accept(batch: Batch): void;
  reset(reason: ResetReason): void;
  end(reason: EndReason): void;
}

/** Equal filters share one key, whatever the order of their values. */
function keyOf(filter: Filter): string {
  if (isEmptyFilter(filter)) return ALL;
  const sorted: Filter = { ...filter };
  for (const field of VALUE_FIELDS) {
    const values = sorted[field];
    if (values !== undefined) sorted[field] = { any: values.any.toSorted(), not: values.not.toSorted() };
  }
  return serializeFilter(sorted).toString();
}

/** What a feed has of its hub. */
interface HubParts {
  db(): Promise<Db>;
  /** What readers are to know of the listener. */
  listener(): ListenerNote;
}

export class TeamFeed {
  private readonly followers = new Set<Follower>();
  /** Distinct live filters, and how many followers share each. */
  private readonly filters = new Map<string, { compiled: CompiledFilter; count: number }>();
  private place: EventId | null = null;
  /** When the next read may begin, of performance.now(). */
  private digestedAt = 0;
  /** The newest seq that a doorbell told of. */
  private rung = 0;
  private heartbeat: { id: EventId; listener: ListenerNote; piece: Piece } | null = null;
  /** Reads on from the current place until the table has no more. Resolves after a read that began after the call. */
  readonly pump: () => Promise<void>;
  /** The same, in its own time, for all who ask meanwhile. */
  readonly look: () => Promise<void>;
  readonly recall: Recall;

  constructor(
    readonly teamId: string,
    private readonly hub: HubParts,
    private readonly newest: Newest,
    readonly firstPage: FirstPage,
  ) {
    this.pump = coalesce(() => this.readOn());
    this.look = gather(() => this.pump(), LOOK_MS);
    this.recall = new Recall(teamId, newest, hub.db);
  }

  /** The newest place that was read and handed out. Throws before the first `pump`. */
  get head(): EventId {
    if (this.place === null) throw new Error("the feed was not started");
    return this.place;
  }

  get size(): number {
    return this.followers.size;
  }

  /** Waits until the feed knows its team's head. Throws `not_found` when there is no such team. */
  async started(): Promise<void> {
    if (this.place === null) await this.pump();
  }

  /** Counts a filter in, so that the following reads match it, and gives its key. */
  countIn(filter: Filter): { key: string; compiled: CompiledFilter | null } {
    const key = keyOf(filter);
    if (key === ALL) return { key, compiled: null };
    const known = this.filters.get(key) ?? { compiled: compileFilter(filter), count: 0 };
    known.count += 1;
    this.filters.set(key, known);
    return { key, compiled: known.compiled };
  }

  add(follower: Follower): void {
    this.followers.add(follower);
  }

  remove(follower: Follower): void {
    if (!this.followers.delete(follower)) return;
    const shared = this.filters.get(follower.filterKey);
    if (shared === undefined) return;
    shared.count -= 1;
    if (shared.count === 0) this.filters.delete(follower.filterKey);
  }

  /** Nobody follows any more: what was kept in memory is let go. */
  close(): void {
    this.newest.close();
    this.firstPage.close();
  }

  all(): Follower[] {
    return [...this.followers];
  }

  /** A doorbell: something up to `seq` was committed. Only what was not read yet needs a read. */
  isNews(seq: number): boolean {
    this.rung = Math.max(this.rung, seq);
    return this.place === null || seq > this.place.seq;
  }

  /** What a poll found. A poll's snapshot may be older than the last read, so it only ever causes another read. */
  differsFrom(head: EventId): boolean {
    return this.place === null || head.epoch !== this.place.epoch || head.seq !== this.place.seq;
  }

  /** How many events up to `head` neither a doorbell nor a read told of. */
  unheard(head: EventId): number {
    return this.place === null ? 0 : Math.max(0, head.seq - Math.max(this.place.seq, this.rung));
  }

  /** What `ready` and `heartbeat` say. */
  placeData(seq: number): { seq: number; listener?: ListenerNote } {
    return { seq, listener: this.hub.listener() };
  }

  /** A heartbeat for a reader that has seen everything up to `seq`; readers at the same place share its frame. */
  heartbeatFrame(seq: number): Piece {
    const { epoch } = this.head;
    const data = this.placeData(seq);
    const { id, listener } = this.heartbeat ?? {};
    if (this.heartbeat === null || id?.seq !== seq || id.epoch !== epoch || listener !== data.listener) {
      const place = { epoch, seq };
      const piece = encodeFrame(place, { event: "heartbeat", data });
      this.heartbeat = { id: place, listener: data.listener, piece };
    }
    return this.heartbeat.piece;
  }

  private async readOn(): Promise<void> {
    if (this.followers.size === 0) return;
    const db = await this.hub.db();
    if (this.place === null) {
      metrics.hubQueries.heads += 1;
      const head = (await inTime(listHeads(db, [this.teamId]))).get(this.teamId);
      if (head === undefined) throw new ActivityError("not_found", "There is no such team");
      return this.restart(head);
    }
    for (let more = true; more; ) {
      await this.digest();
      const from: EventId = this.place;
      const keys = new Map([...this.filters.keys()].map((key, index) => [key, index]));
      const filters = [...this.filters.values()].map(({ compiled }) => compiled);
      metrics.hubQueries.live += 1;
      const read = await inTime(readLive(db, this.teamId, from.seq, READ_ROWS, filters));
      if (read === null) return this.endAll("team_deleted");
      if (read.epoch !== from.epoch) return this.rewind(read, "unknown_epoch");
      if (read.lastSeq < from.seq) return this.rewind(read, "ahead");
      const to = endOf(read, READ_ROWS);
      more = read.rows.length === READ_ROWS && this.followers.size > 0;
      if (to === from.seq) return;
      this.place = { epoch: read.epoch, seq: to };
      const batch = new Batch(read.epoch, from.seq, to, toRows(read, keys), keys);
      this.newest.append(batch);
      this.firstPage.add(batch);
      this.handOut(batch);
    }
  }

  private handOut(batch: Batch): void {
    const start = performance.now();
    for (const follower of this.all()) follower.accept(batch);
    const end = performance.now();
    const sentAt = Date.now();
    for (const { activity } of batch.rows)
      if (activity !== null)
        metrics.commitToFrameSeconds.observe(Math.max(0, sentAt - Date.parse(activity.receivedAt)) / 1_000);
    this.digestedAt = end + Math.min(MOST_GATHER_MS, (end - start) * batch.size * GATHER_PER_ROW);
  }

  /** Lets pile up what a pass over the readers is worth. */
  private async digest(): Promise<void> {
    const ms = this.digestedAt - performance.now();
    if (ms >= 1) await new Promise((done) => setTimeout(done, ms));
  }

  /** History is not the one that the readers saw: they reload, and the stream goes on from its current head. */
  private rewind(read: LiveBatch, reason: ResetReason): void {
    this.restart({ epoch: read.epoch, seq: read.lastSeq });
    for (const follower of this.all()) follower.reset(reason);
  }

  private restart(head: EventId): void {
    this.place = head;
    this.newest.restart(head);
    this.firstPage.forget();
  }

  private endAll(reason: EndReason): void {
    for (const follower of this.all()) follower.end(reason);
  }
}
