/** The seq of the row above which "new since your last visit" stands: the first that was seen, when newer ones stand above it. */
export function lineAbove(items: readonly { seq: number }[], seenSeq: number | null): number | null {
  if (seenSeq === null || (items[0]?.seq ?? 0) <= seenSeq) return null;
  return items.find(({ seq }) => seq <= seenSeq)?.seq ?? null;
}
