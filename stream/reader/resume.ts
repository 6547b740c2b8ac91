/** Out: where a reader starts, from the id it came back with (design §5). */
import { type EventId, parseEventId } from "@/activity/event-id";
import type { ResetReason } from "@/activity/wire";

/** The most events a reader is sent again before it is told to reload its list instead. */
export const MAX_REPLAY = 100_000;

/** The first place already seen, and why the reader must reload if its own id cannot be served. */
export interface Start {
  after: number;
  reset: ResetReason | null;
}

/** Decides from `lastEventId` (null for a new reader) against the team's head. Never throws. */
export function resolveStart(lastEventId: string | null, head: EventId, maxReplay = MAX_REPLAY): Start {
  if (lastEventId === null) return { after: head.seq, reset: null };
  const id = parseEventId(lastEventId);
  const reset: ResetReason | null =
    id === null
      ? "malformed"
      : id.epoch !== head.epoch
        ? "unknown_epoch"
        : id.seq > head.seq
          ? "ahead"
          : head.seq - id.seq > maxReplay
            ? "too_old"
            : null;
  return reset === null && id !== null ? { after: id.seq, reset: null } : { after: head.seq, reset };
}
