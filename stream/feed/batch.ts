/** Out: what lies between two places of a team's history, ready to be sent to all who receive it. */
import type { LiveBatch } from "@/db/queries/read-live";
import { joinPieces, type Piece } from "./frame";
import { ALL, type Keys, type Row } from "./row";

/** Frames that are written together, and the seq of the last. */
export interface Chunk {
  piece: Piece;
  seq: number;
}

/** Frames are joined up to this many bytes, so that a burst costs a reader few writes. */
const CHUNK_BYTES = 32_768;

/** Where a read ended: everything up to this seq was looked at. */
export function endOf(read: LiveBatch, limit: number): number {
  const last = read.rows.at(-1)?.seq ?? 0;
  return read.rows.length < limit ? Math.max(last, read.lastSeq) : last;
}

/** Frames joined to few pieces. */
function* join(rows: Iterable<Row>): Generator<Chunk> {
  let open: Piece[] = [];
  let size = 0;
  let seq = 0;
  for (const row of rows) {
    if (open.length > 0 && size + row.frame.size > CHUNK_BYTES) {
      yield { piece: joinPieces(open), seq };
      open = [];
      size = 0;
    }
    open.push(row.frame);
    size += row.frame.size;
    seq = row.seq;
  }
  if (open.length > 0) yield { piece: joinPieces(open), seq };
}

/** Everything that was committed after `from` up to and with `to`, for the filters that took part in the read. */
export class Batch {
  private readonly chunks = new Map<string, readonly Chunk[]>();

  constructor(
    readonly epoch: string,
    readonly from: number,
    readonly to: number,
    readonly rows: readonly Row[],
    private readonly keys: Keys,
  ) {}

  get size(): number {
    return this.rows.length;
  }

  /** False for a filter that came too late for this read. */
  covers(key: string): boolean {
    return key === ALL || this.keys.has(key);
  }

  /** What a reader with this filter that has seen everything up to `seen` is sent. Readers who were sent nothing of it yet share the bytes. */
  chunksFor(key: string, seen: number): Iterable<Chunk> {
    if (seen > this.from) return join(this.rowsFor(key, seen));
    const known = this.chunks.get(key);
    if (known !== undefined) return known;
    const chunks = [...join(this.rowsFor(key, seen))];
    this.chunks.set(key, chunks);
    return chunks;
  }

  private *rowsFor(key: string, seen: number): Generator<Row> {
    for (const row of this.rows) if (row.seq > seen && row.passes(key)) yield row;
  }
}
