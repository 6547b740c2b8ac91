/** Reading: the top of a team's feed in memory, exactly as the table has it at one place of the team's history. */
import type { Activity, ActivityPage } from "@/activity/activity";
import type { EventId } from "@/activity/event-id";
import { compareFeedOrder } from "@/activity/merge";
import { MAX_LIMIT, toFirstPage } from "@/db/queries/list-activities";
import type { NewestRead } from "@/db/queries/read-newest";
import type { Batch } from "../feed/batch";
import type { Allowance, Newest } from "./newest";

/** A page's worth and one more, which tells that there is another page. */
export const FIRST_ROWS = MAX_LIMIT + 1;
/** The most that is kept of one team, estimated bytes. */
const MAX_BYTES = 1_048_576;

/** Everything of the feed down to the last of `rows`; `isWhole`: down to its end. As of `seq`. */
interface Top extends EventId {
  rows: { activity: Activity; bytes: number }[];
  isWhole: boolean;
}

export class FirstPage {
  private top: Top | null = null;
  private bytes = 0;
  private isClosed = false;

  constructor(
    private readonly newest: Newest,
    private readonly allowance: Allowance,
  ) {}

  /** True until somebody has read the top of the feed for it. */
  get isEmpty(): boolean {
    return this.top === null && !this.isClosed;
  }

  /** To be taken before a read for {@link fill}: a history that ended meanwhile must not be kept. */
  get age(): number {
    return this.newest.age;
  }

  /** True when a page that long may be here. */
  holds(limit: number): boolean {
    return this.top !== null && (this.top.isWhole || this.top.rows.length > limit);
  }

  /** The first page as of `head` or later; null when it is not here. The same in every byte as the table's. */
  page(limit: number, head: EventId): ActivityPage | null {
    const { top } = this;
    if (top === null || !this.holds(limit) || top.epoch !== head.epoch || top.seq < head.seq) return null;
    const items = top.rows.slice(0, limit + 1).map(({ activity }) => activity);
    return toFirstPage(items, limit, top);
  }

  /** Keeps a read of {@link FIRST_ROWS} rows, unless the feed has gone past it meanwhile. */
  fill(read: NewestRead, age: number): void {
    const { place } = this.newest;
    if (!this.isEmpty || age !== this.age || read.epoch !== place.epoch || read.seq < place.seq) return;
    const rows = read.items.map((activity) => ({ activity, bytes: JSON.stringify(activity).length }));
    this.top = { epoch: read.epoch, seq: read.seq, rows: [], isWhole: rows.length < FIRST_ROWS };
    this.replace(this.top, rows);
  }

  /** What the feed has read. */
  add(batch: Batch): void {
    const { top } = this;
    if (top === null) return;
    if (batch.epoch !== top.epoch || batch.from > top.seq) {
      this.forget();
      return;
    }
    const gone = new Set(batch.rows.flatMap(({ hides }) => (hides === null ? [] : [hides.id])));
    const left = gone.size === 0 ? top.rows : top.rows.filter(({ activity }) => !gone.has(activity.id));
    // What came up from below to fill the place is not known here.
    if (left.length < top.rows.length && !top.isWhole) {
      this.forget();
      return;
    }
    const last = left.at(-1);
    // Below what is known, something unknown may lie in between.
    const isKept = (activity: Activity) =>
      top.isWhole || (last !== undefined && compareFeedOrder(activity, last.activity) < 0);
    const fresh = batch.rows.flatMap(({ activity, seq, frame }) =>
      activity !== null && seq > top.seq && !gone.has(activity.id) && isKept(activity)
        ? [{ activity, bytes: frame.size }]
        : [],
    );
    top.seq = Math.max(top.seq, batch.to);
    if (fresh.length === 0 && left.length === top.rows.length) return;
    this.replace(
      top,
      [...left, ...fresh].sort((a, b) => compareFeedOrder(a.activity, b.activity)),
    );
  }

  forget(): void {
    this.allowance.take(-this.bytes);
    this.bytes = 0;
    this.top = null;
  }

  close(): void {
    this.forget();
    this.isClosed = true;
  }

  /** Takes as many rows as may be kept. */
  private replace(top: Top, rows: Top["rows"]): void {
    this.allowance.take(-this.bytes);
    this.bytes = 0;
    const kept = rows.slice(0, FIRST_ROWS).findIndex(({ bytes }) => {
      if (this.bytes + bytes > MAX_BYTES || !this.allowance.hasRoom(bytes)) return true;
      this.bytes += bytes;
      this.allowance.take(bytes);
      return false;
    });
    top.rows = rows.slice(0, kept === -1 ? FIRST_ROWS : kept);
    top.isWhole &&= top.rows.length === rows.length;
  }
}
