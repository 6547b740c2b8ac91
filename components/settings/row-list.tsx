import type { ReactNode } from "react";
import { Notice } from "../ui/notice";

/** A card of rows; `empty` stands in when there are none. */
export function RowList({ label, rows, empty }: { label: string; rows: ReactNode[]; empty: ReactNode }) {
  if (rows.length === 0) {
    return <div className="rounded-xl border border-line border-dashed px-4 py-8 text-center text-soft">{empty}</div>;
  }
  return (
    <ul aria-label={label} className="divide-y divide-line rounded-xl border border-line bg-panel empty:hidden">
      {rows}
    </ul>
  );
}

interface RowProps {
  mark?: ReactNode;
  name: ReactNode;
  facts: ReactNode;
  /** Why something that was asked of it did not happen. */
  fault?: string | null;
  /** Buttons, side by side. */
  action: ReactNode;
  /** For more than one button: on a phone they stand below the rest. */
  stacks?: boolean;
}

/** One row: its mark, what it is, what is known about it, and what can be done. */
export function Row({ mark, name, facts, fault = null, action, stacks = false }: RowProps) {
  return (
    <li className={`flex gap-3 px-4 py-3 sm:items-center ${stacks ? "items-start" : "items-center"}`}>
      {mark}
      <div
        className={`flex min-w-0 flex-1 gap-x-4 gap-y-2 sm:flex-row sm:items-center ${stacks ? "flex-col" : "items-center"}`}
      >
        <div className="min-w-0 flex-1">
          <p className="break-words font-medium">{name}</p>
          <p className="mt-0.5 flex flex-wrap gap-x-3 gap-y-0.5 text-[12.5px] text-faint">{facts}</p>
          <Notice className="mt-2">{fault}</Notice>
        </div>
        {action ? <div className="flex shrink-0 flex-wrap items-center gap-2">{action}</div> : null}
      </div>
    </li>
  );
}
