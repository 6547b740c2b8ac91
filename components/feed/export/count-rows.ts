import type { ExportFormat } from "@/activity/export-format";

const QUOTE = 0x22;
const NEWLINE = 0x0a;

/**
 * Counts the activities in an export while it comes, chunk by chunk: each ends its line, in CSV outside of quotes. `lines` before the
 * first activity are left out.
 */
export function createRowCounter(format: ExportFormat): (chunk: Uint8Array) => number {
  const lines = format === "ndjson" ? 0 : 1;
  const hasQuotes = format === "csv";
  let isQuoted = false;
  let count = -lines;
  return (chunk) => {
    for (const byte of chunk) {
      if (byte === QUOTE && hasQuotes) isQuoted = !isQuoted;
      else if (byte === NEWLINE && !isQuoted) count += 1;
    }
    return Math.max(0, count);
  };
}
