/** Out: a team's newest events in memory, without a hole between two places, for readers that come back soon. */
import type { EventId } from "@/activity/event-id";
import { Batch } from "../feed/batch";
import { ALL, type Row } from "../feed/row";

/** What all that is kept in a process weighs together, estimated bytes. */
export class Allowance {
  private used = 0;

  constructor(private readonly most: number) {}

  hasRoom(bytes: number): boolean {
    return this.used + bytes <= this.most;
  }

  take(bytes: number): void {
    this.used += bytes;
  }
}

/** How much of one team is kept. */
export interface NewestLimits {
  events: number;
  /** Estimated bytes. */
  bytes: number;
}

/** The most rows that one answer carries. */
const PAGE_ROWS = 500;
/** An event is kept as an object, as the text of its frame and as the bytes of it. */
const COPIES = 3;

const weightOf = (row: Row) => row.frame.size * COPIES;

export class Newest {
  /** In seq order: everything after `from` up to and with `head`. */
  private rows: Row[] = [];
  private from = 0;
  private head: EventId = { epoch: "", seq: 0 };
  /** What lies before was dropped, and would be again. */
  private floor = 0;
  private weight = 0;
  private isClosed = false;
  /** Raised when history turns out to be another one: what was read before does not belong to it. */
  age = 0;

  constructor(
    private readonly limits: NewestLimits,
    private readonly allowance: Allowance,
  ) {}

  get place(): EventId {
    return this.head;
  }

  /** Starts anew, empty, at the head of a history. */
  restart(head: EventId): void {
    this.drop(this.rows.length);
    this.head = head;
    this.from = head.seq;
    this.floor = 0;
    this.age += 1;
  }

  /** Forgets everything, for good. */
  close(): void {
    this.drop(this.rows.length);
    this.isClosed = true;
  }

  /** The next read of the feed, which joins the head. */
  append(batch: Batch): void {
    if (this.isClosed) return;
    for (const { hides } of batch.rows) if (hides !== null) this.find(hides.seq)?.hide();
    this.add(batch.rows, this.rows.length);
    this.head = { epoch: batch.epoch, seq: batch.to };
    this.trim();
  }

  /** How many of the oldest of these rows there would be no room for. */
  excess(rows: readonly Row[]): number {
    let room = this.limits.bytes;
    return (
      rows.findLastIndex((row) => {
        room -= weightOf(row);
        return room < 0;
      }) + 1
    );
  }

  /**
   * Rows read from the table, everything after `from` up to the head or beyond: what is unknown is kept, the rest learns.
   * `floor`: there was no room for what lies before.
   */
  fill(from: number, rows: readonly Row[], floor = 0): void {
    if (this.isClosed) return;
    this.floor = Math.max(this.floor, floor);
    const known = new Map(this.rows.map((row) => [row.seq, row]));
    for (const row of rows) known.get(row.seq)?.learn(row);
    if (from >= this.from) return;
    const older = rows.filter(({ seq }) => seq > from && seq <= this.from);
    this.from = from;
    this.add(older, 0);
    this.trim();
  }

  /** Whether what follows `seq` may be kept here, if it is not already. */
  reaches(seq: number): boolean {
    return !this.isClosed && seq >= Math.max(this.floor, this.head.seq - this.limits.events) && seq < this.head.seq;
  }

  /** What follows `seq` for the filter of that key, a page of it; null when it is not all here. */
  after(seq: number, key: string): Batch | null {
    if (this.isClosed || seq < this.from || seq >= this.head.seq) return null;
    const start = this.indexAfter(seq);
    const page = this.rows.slice(start, start + PAGE_ROWS);
    const unknown = key === ALL ? -1 : page.findIndex((row) => row.passes(key) === undefined);
    if (unknown === 0) return null;
    const rows = unknown === -1 ? page : page.slice(0, unknown);
    const isToHead = start + rows.length === this.rows.length;
    const to = isToHead ? this.head.seq : (rows.at(-1)?.seq ?? seq);
    return new Batch(this.head.epoch, seq, to, rows, new Map([[key, 0]]));
  }

  private indexAfter(seq: number): number {
    let [low, high] = [0, this.rows.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.rows[middle]?.seq ?? 0) > seq) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  private find(seq: number): Row | undefined {
    const row = this.rows[this.indexAfter(seq - 1)];
    return row?.seq === seq ? row : undefined;
  }

  private add(rows: readonly Row[], at: number): void {
    this.rows = [...this.rows.slice(0, at), ...rows, ...this.rows.slice(at)];
    this.weigh(rows, 1);
  }

  private weigh(rows: readonly Row[], sign: 1 | -1): void {
    const weight = sign * rows.reduce((sum, row) => sum + weightOf(row), 0);
    this.weight += weight;
    this.allowance.take(weight);
  }

  /** Only its own rows: a team never takes memory from another. */
  private trim(): void {
    this.drop(Math.max(0, this.rows.length - this.limits.events));
    while (this.rows.length > 0 && (this.weight > this.limits.bytes || !this.allowance.hasRoom(0)))
      this.drop(Math.ceil(this.rows.length / 16));
  }

  private drop(count: number): void {
    if (count === 0) return;
    const dropped = this.rows.slice(0, count);
    this.rows = this.rows.slice(count);
    this.weigh(dropped, -1);
    this.from = this.rows.length === 0 ? this.head.seq : (dropped.at(-1)?.seq ?? this.from);
    this.floor = this.from;
  }
}
