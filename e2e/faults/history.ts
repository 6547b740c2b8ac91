/** What one event's writer knows of it. An outcome is `unknown` when the answer never came: it may be stored or not. */
export interface PostRecord {
  /** The posted entity id, unique in a run. */
  name: string;
  outcome: "ok" | "fail" | "unknown";
  /** What each 201 said; a repeated post with a key has several, which must be equal. */
  answers: { id: string; seq: number }[];
  /** A definite refusal by the server, which a valid event must never meet. */
  refusal: string | null;
}

/** A row of the table, as far as the checker cares. */
export interface StoredRow {
  seq: number;
  id: string;
  name: string;
  eventType: string;
  actorKey: string;
  entityName: string;
}

/** What a reader asks for: as query parameters, and as the checker understands them. */
export interface FilterCase {
  query: Record<string, string>;
  matches(row: StoredRow): boolean;
}

/** One unbroken stretch of a reader's history, over all its connections; a `reset` begins the next one. */
export interface Segment {
  epoch: string;
  /** The place from which on everything must be here: where the list was read, or what `reset` said. */
  after: number;
  seqs: number[];
  ids: string[];
  /** When each came, of performance.now(); empty for readers without a watch. */
  at: number[];
}

/** All that one reader was sent. */
export interface ReaderHistory {
  name: string;
  filter: FilterCase;
  segments: Segment[];
  /** What the stream itself did wrong, such as a `ready` at another place than asked for. */
  faults: string[];
  /** Reasons of the `reset`s, in order. */
  resets: string[];
  reconnects: number;
}

/** The table at the end of a run, in the order of seq. */
export interface StoredTable {
  epoch: string;
  lastSeq: number;
  rows: StoredRow[];
}

export interface History {
  posts: readonly PostRecord[];
  readers: readonly ReaderHistory[];
  table: StoredTable;
}
