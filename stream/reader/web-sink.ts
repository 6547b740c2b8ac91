/** Out, last step of the web door: a stream answer becomes a Response whose body is fed by a subscriber. */
import type { Piece } from "../feed/frame";
import { BEHIND_BYTES, LOW_BYTES, MAX_BYTES, type Sink } from "./sink";

/** A stream that a handler answered. */
export interface StreamSource {
  status: number;
  headers: Record<string, string>;
  open(sink: Sink): () => void;
}

/** A subscriber's sink over the controller of a ReadableStream, which counts the bytes that wait. */
class WebSink implements Sink {
  readonly door = "next";
  private isClosed = false;
  private waiting: (() => void)[] = [];

  constructor(
    private readonly controller: ReadableStreamDefaultController<Uint8Array>,
    private readonly onClose: () => void,
  ) {}

  private get queuedBytes(): number {
    return LOW_BYTES - (this.controller.desiredSize ?? LOW_BYTES);
  }

  write(piece: Piece): boolean {
    if (this.isClosed) return false;
    this.controller.enqueue(piece.sse);
    return this.queuedBytes <= MAX_BYTES;
  }

  isBehind(): boolean {
    return !this.isClosed && this.queuedBytes > BEHIND_BYTES;
  }

  drained(): Promise<void> {
    if (this.isClosed || this.queuedBytes < LOW_BYTES) return Promise.resolve();
    return new Promise((done) => this.waiting.push(done));
  }

  /** Called when less than LOW_BYTES is waiting. */
  release(): void {
    const waiting = this.waiting;
    this.waiting = [];
    for (const done of waiting) done();
  }

  close(): void {
    if (this.isClosed) return;
    // What a reader does not take would hold its connection open for ever: it is dropped with the connection.
    if (this.isBehind()) this.controller.error(new DOMException("the reader does not read", "AbortError"));
    else this.controller.close();
    this.leave();
  }

  /** The reader has gone: nothing can be written any more. */
  leave(): void {
    this.isClosed = true;
    this.release();
    this.onClose();
  }
}

/** The Response of a stream. It ends when the subscriber closes its sink, and unsubscribes when the reader goes away. */
export function toStreamResponse(source: StreamSource, signal: AbortSignal): Response {
  let sink: WebSink | undefined;
  let unsubscribe: () => void = () => {};
  const goAway = () => {
    sink?.leave();
    unsubscribe();
  };
  const body = new ReadableStream<Uint8Array>(
    {
      start: (controller) => {
        sink = new WebSink(controller, () => signal.removeEventListener("abort", goAway));
        signal.addEventListener("abort", goAway);
        unsubscribe = source.open(sink);
        if (signal.aborted) goAway();
      },
      pull: () => sink?.release(),
      cancel: goAway,
    },
    new ByteLengthQueuingStrategy({ highWaterMark: LOW_BYTES }),
  );
  return new Response(body, { status: source.status, headers: source.headers });
}
