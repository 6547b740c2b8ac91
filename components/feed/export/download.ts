import { AT_LEAST_HEADER, type ExportFormat, TOTAL_HEADER } from "@/activity/export-format";
import { failureOf, request } from "../request";
import { createRowCounter } from "./count-rows";
import type { Target } from "./open-target";
import type { Progress, Total } from "./say-progress";

function totalOf({ headers }: Response): Total {
  const exact = headers.get(TOTAL_HEADER);
  return { count: Number(exact ?? headers.get(AT_LEAST_HEADER) ?? 0), isExact: exact !== null };
}

/** How many activities the export at a path would have now. Throws ActivityError. */
export async function requestTotal(path: string): Promise<Total> {
  const response = await request(path, { method: "HEAD", cache: "no-store" });
  if (!response.ok) throw await failureOf(response);
  return totalOf(response);
}

export interface Download {
  path: string;
  format: ExportFormat;
  target: Target;
  signal: AbortSignal;
  onProgress(progress: Progress, total: Total): void;
}

/** Reads an export into its target, which takes a chunk before the next one is read. Throws when it breaks off; the target is then not finished. */
export async function download({ path, format, target, signal, onProgress }: Download): Promise<void> {
  // A large export may take its time before the first row.
  const response = await request(path, { signal, cache: "no-store" }, null);
  if (!response.ok || response.body === null) throw await failureOf(response);
  const total = totalOf(response);
  const countRows = createRowCounter(format);
  const reader = response.body.getReader();
  let bytes = 0;
  onProgress({ rows: 0, bytes }, total);
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    bytes += next.value.byteLength;
    await target.write(next.value);
    onProgress({ rows: countRows(next.value), bytes }, total);
  }
  await target.finish();
}
