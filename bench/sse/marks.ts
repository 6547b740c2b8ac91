/** Every published event carries a mark with its number, by which a reader of raw bytes knows it. */
const PREFIX = "@@mark:";
const DIGITS = 6;
const prefixBytes = Buffer.from(PREFIX);
const MARK_BYTES = prefixBytes.byteLength + DIGITS;

/** The mark of the event with this number, below 1,000,000. */
export function markOf(number: number): string {
  return PREFIX + String(number).padStart(DIGITS, "0");
}

function numberAt(bytes: Buffer, place: number): number {
  let number = 0;
  for (let at = place + prefixBytes.byteLength; at < place + MARK_BYTES; at += 1)
    number = number * 10 + (bytes[at] ?? 48) - 48;
  return number;
}

/** Finds the marks in a connection's bytes, those that two chunks share included. Gives a function that takes the chunks. */
export function createMarkReader(onMark: (number: number) => void): (chunk: Buffer) => void {
  let tail = Buffer.alloc(0);
  return (chunk) => {
    if (tail.byteLength > 0) {
      const seam = Buffer.concat([tail, chunk.subarray(0, MARK_BYTES - 1)]);
      const place = seam.indexOf(prefixBytes);
      const end = place + MARK_BYTES;
      if (place !== -1 && place < tail.byteLength && end > tail.byteLength && end <= seam.byteLength)
        onMark(numberAt(seam, place));
    }
    let place = chunk.indexOf(prefixBytes);
    while (place !== -1 && place + MARK_BYTES <= chunk.byteLength) {
      onMark(numberAt(chunk, place));
      place = chunk.indexOf(prefixBytes, place + MARK_BYTES);
    }
    // A chunk that ends with a whole frame has no unfinished mark.
    const isWhole = chunk.at(-1) === 10 && chunk.at(-2) === 10;
    tail = isWhole ? Buffer.alloc(0) : Buffer.from(chunk.subarray(-(MARK_BYTES - 1)));
  };
}
