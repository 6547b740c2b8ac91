import { type ComponentProps, type ReactNode, useId } from "react";

/** Class names of a text input. 16 px on a phone, since a smaller one makes iOS zoom in. */
const INPUT =
  "block w-full min-w-0 rounded-lg border border-[color-mix(in_srgb,var(--line),var(--faint)_30%)] bg-panel px-2.5 py-2 text-base text-ink placeholder:text-faint aria-invalid:border-red md:py-[7px] md:text-sm";

/** A labelled text input with an optional hint, and an error that is read out with it. */
export function Field({
  label,
  hint,
  error,
  className = "",
  ...props
}: ComponentProps<"input"> & { label: string; hint?: ReactNode; error?: string | undefined }) {
  const id = useId();
  const notes = [error === undefined ? "" : `${id}-error`, hint === undefined ? "" : `${id}-hint`].join(" ").trim();
  return (
    <div className={className}>
      <label htmlFor={id} className="mb-1 block font-medium text-[12.5px] text-soft">
        {label}
      </label>
      <input
        id={id}
        dir="auto"
        className={INPUT}
        aria-invalid={error === undefined ? undefined : true}
        aria-describedby={notes === "" ? undefined : notes}
        {...props}
      />
      {error === undefined ? null : (
        <p id={`${id}-error`} className="mt-1 text-[12.5px] text-red">
          {error}
        </p>
      )}
      {hint === undefined ? null : (
        <p id={`${id}-hint`} className="mt-1 text-[12.5px] text-faint">
          {hint}
        </p>
      )}
    </div>
  );
}
