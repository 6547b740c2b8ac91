const CLOSE = "\u2069";

/**
 * A text that keeps what it turns around to itself: isolates it leaves open (U+2066 to U+2068) are closed at its end, and marks that
 * would close what stands around it (U+2069) are left out. Browsers pair these marks across the borders of a `<bdi>`.
 */
export function closeIsolates(text: string): string {
  let open = 0;
  const kept = text.replace(/[\u2066-\u2069]/g, (mark) => {
    if (mark === CLOSE && open === 0) return "";
    open += mark === CLOSE ? -1 : 1;
    return mark;
  });
  return kept + CLOSE.repeat(open);
}
