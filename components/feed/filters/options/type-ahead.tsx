"use client";
import { type KeyboardEvent, useEffect, useRef } from "react";

export interface TypeAheadProps {
  label: string;
  text: string;
  onChange: (text: string) => void;
  /** Enter: takes what was typed. */
  onEnter: () => void;
}

/** Arrow keys go through the rows of the popover, and from the first back into the field. */
export function moveThroughRows(event: KeyboardEvent<HTMLElement>): void {
  if (event.nativeEvent.isComposing || (event.key !== "ArrowDown" && event.key !== "ArrowUp")) return;
  const stops = [...event.currentTarget.querySelectorAll<HTMLElement>("input, [data-option]")];
  const at = stops.findIndex((stop) => stop.contains(document.activeElement));
  const next = stops[at + (event.key === "ArrowDown" ? 1 : -1)];
  event.preventDefault();
  next?.focus();
}

/** The field above the options: what is typed narrows them. */
export function TypeAhead({ label, text, onChange, onEnter }: TypeAheadProps) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);
  return (
    <div className="p-1">
      <input
        ref={input}
        value={text}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
          event.preventDefault();
          onEnter();
        }}
        aria-label={label}
        placeholder={`${label}…`}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        className="w-full rounded-lg border border-line bg-bg px-2.5 py-1.5 placeholder:text-faint"
      />
    </div>
  );
}
