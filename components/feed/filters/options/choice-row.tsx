"use client";
import type { ReactNode } from "react";
import { Check, Minus } from "../../../ui/icons";
import type { Choice } from "../change-filter";

export interface ChoiceRowProps {
  name: string;
  choice: Choice;
  onChange: (choice: Choice) => void;
  /** How many activities it would show, in words; absent while that is not known. */
  count?: string | undefined;
  children: ReactNode;
}

/** One value to choose: the row includes it, the minus at its end excludes it. */
export function ChoiceRow({ name, choice, onChange, count, children }: ChoiceRowProps) {
  return (
    <div className="group flex items-center rounded-md [contain-intrinsic-size:auto_30px] [content-visibility:auto] hover:bg-hover">
      <button
        type="button"
        data-option
        aria-pressed={choice === "any"}
        onClick={() => onChange(choice === "any" ? "off" : "any")}
        className="-outline-offset-2 flex min-w-0 flex-1 items-center gap-2 rounded-md px-2 py-[5px] text-left"
      >
        <span
          aria-hidden
          className={`grid size-4 shrink-0 place-items-center rounded border ${choice === "off" ? "border-line" : choice === "any" ? "border-accent bg-accent text-on-accent" : "border-red text-red"}`}
        >
          {choice === "any" && <Check className="size-3 stroke-3" />}
          {choice === "not" && <Minus className="size-3 stroke-3" />}
        </span>
        <span title={name} className={`min-w-0 flex-1 truncate ${choice === "not" ? "text-soft line-through" : ""}`}>
          {children}
        </span>
        <span className="ml-2 min-w-7 shrink-0 text-right text-[11.5px] text-faint tabular-nums group-focus-within:hidden group-hover:hidden pointer-coarse:inline!">
          {count}
        </span>
      </button>
      <button
        type="button"
        aria-pressed={choice === "not"}
        aria-label={`Exclude ${name}`}
        title={choice === "not" ? "Stop excluding" : "Exclude"}
        onClick={() => onChange(choice === "not" ? "off" : "not")}
        className={`-outline-offset-2 mr-1 rounded px-1.5 py-0.5 text-[11.5px] hover:text-red ${choice === "not" ? "text-red" : "w-0 overflow-hidden px-0! text-faint focus-visible:w-auto focus-visible:px-1.5! group-focus-within:w-auto group-focus-within:px-1.5! group-hover:w-auto group-hover:px-1.5! pointer-coarse:w-auto pointer-coarse:px-1.5!"}`}
      >
        {choice === "not" ? "Excluded" : "Exclude"}
      </button>
    </div>
  );
}

/** A small heading between the choices of a popover. */
export function ChoiceHeading({ children }: { children: ReactNode }) {
  return <h3 className="px-2 pt-2 pb-1 font-semibold text-[11px] text-faint tracking-wide">{children}</h3>;
}
