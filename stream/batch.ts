/** Out: one read of the hub, from the place before it to the place after it, encoded once for all who receive it. */
import type { LiveBatch } from "@/db/queries/read-live";
import { encodeActivity, joinPieces, type Piece } from "./frame";

/** Frames that are written together, and the seq of the last. */
export interface Chunk {
  piece: Piece;
  seq: number;
}

/** The key of a reader without a filter: everything matches. */
export const ALL = "";
/** Frames are joined up to this many bytes, so that a burst costs a reader few writes. */
const CHUNK_BYTES = 32_768;

/** Where a read ended: everything up to this seq was looked at. */
export function endOf(read: LiveBatch, limit: number): number {
  const last = read.rows.at(-1)?.activity.seq ?? 0;
  return read.rows.length < limit ? Math.max(last, read.lastSeq) : last;
}

/** Everything that was committed after `from` up to and with `to`, for the filters that took part in the read. */
export class Batch {
  private readonly frames: (Piece | undefined)[] = [];
  private readonly chunks = new Map<string, Chunk[]>();

  constructor(
    readonly epoch: string,
    readonly from: number,
    readonly to: number,
    private readonly rows: LiveBatch["rows"],
    /** Filter keys by their index in the read. */
    private readonly keys: readonly string[],
  ) {}

  get size(): number {
    return this.rows.length;
  }

  /** False for a filter that came too late for this read. */
  covers(key: string): boolean {
    return key === ALL || this.keys.includes(key);
  }

  /** What a reader with this filter is sent, joined to few pieces. Made once and shared. */
  chunksFor(key: string): readonly Chunk[] {
    const known = this.chunks.get(key);
    if (known !== undefined) return known;
    const chunks: Chunk[] = [];
    let open: Piece[] = [];
    let size = 0;
    let last = 0;
    const close = () => {
      if (open.length > 0) chunks.push({ piece: joinPieces(open), seq: last });
      open = [];
      size = 0;
    };
    for (const { piece, seq } of this.framesFor(key)) {
      if (size + piece.size > CHUNK_BYTES) close();
      open.push(piece);
      size += piece.size;
      last = seq;
    }
    close();
    this.chunks.set(key, chunks);
    return chunks;
  }

  /** The same frame by frame, for a reader that has seen some of them. */
  *framesFor(key: string): Generator<Chunk> {
    const index = this.keys.indexOf(key);
    for (const [place, row] of this.rows.entries()) {
      if (key !== ALL && !row.matches.includes(index)) continue;
      const frame = this.frames[place] ?? encodeActivity(this.epoch, row.activity);
      this.frames[place] = frame;
      yield { piece: frame, seq: row.activity.seq };
    }
  }
}
