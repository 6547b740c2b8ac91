/** Out: a message becomes bytes (design §5), made once and shared by all who receive it, in the form that each door sends. */
import type { Activity } from "@/activity/activity";
import { type EventId, formatEventId } from "@/activity/event-id";
import type { Change, StreamMessage } from "@/activity/wire";

const CRLF = Buffer.from("\r\n");

/** One message as a WebSocket text frame: a server's are not masked, so all readers share its bytes (RFC 6455, section 5.2). */
function toTextFrame(message: string): Buffer {
  const payload = Buffer.from(message);
  const size = payload.byteLength;
  const header = new DataView(new ArrayBuffer(size < 126 ? 2 : size < 65_536 ? 4 : 10));
  header.setUint8(0, 0x81);
  header.setUint8(1, size < 126 ? size : size < 65_536 ? 126 : 127);
  if (header.byteLength === 4) header.setUint16(2, size);
  else if (header.byteLength === 10) header.setBigUint64(2, BigInt(size));
  return Buffer.concat([new Uint8Array(header.buffer), payload]);
}

/** Whole frames that are written together. As buffers: of other bytes a socket makes one anew for every reader. */
export class Piece {
  private made: Buffer | undefined;
  private framed: Buffer | undefined;

  /** `sse`: the frames as Server-Sent Events; `messages`: the same as JSON texts. */
  constructor(
    readonly sse: Buffer,
    readonly messages: readonly string[],
  ) {}

  /** The same as WebSocket frames, a message each. */
  get webSocket(): Buffer {
    this.framed ??= Buffer.concat(this.messages.map(toTextFrame));
    return this.framed;
  }

  get size(): number {
    return this.sse.byteLength;
  }

  /** The same as one chunk of a chunked HTTP/1.1 answer. */
  get chunk(): Buffer {
    this.made ??= Buffer.concat([Buffer.from(`${this.size.toString(16)}\r\n`), this.sse, CRLF]);
    return this.made;
  }
}

/** One whole frame. JSON never holds a raw line break, so `data` is a single line. `retryMs` tells the reader how long to wait before it comes back. */
export function encodeFrame(id: EventId, message: StreamMessage, retryMs?: number): Piece {
  const retry = retryMs === undefined ? "" : `retry: ${retryMs}\n`;
  const data = JSON.stringify(message.data);
  const place = formatEventId(id);
  return new Piece(Buffer.from(`${retry}id: ${place}\nevent: ${message.event}\ndata: ${data}\n\n`), [
    `{"id":"${place}","event":"${message.event}","data":${data}}`,
  ]);
}

/** The frame of an activity. */
export function encodeActivity(epoch: string, activity: Activity): Piece {
  return encodeFrame({ epoch, seq: activity.seq }, { event: "activity", data: activity });
}

/** The frame of what changed about an activity that was sent before. */
export function encodeChange(id: EventId, change: Change): Piece {
  return encodeFrame(id, { event: "change", data: change });
}

/** Several pieces as one. */
export function joinPieces(pieces: readonly Piece[]): Piece {
  const [only] = pieces;
  return only !== undefined && pieces.length === 1
    ? only
    : new Piece(
        Buffer.concat(pieces.map(({ sse }) => sse)),
        pieces.flatMap(({ messages }) => messages),
      );
}
