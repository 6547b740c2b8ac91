// A server as the protocol promises it, in a few lines: an ordered log, a list read in one snapshot, and exact streams.
import type { Activity, ActivityPage } from "@/activity/activity";
import { formatCursor, parseCursor } from "@/activity/cursor";
import { formatEventId, parseEventId } from "@/activity/event-id";
import { compareFeedOrder } from "@/activity/merge";
import type { StreamMessage } from "@/activity/wire";
import { makeActivity } from "../../testing/make-activity";

const PAGE_SIZE = 4;
const MAX_REPLAY = 10;
const RETRY_MS = 2_000;

/** One answer that does not end: text goes out until somebody closes it. */
export interface Wire {
  write(text: string): void;
  end(): void;
}

/** One number of the history: an activity, or that an older one is hidden from here on. */
interface Entry {
  seq: number;
  activity: Activity;
  isHiding: boolean;
}

interface Reader {
  wire: Wire;
  query: string;
}

const matches = (query: string, activity: Activity): boolean => {
  const source = new URLSearchParams(query).get("source");
  return source === null || activity.source === source;
};

export class SimulatedServer {
  epoch = "e1";
  log: Entry[] = [];
  listener: "polling" | "degraded" | undefined;
  private readonly readers = new Map<Wire, Reader>();
  private stored = 0;

  /** Stores rows and sends them. `late` puts them so many seconds back in the feed. */
  post(source: string, second: number, late: number): void {
    this.stored += 1;
    const seq = this.log.length + 1;
    const timestamp = new Date(Date.UTC(2026, 10, 23) + (second - late) * 1_000).toISOString();
    const activity = makeActivity(seq, { id: makeActivity(this.stored).id, timestamp, source });
    this.add({ seq, activity, isHiding: false });
  }

  /** Takes what was stored as the `n`th of all that is visible out of sight. */
  hide(n: number): void {
    const visible = this.all("");
    const activity = visible[n % visible.length];
    if (activity !== undefined) this.add({ seq: this.log.length + 1, activity, isHiding: true });
  }

  /** What a reader of this filter would see with everything loaded. */
  all(query: string): Activity[] {
    const shown = this.log.filter((entry) => !entry.isHiding && !this.isHidden(entry.activity));
    return shown
      .map(({ activity }) => activity)
      .filter((activity) => matches(query, activity))
      .sort(compareFeedOrder);
  }

  list(query: string): ActivityPage {
    const cursor = parseCursor(new URLSearchParams(query).get("cursor") ?? "");
    const place = cursor && { timestamp: new Date(cursor.timestamp).toISOString(), seq: cursor.seq };
    const below = this.all(query).filter((activity) => place === null || compareFeedOrder(activity, place) > 0);
    const items = below.slice(0, PAGE_SIZE);
    const last = items.at(-1);
    const hasMore = last !== undefined && below.length > items.length;
    const at = last === undefined ? 0 : Date.parse(last.timestamp);
    const nextCursor = hasMore ? formatCursor({ direction: "older", timestamp: at, seq: last.seq }) : null;
    return { items, nextCursor, prevCursor: null, lastEventId: this.head() };
  }

  /** Opens a stream that goes on after `lastEventId`, or says why it cannot. */
  connect(query: string, lastEventId: string, wire: Wire): void {
    const id = parseEventId(lastEventId);
    const head = this.log.length;
    const isServed = id !== null && id.epoch === this.epoch && id.seq <= head && head - id.seq <= MAX_REPLAY;
    const after = isServed ? id.seq : head;
    if (!isServed) this.write(wire, after, { event: "reset", data: { reason: "unknown_epoch" } });
    this.write(wire, after, { event: "ready", data: { seq: after, listener: this.listener } }, RETRY_MS);
    const reader = { wire, query };
    for (const entry of this.log.slice(after)) this.send(reader, entry);
    this.readers.set(wire, reader);
  }

  disconnect(wire: Wire): void {
    this.readers.delete(wire);
  }

  heartbeat(): void {
    const data = { seq: this.log.length, listener: this.listener };
    for (const { wire } of this.readers.values()) this.write(wire, data.seq, { event: "heartbeat", data });
  }

  /** Sends the newest rows once more, with their own ids. */
  repeat(rows: number): void {
    for (const reader of this.readers.values()) for (const entry of this.log.slice(-rows)) this.send(reader, entry);
  }

  /** A row that only a newer client can read. */
  sendUnreadable(): void {
    for (const { wire } of this.readers.values()) {
      wire.write(`id: ${this.head()}\nevent: activity\ndata: {"seq":"?"}\n\n`);
    }
  }

  /** Restored from a backup that lacks the newest rows. */
  restore(lost: number): void {
    this.epoch = `e${Number(this.epoch.slice(1)) + 1}`;
    this.log = this.log.slice(0, Math.max(0, this.log.length - lost));
    for (const { wire } of this.readers.values()) {
      this.write(wire, this.log.length, { event: "reset", data: { reason: "unknown_epoch" } });
    }
  }

  head(): string {
    return formatEventId({ epoch: this.epoch, seq: this.log.length });
  }

  private isHidden({ id }: Activity): boolean {
    return this.log.some(({ isHiding, activity }) => isHiding && activity.id === id);
  }

  private add(entry: Entry): void {
    this.log.push(entry);
    for (const reader of this.readers.values()) this.send(reader, entry);
  }

  private send({ wire, query }: Reader, { seq, activity, isHiding }: Entry): void {
    if (!matches(query, activity)) return;
    const hiding = { id: activity.id, isHidden: true, supersededBy: null } as const;
    if (isHiding) this.write(wire, seq, { event: "change", data: hiding });
    else if (!this.isHidden(activity)) this.write(wire, seq, { event: "activity", data: activity });
  }

  private write(wire: Wire, seq: number, { event, data }: StreamMessage, retryMs?: number): void {
    const retry = retryMs === undefined ? "" : `retry: ${retryMs}\n`;
    wire.write(`${retry}id: ${this.epoch}.${seq}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  }
}
