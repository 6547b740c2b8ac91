/** A row as the virtualiser lays it out, pixels. */
export interface LaidOut {
  index: number;
  start: number;
  end: number;
}

/** The rows to render, in their order, with the empty space that stands for those left out. */
export interface RenderedRows {
  /** `gap`: pixels of rows left out above this one. */
  rows: readonly { index: number; gap: number }[];
  /** Pixels of rows left out below the last one. */
  after: number;
}

/** `margin`: where the list begins; `total`: the height of all its rows. */
export function renderedRows(laidOut: readonly LaidOut[], margin: number, total: number): RenderedRows {
  let end = margin;
  const rows = laidOut.map((row) => {
    const gap = row.start - end;
    end = row.end;
    return { index: row.index, gap };
  });
  return { rows, after: margin + total - end };
}

/** Indexes in their order, each once and within the list: those in range, and those to be rendered wherever they are. */
export function withKept(inRange: readonly number[], kept: Iterable<number>, count: number): number[] {
  const all = new Set(inRange);
  for (const index of kept) if (index >= 0 && index < count) all.add(index);
  return [...all].sort((a, b) => a - b);
}
