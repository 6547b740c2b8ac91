"use client";
import { type MouseEvent, type ReactNode, useState } from "react";
import { chipClass } from "../../ui/chip";
import { ChevronDown, X } from "../../ui/icons";
import { PopoverButton } from "../../ui/popover-button";

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
      <X className="size-3 stroke-[2.5]" />
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
  onToggle?: (isOpen: boolean) => void;
  /** Fetches the choices, when somebody is about to open them. */
  onPrepare?: () => void;
  children: (close: () => void) => ReactNode;
}

/** One filter of the bar: a chip that opens its choices, in accent with a ✕ when it is set. */
export function ChipPopover({ label, value, clearHref, onClear, onToggle, onPrepare, children }: ChipPopoverProps) {
  const [isOpen, setIsOpen] = useState(false);
  const setOpen = (next: boolean) => {
    onToggle?.(next);
    setIsOpen(next);
  };
  const isSet = value !== null;
  const button = (
    <PopoverButton
      label={label}
      align="start"
      title={isSet ? `${label} ${value}` : undefined}
      className={
        isSet ? "-my-1 min-w-0 truncate rounded-full py-1" : chipClass(false, "needs-script data-[state=open]:bg-hover")
      }
      panelClass="w-72 p-1.5"
      isOpen={isOpen}
      onOpenChange={setOpen}
      onPrepare={onPrepare}
      panel={isOpen && children(() => setOpen(false))}
    >
      {label}{" "}
      {isSet ? <bdi className="font-normal">{value}</bdi> : <ChevronDown className="-mr-0.5 size-3 opacity-70" />}
    </PopoverButton>
  );
  if (!isSet) return button;
  return (
    <span className={chipClass(true)}>
      {button}
      <ClearLink href={clearHref} label={label} onClear={onClear} />
    </span>
  );
}
