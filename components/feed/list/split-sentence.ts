/** One run of a sentence; `actor` and `entity` are the names to make bold and to link. */
export interface Segment {
  kind: "text" | "actor" | "entity";
  text: string;
}

interface Range {
  start: number;
  end: number;
}

const WORD = /[\p{L}\p{N}_]/u;

/** True when a name found at `start` is a word of its own and not the middle of another. */
function standsAlone(text: string, { start, end }: Range): boolean {
  const before = text.slice(Math.max(0, start - 1), start);
  const after = text.slice(end, end + 1);
  const first = text.slice(start, start + 1);
  const last = text.slice(end - 1, end);
  return !(WORD.test(before) && WORD.test(first)) && !(WORD.test(after) && WORD.test(last));
}

function find(text: string, name: string, from: number, taken: Range | null): Range | null {
  if (name === "") return null;
  for (let start = text.indexOf(name, from); start >= 0; start = text.indexOf(name, start + 1)) {
    const range = { start, end: start + name.length };
    const overlaps = taken !== null && range.start < taken.end && taken.start < range.end;
    if (!overlaps && standsAlone(text, range)) return range;
  }
  return null;
}

/** Finds the actor's and the entity's name in a sentence. The segments joined give the sentence back, byte for byte. */
export function splitSentence(message: string, actorName: string, entityName: string): Segment[] {
  const actor = find(message, actorName, 0, null);
  const entity = find(message, entityName, actor?.end ?? 0, actor) ?? find(message, entityName, 0, actor);
  const marks: (Range & { kind: Segment["kind"] })[] = [];
  if (actor !== null) marks.push({ ...actor, kind: "actor" });
  if (entity !== null) marks.push({ ...entity, kind: "entity" });
  marks.sort((a, b) => a.start - b.start);
  const segments: Segment[] = [];
  let at = 0;
  for (const mark of marks) {
    if (mark.start > at) segments.push({ kind: "text", text: message.slice(at, mark.start) });
    segments.push({ kind: mark.kind, text: message.slice(mark.start, mark.end) });
    at = mark.end;
  }
  if (at < message.length) segments.push({ kind: "text", text: message.slice(at) });
  return segments;
}
