/** Out, last step of the direct lane: a subscriber's frames go to the socket as ready-made HTTP chunks. */
import type { ServerResponse } from "node:http";
import type { Socket } from "node:net";
import type { Piece } from "@/stream/frame";
import type { Sink } from "@/stream/sink";

/** What waits in a socket before the subscriber holds back, and before the reader is given up, bytes. */
const BEHIND_BYTES = 262_144;
const MAX_BYTES = 1_048_576;
/** `drained` once less than this is waiting, bytes. */
const LOW_BYTES = 65_536;

/**
 * A sink over the socket of a response whose headers were sent. Bytes are written past Node's response, which would frame
 * each of them anew for every reader; it still ends the stream. An HTTP/1.0 reader knows no chunks and gets the plain bytes.
 */
export class NodeSink implements Sink {
  private isClosed = false;
  private readonly isChunked: boolean;

  constructor(
    private readonly response: ServerResponse,
    private readonly socket: Socket,
  ) {
    this.isChunked = response.req.httpVersionMajor === 1 && response.req.httpVersionMinor >= 1;
  }

  write(piece: Piece): boolean {
    if (this.isClosed || this.socket.destroyed) return false;
    this.socket.write(this.isChunked ? piece.chunk : piece.sse);
    return this.socket.writableLength <= MAX_BYTES;
  }

  isBehind(): boolean {
    return !this.isClosed && this.socket.writableLength > BEHIND_BYTES;
  }

  drained(): Promise<void> {
    if (this.isClosed || this.socket.writableLength < LOW_BYTES) return Promise.resolve();
    return new Promise((done) => {
      const settle = () => {
        this.socket.off("drain", settle).off("close", settle);
        done();
      };
      this.socket.on("drain", settle).on("close", settle);
    });
  }

  close(): void {
    if (this.isClosed) return;
    this.isClosed = true;
    // What a reader does not take would hold its connection open for ever: it is dropped with the connection.
    if (this.socket.writableLength > BEHIND_BYTES) this.socket.destroy();
    else this.response.end();
  }
}
