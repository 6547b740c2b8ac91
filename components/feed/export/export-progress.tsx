"use client";
import { useSlow } from "../trouble/use-trouble";
import { type Progress, sayProgress, type Total } from "./say-progress";

/** The share that has come, percent; null while nobody knows of how much. */
function percentOf({ rows }: Progress, total: Total | null): number | null {
  if (total === null || !total.isExact || total.count === 0) return null;
  return Math.min(100, Math.round((rows / total.count) * 100));
}

/** How far an export is, as a bar and in words. */
export function ExportProgress({ progress, total }: { progress: Progress; total: Total | null }) {
  const percent = percentOf(progress, total);
  const isSlow = useSlow(total === null);
  const starting = isSlow ? "The server has not begun yet. You can wait, or cancel and try again." : "Starting…";
  const said = total === null ? starting : sayProgress(progress, total);
  return (
    <div>
      <div
        role="progressbar"
        aria-label="Export"
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={percent ?? undefined}
        aria-valuetext={said}
        className="h-1.5 overflow-hidden rounded-full bg-line"
      >
        <div
          className={`h-full rounded-full bg-accent transition-[width] duration-150 ${percent === null ? "w-1/3 motion-safe:animate-pulse" : ""}`}
          style={percent === null ? undefined : { width: `${percent}%` }}
        />
      </div>
      <p className="mt-2 text-[13px] text-soft tabular-nums">{said}</p>
    </div>
  );
}
