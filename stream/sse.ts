/** Out: a message becomes the bytes of one Server-Sent Events frame (design §5). */
import type { Activity } from "@/activity/activity";
import { type EventId, formatEventId } from "@/activity/event-id";
import type { StreamMessage } from "@/activity/wire";

const encoder = new TextEncoder();

/** One whole frame. JSON never holds a raw line break, so `data` is a single line. `retryMs` tells the reader how long to wait before it comes back. */
export function encodeFrame(id: EventId, message: StreamMessage, retryMs?: number): Uint8Array {
  const retry = retryMs === undefined ? "" : `retry: ${retryMs}\n`;
  return encoder.encode(
    `${retry}id: ${formatEventId(id)}\nevent: ${message.event}\ndata: ${JSON.stringify(message.data)}\n\n`,
  );
}

/** The frame of an activity. */
export function encodeActivity(epoch: string, activity: Activity): Uint8Array {
  return encodeFrame({ epoch, seq: activity.seq }, { event: "activity", data: activity });
}

/** Several whole frames as one piece of bytes. */
export function joinFrames(frames: readonly Uint8Array[]): Uint8Array {
  const [only] = frames;
  if (only !== undefined && frames.length === 1) return only;
  const joined = new Uint8Array(frames.reduce((sum, frame) => sum + frame.byteLength, 0));
  let offset = 0;
  for (const frame of frames) {
    joined.set(frame, offset);
    offset += frame.byteLength;
  }
  return joined;
}
