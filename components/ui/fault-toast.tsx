"use client";
import { useSyncExternalStore } from "react";
import { Button } from "./button";
import { CircleAlert, X } from "./icons";

/** Something that was done in passing and did not work. */
interface Fault {
  said: string;
  retry: () => void;
}

// What fails may be in a menu that is closed by then: it is said in one place of the page.
let current: Fault | null = null;
const readers = new Set<() => void>();

/** Says, at the bottom of the screen, what did not work, until it is tried again or put away; null: it worked. */
export function sayFault(fault: Fault | null): void {
  current = fault;
  for (const reader of readers) reader();
}

function subscribe(reader: () => void): () => void {
  readers.add(reader);
  return () => readers.delete(reader);
}

/** Where {@link sayFault} is heard. */
export function FaultToast() {
  const fault = useSyncExternalStore(
    subscribe,
    () => current,
    () => null,
  );
  const retry = () => {
    sayFault(null);
    fault?.retry();
  };
  return (
    <div role="alert" className="pointer-events-none fixed inset-x-3 bottom-4 z-50 flex justify-center">
      {fault !== null && (
        <div className="pointer-events-auto flex max-w-[520px] animate-appear items-center gap-2.5 rounded-xl border border-line bg-panel py-2 pr-2 pl-3.5 text-[13px] shadow-pop">
          <CircleAlert className="size-4 shrink-0 text-red" />
          <p className="min-w-0 break-words">{fault.said}</p>
          <Button className="shrink-0" onClick={retry}>
            Try again
          </Button>
          <button
            type="button"
            aria-label="Dismiss"
            onClick={() => sayFault(null)}
            className="grid size-7 shrink-0 place-items-center rounded-md text-faint hover:bg-hover hover:text-ink"
          >
            <X className="size-4" />
          </button>
        </div>
      )}
    </div>
  );
}
