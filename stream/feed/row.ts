/** Out: one number of a team's history as its readers need it, encoded once, with what is known of the filters it passes. */
import type { Activity } from "@/activity/activity";
import type { LiveBatch, LiveEntry } from "@/db/queries/read-live";
import { encodeActivity, encodeChange, type Piece } from "./frame";

/** The key of a reader without a filter: everything matches. */
export const ALL = "";
/** The most reads whose filters a row remembers: readers with filters never seen before must not make it grow for ever. */
const MAX_VERDICTS = 8;

/** Filter keys of a read, each with its index there. */
export type Keys = ReadonlyMap<string, number>;

/** What one read found out: the filters that took part, and the indexes of those that the row passes. */
interface Verdict {
  keys: Keys;
  matches: readonly number[];
}

export class Row {
  private encoded: Piece | undefined;
  private readonly verdicts: Verdict[];
  /** True for an activity that was hidden since: it is sent to nobody, only its change is. */
  private isGone: boolean;

  constructor(
    private readonly entry: LiveEntry,
    private readonly epoch: string,
    keys: Keys,
  ) {
    this.verdicts = [{ keys, matches: entry.matches }];
    this.isGone = entry.change === null && entry.activity.hiddenSeq !== undefined;
  }

  get seq(): number {
    return this.entry.seq;
  }

  /** The activity that is new here; null for a change, and for one that was hidden since. */
  get activity(): Activity | null {
    return this.entry.change === null && !this.isGone ? this.entry.activity : null;
  }

  /** The activity that is hidden from here on; null when none is. */
  get hides(): Activity | null {
    return this.entry.change === null ? null : this.entry.activity;
  }

  get frame(): Piece {
    const { activity, change, seq } = this.entry;
    this.encoded ??=
      change === null ? encodeActivity(this.epoch, activity) : encodeChange({ epoch: this.epoch, seq }, change);
    return this.encoded;
  }

  /** Whether the filter of that key lets it through; undefined when no read has asked. */
  passes(key: string): boolean | undefined {
    if (this.isGone) return false;
    if (key === ALL) return true;
    for (const { keys, matches } of this.verdicts) {
      const index = keys.get(key);
      if (index !== undefined) return matches.includes(index);
    }
    return undefined;
  }

  /** Its activity was hidden: from now on nobody is sent it. */
  hide(): void {
    this.isGone = true;
  }

  /** Takes over what another read of the same activity found out. */
  learn(other: Row): void {
    this.verdicts.unshift(...other.verdicts);
    this.verdicts.splice(MAX_VERDICTS);
  }
}

/** The rows of a read in which the filters of `keys` took part. */
export function toRows(read: LiveBatch, keys: Keys): Row[] {
  return read.rows.map((entry) => new Row(entry, read.epoch, keys));
}
