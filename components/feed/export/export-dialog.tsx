"use client";
import { Dialog } from "radix-ui";
import { type FormEvent, useState } from "react";
import useSWR from "swr";
import type { ExportFormat } from "@/activity/export-format";
import { useReturnFocus } from "../../keyboard/use-return-focus";
import { Button, buttonClass } from "../../ui/button";
import { CircleCheck } from "../../ui/icons";
import { Notice } from "../../ui/notice";
import { requestTotal } from "./download";
import { ExportProgress } from "./export-progress";
import { FormatChoice } from "./format-choice";
import { sayBytes, sayTotal, type Total } from "./say-progress";
import { type ExportState, useExport } from "./use-export";

export interface ExportDialogProps {
  team: string;
  /** The filter as query parameters. */
  query: string;
  onClose: () => void;
}

function saySize(total: Total | undefined, error: Error | undefined): string {
  if (error !== undefined) return "Activities of this view as of now, in the order of the feed.";
  if (total === undefined) return "Counting the activities of this view…";
  return `Exports ${sayTotal(total)} of this view as of now, in the order of the feed.`;
}

const SHUT = buttonClass("quiet", "h-8 px-3");

function Done({ state }: { state: Extract<ExportState, { step: "done" }> }) {
  return (
    <div role="status" className="flex gap-2 rounded-lg bg-green/8 px-3 py-2 text-[13px]">
      <CircleCheck className="mt-px size-4 shrink-0 text-green" />
      <span className="min-w-0">
        <b className="block break-all font-medium">{state.name}</b>
        <span className="text-soft">
          {sayTotal({ count: state.progress.rows, isExact: true })} · {sayBytes(state.progress.bytes)}
        </span>
      </span>
    </div>
  );
}

/** Saves everything that a view shows, as a file; in a dialog, open as long as it is there. */
export function ExportDialog({ team, query, onClose }: ExportDialogProps) {
  const [format, setFormat] = useState<ExportFormat>("csv");
  const pathOf = (wanted: ExportFormat) =>
    `/api/teams/${team}/activities/export?${new URLSearchParams(`${query}&format=${wanted}`)}`;
  const { state, start, reset } = useExport(team, pathOf);
  const { data: total, error } = useSWR<Total, Error>(pathOf("csv"), requestTotal, { revalidateOnFocus: false });
  const isRunning = state.step === "running";
  const isChoosing = state.step === "choosing" || state.step === "failed";
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void start(format);
  };
  return (
    <Dialog.Root open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 animate-appear bg-black/45" />
        <Dialog.Content
          // A slip must not end what is under way.
          onInteractOutside={(event) => isRunning && event.preventDefault()}
          onCloseAutoFocus={useReturnFocus()}
          onEscapeKeyDown={(event) => isRunning && event.preventDefault()}
          className="fixed top-1/2 left-1/2 z-50 max-h-[calc(100dvh-32px)] w-[min(420px,calc(100vw-32px))] -translate-1/2 animate-appear overflow-y-auto rounded-xl border border-line bg-panel p-5 shadow-pop"
        >
          <form onSubmit={submit}>
            <Dialog.Title className="font-semibold text-[15px]">Export this view</Dialog.Title>
            <Dialog.Description className="mt-1.5 min-h-10 text-soft">{saySize(total, error)}</Dialog.Description>
            {/* As high as the choice, so that nothing jumps when it gives way to progress. */}
            <div className="mt-4 grid min-h-36 content-center">
              {isChoosing && <FormatChoice value={format} onChange={setFormat} />}
              {isRunning && <ExportProgress progress={state.progress} total={state.total} />}
              {state.step === "done" && <Done state={state} />}
            </div>
            <Notice className="mt-3">{state.step === "failed" ? state.reason : null}</Notice>
            <div className="mt-5 flex justify-end gap-2">
              {isRunning ? (
                <Button className="h-8 px-3" onClick={reset}>
                  Cancel
                </Button>
              ) : (
                <Dialog.Close className={SHUT}>{state.step === "done" ? "Close" : "Cancel"}</Dialog.Close>
              )}
              {isChoosing && (
                <Button type="submit" look="primary" className="h-8 px-3">
                  {state.step === "failed" ? "Try again" : "Export"}
                </Button>
              )}
            </div>
          </form>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
