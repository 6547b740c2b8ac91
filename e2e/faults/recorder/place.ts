/** A place in a team's history, as stream ids write it: `<epoch>.<seq>`. */
export interface Place {
  epoch: string;
  seq: number;
}

/** Reads a stream id; null when it is none. */
export function parsePlace(id: string | null | undefined): Place | null {
  const dot = id?.lastIndexOf(".") ?? -1;
  if (!id || dot < 1) return null;
  const seq = Number(id.slice(dot + 1));
  return Number.isSafeInteger(seq) ? { epoch: id.slice(0, dot), seq } : null;
}

const START = /^\{"id":"([0-9a-f-]{36})","seq":(\d+),/;

/** Id and seq of an activity's JSON; the rest of it is parsed only where they do not stand first. */
export function readActivity(data: string): { id: string; seq: number } {
  const match = START.exec(data);
  if (match?.[1] !== undefined) return { id: match[1], seq: Number(match[2]) };
  const { id, seq }: { id: string; seq: number } = JSON.parse(data);
  return { id, seq };
}

/** One string an id, however many readers are sent it. */
export class Ids {
  private readonly known = new Map<number, string>();

  shared(seq: number, id: string): string {
    const known = this.known.get(seq);
    if (known === id) return known;
    // A copy: a piece of a longer text would keep all of it in memory.
    const copy = Buffer.from(id).toString();
    if (known === undefined) this.known.set(seq, copy);
    return copy;
  }
}
