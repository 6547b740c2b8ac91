"use client";
import { Toast } from "radix-ui";
import { useState } from "react";
import { Button } from "./button";
import { X } from "./icons";
import { Spinner } from "./spinner";
import type { Numbered, Undoable } from "./undo-toasts";

/** How long something can be undone from its toast, milliseconds. Pointing at it, or the focus in it, stops the clock. */
const OFFERED_MS = 10_000;
const DONE_MS = 2_500;
/** The toasts there are, and where they stand. */
export function ToastList({ toasts, onGone }: { toasts: readonly Numbered[]; onGone: (number: number) => void }) {
  return (
    <Toast.Provider swipeDirection="down">
      {toasts.map((toast) => (
        <UndoToast key={toast.number} done={toast} onGone={() => onGone(toast.number)} />
      ))}
      <Toast.Viewport className="fixed inset-x-0 bottom-[env(safe-area-inset-bottom)] z-50 mx-auto md:left-[220px] flex w-[min(440px,100vw)] flex-col gap-2 p-4 outline-none" />
    </Toast.Provider>
  );
}

type State = { is: "offered" | "pending" | "done" } | { is: "failed"; why: string };

const DURATIONS = {
  offered: OFFERED_MS,
  pending: Number.POSITIVE_INFINITY,
  done: DONE_MS,
  failed: OFFERED_MS,
} as const;

function UndoToast({ done: { said, undo }, onGone }: { done: Undoable; onGone: () => void }) {
  const [state, setState] = useState<State>({ is: "offered" });
  const run = async () => {
    if (undo === null) return;
    setState({ is: "pending" });
    const why = await undo();
    setState(why === null ? { is: "done" } : { is: "failed", why });
  };
  return (
    <Toast.Root
      // Announced anew when it says something else.
      key={state.is === "pending" ? "offered" : state.is}
      type="background"
      duration={DURATIONS[state.is]}
      onOpenChange={(isOpen) => {
        if (!isOpen) onGone();
      }}
      className="flex animate-appear items-center gap-2 rounded-xl border border-line bg-panel py-2 pr-2 pl-4 text-[13.5px] shadow-pop data-[swipe=move]:translate-y-(--radix-toast-swipe-move-y)"
    >
      <Toast.Description className={`min-w-0 flex-1 break-words ${state.is === "failed" ? "text-red" : ""}`}>
        {state.is === "failed" ? `Not undone: ${state.why}` : state.is === "done" ? "Undone." : said}
      </Toast.Description>
      {undo !== null && (state.is === "offered" || state.is === "pending") ? (
        <Button
          look="bare"
          className="h-8 shrink-0 font-semibold text-accent!"
          disabled={state.is === "pending"}
          onClick={run}
        >
          {state.is === "pending" ? <Spinner /> : null}
          Undo
        </Button>
      ) : null}
      <Toast.Close
        aria-label="Dismiss"
        className="grid size-8 shrink-0 place-items-center rounded-lg text-faint hover:bg-hover hover:text-ink"
      >
        <X className="size-4" />
      </Toast.Close>
    </Toast.Root>
  );
}
