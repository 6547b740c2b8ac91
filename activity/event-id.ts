/** A place in a team's history: `<epoch>.<seq>`, the SSE id and `lastEventId` of every list. */
export interface EventId {
  epoch: string;
  seq: number;
}

/** Writes an event id, such as `k3v9x0qm.42`. */
export function formatEventId(id: EventId): string {
  return `${id.epoch}.${id.seq}`;
}

/** Reads an event id; null when it is malformed. */
export function parseEventId(text: string): EventId | null {
  const match = /^([a-z0-9]{1,32})\.(0|[1-9][0-9]{0,15})$/.exec(text);
  if (match?.[1] === undefined || match[2] === undefined) return null;
  const seq = Number(match[2]);
  return Number.isSafeInteger(seq) ? { epoch: match[1], seq } : null;
}
