import type { Piece } from "./frame";

/** Where a subscriber's frames go; each door has its own, and differs only here. */
export interface Sink {
  /** Takes one or more whole frames. False when far too much is waiting: the caller then closes it. */
  write(piece: Piece): boolean;
  /** True while the reader has yet to take what was written: the caller holds back and waits for `drained`. */
  isBehind(): boolean;
  /** Resolves when the reader has taken most of what was written; it may never do so. */
  drained(): Promise<void>;
  /** Ends the stream after a whole frame; safe to call twice. */
  close(): void;
}
