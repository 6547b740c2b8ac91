import { type ComponentProps, type ReactNode, useId } from "react";

/** Class names of a select. 16 px on a phone, since a smaller one makes iOS zoom in. */
export const SELECT =
  "min-w-0 rounded-lg border border-[color-mix(in_srgb,var(--line),var(--faint)_30%)] bg-panel px-2 py-2 text-base text-ink disabled:opacity-50 md:py-[7px] md:text-sm";

/** A labelled choice with an optional hint. `children` are its options. */
export function SelectField({
  label,
  hint,
  className = "",
  children,
  ...props
}: ComponentProps<"select"> & { label: string; hint?: ReactNode }) {
  const id = useId();
  return (
    <div className={className}>
      <label htmlFor={id} className="mb-1 block font-medium text-[12.5px] text-soft">
        {label}
      </label>
      <select
        id={id}
        className={`block w-full ${SELECT}`}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        {...props}
      >
        {children}
      </select>
      {hint === undefined ? null : (
        <p id={`${id}-hint`} className="mt-1 text-[12.5px] text-faint">
          {hint}
        </p>
      )}
    </div>
  );
}
