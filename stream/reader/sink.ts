import type { Piece } from "../feed/frame";

/** What waits in a sink before the subscriber holds back, and before the reader is given up, bytes. */
export const BEHIND_BYTES = 262_144;
export const MAX_BYTES = 1_048_576;
/** A sink is `drained` once less than this is waiting, bytes. */
export const LOW_BYTES = 65_536;

/** Where a subscriber's frames go; each door has its own, and differs only here. */
export interface Sink {
  /** Which door it belongs to. */
  readonly door: "next" | "lane" | "websocket";
  /** Takes one or more whole frames. False when far too much is waiting: the caller then closes it. */
  write(piece: Piece): boolean;
  /** True while the reader has yet to take what was written: the caller holds back and waits for `drained`. */
  isBehind(): boolean;
  /** Resolves when the reader has taken most of what was written; it may never do so. */
  drained(): Promise<void>;
  /** Ends the stream after a whole frame; safe to call twice. */
  close(): void;
}
