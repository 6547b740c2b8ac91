import { type ComponentProps, type ReactNode, useId } from "react";
import { Select } from "./select";

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
      <Select id={id} className="block" aria-describedby={hint === undefined ? undefined : `${id}-hint`} {...props}>
        {children}
      </Select>
      {hint === undefined ? null : (
        <p id={`${id}-hint`} className="mt-1 text-[12.5px] text-faint">
          {hint}
        </p>
      )}
    </div>
  );
}
