"use client";
import { type ReactNode, useEffect, useRef } from "react";
import { Button } from "../ui/button";
import { Check, X } from "../ui/icons";

/** A dialog that it came out of keeps the focus while it closes, and gives it back where it was. */
const FOCUS_AFTER_MS = 100;

/** A card for what will not be shown again. It takes the focus when it appears, so that it is read out. */
export function ShownOnce({
  title,
  onClose,
  children,
}: {
  title: ReactNode;
  onClose: () => void;
  children: ReactNode;
}) {
  const card = useRef<HTMLElement>(null);
  useEffect(() => {
    const timer = setTimeout(() => card.current?.focus(), FOCUS_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <section
      ref={card}
      tabIndex={-1}
      aria-labelledby="shown-once"
      className="mb-4 animate-appear rounded-xl border border-live/40 bg-panel p-4 outline-none sm:px-[18px]"
    >
      <div className="mb-1 flex items-center gap-2.5">
        <span className="grid size-6 shrink-0 place-items-center rounded-full bg-live text-on-accent">
          <Check className="size-3.5 stroke-3" />
        </span>
        <h2 id="shown-once" className="min-w-0 flex-1 break-words font-semibold">
          {title}
        </h2>
        <Button look="bare" className="size-7 p-0!" aria-label="Close" onClick={onClose}>
          <X className="size-4" />
        </Button>
      </div>
      <div className="sm:pl-[34px]">{children}</div>
    </section>
  );
}
