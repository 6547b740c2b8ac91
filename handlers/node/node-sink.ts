/** Out, last step of the direct lanes: a subscriber's frames go to the socket as bytes that are ready for it. */
import type { ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import type { WebSocket } from "ws";
import type { Piece } from "@/stream/feed/frame";
import { BEHIND_BYTES, LOW_BYTES, MAX_BYTES, type Sink } from "@/stream/reader/sink";

/** "Going away": the reader may come back and go on where it was. */
const GOING_AWAY = 1_001;

/** A sink over a socket, past what Node would frame anew for every reader. */
abstract class SocketSink implements Sink {
  abstract readonly door: Sink["door"];
  private isClosed = false;

  constructor(protected readonly socket: Duplex) {}

  protected abstract bytesOf(piece: Piece): Buffer;
  /** Ends the stream as its protocol wants it. */
  protected abstract end(): void;

  write(piece: Piece): boolean {
    if (this.isClosed || this.socket.destroyed) return false;
    this.socket.write(this.bytesOf(piece));
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
    else this.end();
  }
}

/** Server-Sent Events over the socket of a response whose headers were sent. A reader of HTTP/1.0 knows no chunks and gets plain bytes. */
export class EventStreamSink extends SocketSink {
  readonly door = "lane";
  private readonly isChunked: boolean;

  constructor(
    private readonly response: ServerResponse,
    socket: Duplex,
  ) {
    super(socket);
    this.isChunked = response.req.httpVersionMajor === 1 && response.req.httpVersionMinor >= 1;
  }

  protected bytesOf(piece: Piece): Buffer {
    return this.isChunked ? piece.chunk : piece.sse;
  }

  protected end(): void {
    this.response.end();
  }
}

/** The same messages as WebSocket frames. `webSocket` reads what the reader sends and closes; whole frames of both may alternate. */
export class WebSocketSink extends SocketSink {
  readonly door = "websocket";

  constructor(
    private readonly webSocket: WebSocket,
    socket: Duplex,
  ) {
    super(socket);
  }

  protected bytesOf(piece: Piece): Buffer {
    return piece.webSocket;
  }

  protected end(): void {
    this.webSocket.close(GOING_AWAY);
  }
}
