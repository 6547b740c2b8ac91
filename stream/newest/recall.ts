/** Out: what readers that come back have missed, from memory, which is filled by few reads for all who ask together. */
import type { Db } from "@/db/drivers/driver";
import { inTime } from "@/db/in-time";
import type { CompiledFilter } from "@/db/queries/compile-filter";
import { readLive } from "@/db/queries/read-live";
import { type Batch, endOf } from "../feed/batch";
import { gather } from "../feed/gather";
import { type Row, toRows } from "../feed/row";
import type { PageRequest } from "../reader/replays";
import type { Newest } from "./newest";

/** The most rows of one read. */
const READ_ROWS = 500;
/** Between the beginnings of two reads: readers who come back one after the other share them. */
const PAUSE_MS = 100;

export class Recall {
  private wishes: PageRequest[] = [];
  private readonly gathered = gather(() => this.readBack(), PAUSE_MS);

  constructor(
    private readonly teamId: string,
    private readonly newest: Newest,
    private readonly db: () => Promise<Db>,
  ) {}

  /** What follows the reader's place; null when memory does not reach that far back. */
  async page(request: PageRequest): Promise<Batch | null> {
    const { newest } = this;
    const known = newest.after(request.after, request.filterKey);
    if (known !== null || !newest.reaches(request.after)) return known;
    this.wishes.push(request);
    await this.gathered();
    return newest.after(request.after, request.filterKey);
  }

  /** One read serves all who wait: from the oldest of their places to the head, matched against their filters. */
  private async readBack(): Promise<void> {
    const { newest } = this;
    const wishes = this.wishes.splice(0).filter((wish) => wish.isWanted());
    if (wishes.length === 0) return;
    const keys = new Map<string, number>();
    const filters: CompiledFilter[] = [];
    for (const { filterKey, filters: own } of wishes) {
      if (own.length === 0 || keys.has(filterKey)) continue;
      keys.set(filterKey, filters.length);
      filters.push(...own);
    }
    const { age } = newest;
    let from = Math.min(...wishes.map(({ after }) => after));
    let floor = 0;
    let rows: Row[] = [];
    const db = await this.db();
    for (let at = from; at < newest.place.seq; ) {
      const read = await inTime(readLive(db, this.teamId, at, READ_ROWS, filters));
      // Another history, or none: the feed's own read tells the readers.
      if (read === null || read.epoch !== newest.place.epoch || newest.age !== age) return;
      rows.push(...toRows(read, keys));
      // Never more in memory than may be kept, and one read beyond it.
      const excess = newest.excess(rows);
      if (excess > 0) {
        from = rows[excess - 1]?.seq ?? from;
        floor = from;
        rows = rows.slice(excess);
      }
      const end = endOf(read, READ_ROWS);
      if (end <= at) return;
      at = end;
    }
    newest.fill(from, rows, floor);
  }
}
