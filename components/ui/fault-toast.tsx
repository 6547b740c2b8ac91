"use client";
import { useSyncExternalStore } from "react";
import { later, usePreload } from "./later";

/** Something that was done in passing and did not work. */
export interface Fault {
  said: string;
  retry: () => void;
}

const ShownFault = later(() => import("./shown-fault").then((module) => module.ShownFault));

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
  usePreload(ShownFault);
  return (
    <div role="alert" className="pointer-events-none fixed inset-x-3 bottom-4 z-50 flex justify-center">
      {fault !== null && <ShownFault fault={fault} onClose={() => sayFault(null)} />}
    </div>
  );
}
