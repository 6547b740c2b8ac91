import type { History, PostRecord, ReaderHistory, Segment, StoredRow, StoredTable } from "./history";

/** What can be wrong with a history. */
type Kind =
  /** Acknowledged, but not in the table. */
  | "unstored"
  /** In the table, but never sent to a reader it belongs to. */
  | "lost"
  /** Stored twice, or sent twice to one reader. */
  | "doubled"
  /** Sent after a later one. */
  | "disordered"
  /** Stored or sent, but posted by nobody, refused before, not asked for, or under another number than the table's. */
  | "foreign"
  /** A number missing in the table. */
  | "hole"
  /** A valid event was refused. */
  | "refused"
  /** The stream broke its own protocol. */
  | "protocol";

class Findings {
  private readonly found = new Map<Kind, { count: number; first: string }>();

  add(kind: Kind, text: string): void {
    const known = this.found.get(kind);
    if (known === undefined) this.found.set(kind, { count: 1, first: text });
    else known.count += 1;
  }

  sentences(): string[] {
    return [...this.found].map(([kind, { count, first }]) => `${kind}: ${count} (first: ${first})`);
  }
}

function checkTable({ rows, lastSeq }: StoredTable, findings: Findings): void {
  let previous = 0;
  for (const { seq } of rows) {
    if (seq === previous) findings.add("doubled", `${seq} is given twice`);
    else if (seq !== previous + 1) findings.add("hole", `before ${seq}`);
    previous = seq;
  }
  if (previous !== lastSeq) findings.add("hole", `the counter is at ${lastSeq}, the newest row is ${previous}`);
}

function checkPost(post: PostRecord, stored: readonly StoredRow[], findings: Findings): void {
  const [row, ...more] = stored;
  if (more.length > 0) findings.add("doubled", `${post.name} is stored ${stored.length} times`);
  if (post.refusal !== null) findings.add("refused", `${post.name}: ${post.refusal}`);
  if (post.outcome === "ok" && row === undefined) findings.add("unstored", post.name);
  if (post.outcome === "fail" && row !== undefined) findings.add("foreign", `${post.name} failed, yet is stored`);
  for (const { id, seq } of post.answers) {
    if (row === undefined || (row.id === id && row.seq === seq)) continue;
    findings.add("foreign", `${post.name} was answered as ${seq} ${id}, and is stored as ${row.seq} ${row.id}`);
  }
}

function checkPosts(posts: readonly PostRecord[], rows: readonly StoredRow[], findings: Findings): void {
  const byName = new Map<string, StoredRow[]>();
  for (const row of rows) {
    const same = byName.get(row.name);
    if (same === undefined) byName.set(row.name, [row]);
    else same.push(row);
  }
  for (const post of posts) {
    checkPost(post, byName.get(post.name) ?? [], findings);
    byName.delete(post.name);
  }
  for (const name of byName.keys()) findings.add("foreign", `${name} is stored, but was never posted`);
}

/** Only the last segment must reach the table's end: one that a `reset` ended is whole up to its newest event. */
function checkSegment(
  reader: ReaderHistory,
  segment: Segment,
  isLast: boolean,
  bySeq: ReadonlyMap<number, StoredRow>,
  findings: Findings,
): void {
  const { name, filter } = reader;
  const seen = new Set<number>();
  let newest = segment.after;
  for (const [place, seq] of segment.seqs.entries()) {
    const row = bySeq.get(seq);
    if (seen.has(seq) || seq <= segment.after) findings.add("doubled", `${name} got ${seq} again`);
    else if (seq < newest) findings.add("disordered", `${name} got ${seq} after ${newest}`);
    if (row === undefined) findings.add("foreign", `${name} got ${seq}, which is not stored`);
    else if (row.id !== segment.ids[place]) findings.add("foreign", `${name} got ${seq} as another event`);
    else if (!filter.matches(row)) findings.add("foreign", `${name} got ${seq}, which its filter excludes`);
    seen.add(seq);
    newest = Math.max(newest, seq);
  }
  for (const row of bySeq.values()) {
    if (row.seq <= segment.after || seen.has(row.seq) || !filter.matches(row)) continue;
    if (isLast || row.seq < newest) findings.add("lost", `${name} never got ${row.seq} (from ${segment.after} on)`);
  }
}

/**
 * Judges a run: every acknowledged event stored once under the number it was answered with, numbers without a hole, and each
 * reader sent exactly what its filter lets through, once, in the one order of the table. Gives a sentence a kind of fault.
 */
export function checkHistory({ posts, readers, table }: History): string[] {
  const findings = new Findings();
  checkTable(table, findings);
  checkPosts(posts, table.rows, findings);
  const bySeq = new Map(table.rows.map((row) => [row.seq, row]));
  for (const reader of readers) {
    for (const fault of reader.faults) findings.add("protocol", `${reader.name}: ${fault}`);
    if (reader.segments.length === 0) findings.add("lost", `${reader.name} never began to read`);
    for (const [place, segment] of reader.segments.entries()) {
      if (segment.epoch !== table.epoch) findings.add("foreign", `${reader.name} read another history`);
      else checkSegment(reader, segment, place === reader.segments.length - 1, bySeq, findings);
    }
  }
  return findings.sentences();
}
