"use client";
import { ChevronDown, X } from "lucide-react";
import { Popover } from "radix-ui";
import { type MouseEvent, type ReactNode, useState } from "react";
import { chipClass } from "../../ui/chip";

/** Follows a link by `act` when the click is a plain one; any other click is the browser's. */
export function plainClick(act: () => void) {
  return (event: MouseEvent) => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    act();
  };
}

/** The ✕ of a set filter: a real link to the feed without it. */
export function ClearLink({ href, label, onClear }: { href: string; label: string; onClear: () => void }) {
  return (
    <a
      href={href}
      onClick={plainClick(onClear)}
      aria-label={`Clear ${label}`}
      className="-my-1 -mr-[7px] grid size-6 shrink-0 place-items-center rounded-full hover:bg-accent/15"
    >
      <X className="size-3" strokeWidth={2.5} aria-hidden />
    </a>
  );
}

export interface ChipPopoverProps {
  /** What the filter is called: Type, Who, Date. */
  label: string;
  /** What it is set to; null when it is not set. */
  value: string | null;
  clearHref: string;
  onClear: () => void;
  onOpen?: () => void;
  children: (close: () => void) => ReactNode;
}

/** One filter of the bar: a chip that opens its choices, in accent with a ✕ when it is set. */
export function ChipPopover({ label, value, clearHref, onClear, onOpen, children }: ChipPopoverProps) {
  const [isOpen, setIsOpen] = useState(false);
  const trigger =
    value === null ? (
      <Popover.Trigger className={chipClass(false, "needs-script data-[state=open]:bg-hover")}>
        {label}
        <ChevronDown className="-mr-0.5 size-3 opacity-70" aria-hidden />
      </Popover.Trigger>
    ) : (
      <span className={chipClass(true)}>
        <Popover.Trigger className="-my-1 min-w-0 truncate rounded-full py-1" title={`${label} ${value}`}>
          {label} <bdi className="font-normal">{value}</bdi>
        </Popover.Trigger>
        <ClearLink href={clearHref} label={label} onClear={onClear} />
      </span>
    );
  return (
    <Popover.Root
      open={isOpen}
      onOpenChange={(next) => {
        if (next) onOpen?.();
        setIsOpen(next);
      }}
    >
      {trigger}
      <Popover.Portal>
        <Popover.Content
          align="start"
          sideOffset={6}
          collisionPadding={12}
          aria-label={label}
          className="z-40 max-h-(--radix-popover-content-available-height) w-72 overflow-y-auto rounded-xl border border-line bg-panel p-1.5 text-[13px] shadow-pop outline-none motion-safe:animate-pop"
        >
          {children(() => setIsOpen(false))}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
