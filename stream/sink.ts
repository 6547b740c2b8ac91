/** Where a subscriber's frames go; each door has its own. Later doors differ only here. */
export interface Sink {
  /** Takes one whole frame. False when the reader does not keep up: the caller then closes it. */
  write(frame: Uint8Array): boolean;
  /** Ends the stream after a whole frame; safe to call twice. */
  close(): void;
}
