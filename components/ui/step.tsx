import type { ReactNode } from "react";
import { Check } from "./icons";

/** One numbered step of a list of instructions; a done one has a tick for its number. */
export function Step({ number, isDone = false, title, children }: StepProps) {
  return (
    <li className="grid grid-cols-[24px_minmax(0,1fr)] gap-3">
      <span
        className={`grid size-6 place-items-center rounded-full text-[12px] ${isDone ? "animate-appear bg-live text-on-accent" : "border border-line text-soft"}`}
      >
        {isDone ? (
          <>
            <Check className="size-3.5 stroke-3" />
            <span className="sr-only">Done</span>
          </>
        ) : (
          number
        )}
      </span>
      <div className="min-w-0">
        <h3 className="font-semibold leading-6">{title}</h3>
        <div className="mt-0.5">{children}</div>
      </div>
    </li>
  );
}

interface StepProps {
  number: number;
  isDone?: boolean;
  title: string;
  children: ReactNode;
}
