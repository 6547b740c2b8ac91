import { sayNumber } from "../../shared/say-newer";

/** How many activities an export has, or at least has. */
export interface Total {
  count: number;
  isExact: boolean;
}

export interface Progress {
  rows: number;
  bytes: number;
}

/** `1 activity`, `1,204 activities`, `more than 100,000 activities`. */
export function sayTotal({ count, isExact }: Total): string {
  return `${isExact ? "" : "more than "}${sayNumber(count)} ${count === 1 ? "activity" : "activities"}`;
}

/** `240 bytes`, `14 kB`, `4.2 MB`. */
export function sayBytes(bytes: number): string {
  if (bytes < 1_000) return `${bytes} bytes`;
  if (bytes < 1_000_000) return `${Math.round(bytes / 1_000)} kB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** `3,400 of 25,000 activities · 4.2 MB`. */
export function sayProgress({ rows, bytes }: Progress, total: Total): string {
  return `${sayNumber(Math.min(rows, total.isExact ? total.count : rows))} of ${sayTotal(total)} · ${sayBytes(bytes)}`;
}
