import type { Activity } from "@/activity/activity";
import { isOwn } from "./whose";

/** What a list shows of new activity. */
export interface Shown {
  /** The rows; a folded one is its newest activity. */
  items: readonly Pick<Activity, "seq" | "actorKind" | "actorKey">[];
  /** Held back above the first row. */
  held: number;
}

/** Up to where it was seen: the newest seq, 0 for nothing known, and how many were held back then. */
export interface Seen {
  seq: number;
  held: number;
}

/** The highest count that is told exactly. */
const MOST = 99;

/** How many rows are new, or have grown, since `seen`, without what `me` did themselves: what folds hide in a row is not counted. */
export function countNew({ items, held }: Shown, seen: Seen, me: string): number {
  if (seen.seq === 0) return 0;
  const rows = items.filter((item) => item.seq > seen.seq && !isOwn(item, me)).length;
  return rows + Math.max(0, held - seen.held);
}

/** A title with a count before it: "(3) Feed", "(99+) Feed"; as it is when there is nothing to count. */
export function titleWith(title: string, count: number): string {
  return count === 0 ? title : `(${count > MOST ? `${MOST}+` : count}) ${title}`;
}
