import type { ComponentProps } from "react";
import { ChevronDown } from "./icons";

/** As high as a text field, or as a button beside it in a row. 16 px on a phone, since a smaller one makes iOS zoom in. */
const SIZES = {
  field:
    "rounded-lg border-[color-mix(in_srgb,var(--line),var(--faint)_30%)] py-2 pr-8 text-base md:py-[7px] md:text-sm",
  row: "rounded-lg border-line py-[3px] pr-7 text-base hover:bg-hover md:py-[5px] md:text-[13px]",
} as const;

/** A choice. `children` are its options; `className` is of the box around it. */
export function Select({
  look = "field",
  className = "",
  children,
  ...props
}: ComponentProps<"select"> & { look?: keyof typeof SIZES }) {
  return (
    <span className={`relative min-w-0 ${className}`}>
      <select
        className={`w-full min-w-0 appearance-none truncate border bg-panel pl-2.5 text-ink disabled:opacity-50 ${SIZES[look]}`}
        {...props}
      >
        {children}
      </select>
      <ChevronDown className="pointer-events-none absolute top-1/2 right-2.5 size-3.5 -translate-y-1/2 text-faint" />
    </span>
  );
}
