/** Out: one stored activity as its readers need it, encoded once, with what is known of the filters it passes. */
import type { Activity } from "@/activity/activity";
import type { LiveBatch } from "@/db/queries/read-live";
import { encodeActivity, type Piece } from "./frame";

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

  constructor(
    readonly activity: Activity,
    private readonly epoch: string,
    keys: Keys,
    matches: readonly number[],
  ) {
    this.verdicts = [{ keys, matches }];
  }

  get seq(): number {
    return this.activity.seq;
  }

  get frame(): Piece {
    this.encoded ??= encodeActivity(this.epoch, this.activity);
    return this.encoded;
  }

  /** Whether the filter of that key lets the activity through; undefined when no read has asked. */
  passes(key: string): boolean | undefined {
    if (key === ALL) return true;
    for (const { keys, matches } of this.verdicts) {
      const index = keys.get(key);
      if (index !== undefined) return matches.includes(index);
    }
    return undefined;
  }

  /** Takes over what another read of the same activity found out. */
  learn(other: Row): void {
    this.verdicts.unshift(...other.verdicts);
    this.verdicts.splice(MAX_VERDICTS);
  }
}

/** The rows of a read in which the filters of `keys` took part. */
export function toRows(read: LiveBatch, keys: Keys): Row[] {
  return read.rows.map(({ activity, matches }) => new Row(activity, read.epoch, keys, matches));
}
