/** Out: pages of history for readers that come back late. Readers at the same place share one read and its bytes. */
import type { Db } from "@/db/drivers/driver";
import { inTime } from "@/db/in-time";
import type { CompiledFilter } from "@/db/queries/compile-filter";
import { readLive } from "@/db/queries/read-live";
import { metrics } from "@/metrics";
import { Batch, endOf } from "../feed/batch";
import { toRows } from "../feed/row";

/** The most rows of one page: a page of the largest activities is still some megabytes only. */
const PAGE_ROWS = 100;
/** Replays leave most of the pool's connections to pages and calls. */
const READS_AT_ONCE = 4;

/** A page that a reader asks for. */
export interface PageRequest {
  teamId: string;
  after: number;
  filterKey: string;
  filters: readonly CompiledFilter[];
  /** False once the reader has gone: a page that nobody wants is not read. */
  isWanted(): boolean;
}

interface Page {
  /** Null when the team is not there any more, undefined when nobody wanted it. */
  batch: Promise<Batch | null | undefined>;
  wishes: PageRequest[];
}

export class Replays {
  private readonly pages = new Map<string, Page>();
  private readonly line: (() => void)[] = [];
  private free = READS_AT_ONCE;

  constructor(private readonly db: () => Promise<Db>) {}

  /** What was committed after `after`, at most a page of it. */
  page(request: PageRequest): Page["batch"] {
    const key = `${request.teamId} ${request.after} ${request.filterKey}`;
    const shared = this.pages.get(key);
    if (shared !== undefined) {
      shared.wishes.push(request);
      return shared.batch;
    }
    const wishes = [request];
    const batch = this.read(request, wishes, () => this.pages.delete(key));
    this.pages.set(key, { batch, wishes });
    return batch;
  }

  /** `close` ends the sharing: it is called before the outcome is known to anybody. */
  private async read(request: PageRequest, wishes: PageRequest[], close: () => void): Page["batch"] {
    if (this.free > 0) this.free -= 1;
    else await new Promise<void>((go) => this.line.push(go));
    try {
      const db = await this.db();
      if (!wishes.some((wish) => wish.isWanted())) return undefined;
      metrics.hubQueries.replay += 1;
      const read = await inTime(readLive(db, request.teamId, request.after, PAGE_ROWS, request.filters));
      if (read === null) return null;
      const keys = new Map([[request.filterKey, 0]]);
      return new Batch(read.epoch, request.after, endOf(read, PAGE_ROWS), toRows(read, keys), keys);
    } finally {
      close();
      const next = this.line.shift();
      if (next === undefined) this.free += 1;
      else next();
    }
  }
}
