/** Out: a message becomes bytes (design §5), made once and shared by all who receive it, in the form that each door sends. */
import type { Activity } from "@/activity/activity";
import { type EventId, formatEventId } from "@/activity/event-id";
import type { StreamMessage } from "@/activity/wire";

const encoder = new TextEncoder();
const CRLF = encoder.encode("\r\n");

/** Bytes one after the other as one. */
function concat(parts: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((sum, part) => sum + part.byteLength, 0));
  let offset = 0;
  for (const part of parts) {
    joined.set(part, offset);
    offset += part.byteLength;
  }
  return joined;
}

/** Whole frames that are written together. */
export class Piece {
  private made: Uint8Array | undefined;

  /** `sse`: the frames as Server-Sent Events. */
  constructor(readonly sse: Uint8Array) {}

  get size(): number {
    return this.sse.byteLength;
  }

  /** The same as one chunk of a chunked HTTP/1.1 answer. */
  get chunk(): Uint8Array {
    this.made ??= concat([encoder.encode(`${this.size.toString(16)}\r\n`), this.sse, CRLF]);
    return this.made;
  }
}

/** One whole frame. JSON never holds a raw line break, so `data` is a single line. `retryMs` tells the reader how long to wait before it comes back. */
export function encodeFrame(id: EventId, message: StreamMessage, retryMs?: number): Piece {
  const retry = retryMs === undefined ? "" : `retry: ${retryMs}\n`;
  return new Piece(
    encoder.encode(
      `${retry}id: ${formatEventId(id)}\nevent: ${message.event}\ndata: ${JSON.stringify(message.data)}\n\n`,
    ),
  );
}

/** The frame of an activity. */
export function encodeActivity(epoch: string, activity: Activity): Piece {
  return encodeFrame({ epoch, seq: activity.seq }, { event: "activity", data: activity });
}

/** Several pieces as one. */
export function joinPieces(pieces: readonly Piece[]): Piece {
  const [only] = pieces;
  return only !== undefined && pieces.length === 1 ? only : new Piece(concat(pieces.map(({ sse }) => sse)));
}
