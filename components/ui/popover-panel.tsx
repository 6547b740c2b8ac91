"use client";
import { Popover } from "radix-ui";
import { type ReactNode, type RefObject, useRef } from "react";

export interface PopoverPanelProps {
  /** The button that opened it: the panel stands at it, and gives the focus back to it. */
  button: RefObject<HTMLButtonElement | null>;
  label: string;
  align: "start" | "end";
  /** Class names of its size and padding. */
  className: string;
  onClose: () => void;
  children: ReactNode;
}

/** An open popover. Loaded with the first one that is opened; see {@link PopoverButton}. */
export function PopoverPanel({ button, label, align, className, onClose, children }: PopoverPanelProps) {
  const wentElsewhere = useRef(false);
  return (
    <Popover.Root open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Popover.Anchor virtualRef={button} />
      <Popover.Portal>
        <Popover.Content
          align={align}
          sideOffset={6}
          collisionPadding={12}
          aria-label={label}
          onInteractOutside={(event) => {
            // The button closes it by itself.
            if (event.target instanceof Node && button.current?.contains(event.target)) event.preventDefault();
            else wentElsewhere.current = true;
          }}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            if (!wentElsewhere.current) button.current?.focus();
          }}
          className={`z-40 max-h-(--radix-popover-content-available-height) overflow-y-auto rounded-xl border border-line bg-panel text-[13px] shadow-pop outline-none motion-safe:animate-pop ${className}`}
        >
          {children}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
