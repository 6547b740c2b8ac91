"use client";
import { useCallback, useEffect, useRef, useState } from "react";
import type { ExportFormat } from "@/activity/export-format";
import { download } from "./download";
import { openTarget } from "./open-target";
import type { Progress, Total } from "./say-progress";

/** How far an export is. */
export type ExportState =
  | { step: "choosing" }
  | { step: "running"; progress: Progress; total: Total | null }
  | { step: "done"; name: string; progress: Progress; total: Total }
  | { step: "failed"; reason: string };

const NOTHING: Progress = { rows: 0, bytes: 0 };
/** How often progress is shown at most, milliseconds. */
const SHOWN_MS = 100;

function reasonOf(error: unknown): string {
  if (error instanceof Error && error.name === "ActivityError") return error.message;
  return "The export broke off, and nothing of it was kept.";
}

/** Runs exports of a view, one at a time; leaving the page ends it. */
export function useExport(team: string, pathOf: (format: ExportFormat) => string) {
  const [state, setState] = useState<ExportState>({ step: "choosing" });
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  const start = async (format: ExportFormat) => {
    const name = `${team}-activities-${new Date().toISOString().slice(0, 10)}.${format}`;
    const target = await openTarget(name);
    if (target === null) return;
    const abort = new AbortController();
    running.current = abort;
    let last: { progress: Progress; total: Total } = { progress: NOTHING, total: { count: 0, isExact: true } };
    let shownAt = Number.NEGATIVE_INFINITY;
    setState({ step: "running", progress: NOTHING, total: null });
    try {
      await download({
        path: pathOf(format),
        format,
        target,
        signal: abort.signal,
        onProgress: (progress, total) => {
          last = { progress, total };
          if (performance.now() - shownAt < SHOWN_MS || abort.signal.aborted) return;
          shownAt = performance.now();
          setState({ step: "running", progress, total });
        },
      });
      setState({ step: "done", name, ...last });
    } catch (error) {
      // What is discarded may be gone already.
      await target.discard().catch(() => {});
      if (!abort.signal.aborted) setState({ step: "failed", reason: reasonOf(error) });
    }
  };

  const reset = useCallback(() => {
    running.current?.abort();
    setState({ step: "choosing" });
  }, []);
  return { state, start, reset };
}
