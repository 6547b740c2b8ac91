"use client";
import { Button } from "./button";
import type { Fault } from "./fault-toast";
import { CircleAlert, X } from "./icons";

/** What did not work, with another try. */
export function ShownFault({ fault, onClose }: { fault: Fault; onClose: () => void }) {
  return (
    <div className="pointer-events-auto flex max-w-[520px] animate-appear items-center gap-2.5 rounded-xl border border-line bg-panel py-2 pr-2 pl-3.5 text-[13px] shadow-pop">
      <CircleAlert className="size-4 shrink-0 text-red" />
      <p className="min-w-0 break-words">{fault.said}</p>
      <Button
        className="shrink-0"
        onClick={() => {
          onClose();
          fault.retry();
        }}
      >
        Try again
      </Button>
      <button
        type="button"
        aria-label="Dismiss"
        onClick={onClose}
        className="grid size-7 shrink-0 place-items-center rounded-md text-faint hover:bg-hover hover:text-ink"
      >
        <X className="size-4" />
      </button>
    </div>
  );
}
