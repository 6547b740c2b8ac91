"use client";
import { type ReactNode, startTransition, useEffect, useRef } from "react";
import { later } from "./later";
import type { PopoverPanelProps } from "./popover-panel";

const PopoverPanel = later(() => import("./popover-panel").then((module) => module.PopoverPanel));

interface PopoverButtonProps extends Pick<PopoverPanelProps, "label" | "align"> {
  className: string;
  /** Class names of the panel's size and padding. */
  panelClass: string;
  title?: string;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  /** Fetches what the panel shows, when somebody is about to open it. */
  onPrepare?: () => void;
  /** What the panel shows. */
  panel: ReactNode;
  /** What the button shows. */
  children: ReactNode;
}

/** A button that opens a popover, whose code is fetched when the button is pointed at or focused. */
export function PopoverButton(props: PopoverButtonProps) {
  const { label, align, className, panelClass, title, isOpen, onOpenChange, onPrepare, panel, children } = props;
  const button = useRef<HTMLButtonElement>(null);
  // Ahead of `isOpen` while the opening is rendered: what is asked for meanwhile counts.
  const isWanted = useRef(isOpen);
  useEffect(() => {
    isWanted.current = isOpen;
  }, [isOpen]);
  const want = (next: boolean) => {
    isWanted.current = next;
    onOpenChange(next);
  };
  const prepare = () => {
    PopoverPanel.prepare();
    onPrepare?.();
  };
  return (
    <>
      <button
        ref={button}
        type="button"
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        data-state={isOpen ? "open" : "closed"}
        title={title}
        onPointerEnter={prepare}
        onFocus={prepare}
        onClick={() => startTransition(() => want(!isWanted.current))}
        onKeyDown={(event) => {
          // The panel hears it once it is there.
          if (event.key !== "Escape" || !isWanted.current) return;
          event.preventDefault();
          want(false);
        }}
        className={className}
      >
        {children}
      </button>
      {isOpen && (
        <PopoverPanel button={button} label={label} align={align} className={panelClass} onClose={() => want(false)}>
          {panel}
        </PopoverPanel>
      )}
    </>
  );
}
