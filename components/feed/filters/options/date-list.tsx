"use client";
import { useNow } from "../../time";
import { without } from "../change-filter";
import { daysOfRange, presetRanges, type Range, rangeOfDays } from "../local-days";
import type { FieldProps } from "./more-lists";

const INPUT = "w-full rounded-lg border border-line bg-bg px-2 py-1.5";

/** The ranges of days to choose from. Local days become instants before they enter the address. */
export function DateList({ filter, setFilter, onChosen }: FieldProps & { onChosen: () => void }) {
  const cleared = without(filter, "from", "to");
  const { first, last } = daysOfRange(filter);
  const set = (range: Range) => setFilter({ ...cleared, ...range });
  const isSet = (range: Range) => range.from === filter.from && range.to === filter.to;
  return (
    <>
      {presetRanges(new Date(useNow())).map(({ label, range }) => (
        <button
          key={label}
          type="button"
          aria-pressed={isSet(range)}
          onClick={() => {
            set(range);
            onChosen();
          }}
          className="block w-full rounded-md px-2 py-[5px] text-left hover:bg-hover aria-pressed:bg-accent-soft aria-pressed:text-accent"
        >
          {label}
        </button>
      ))}
      <div className="mt-1.5 grid grid-cols-2 gap-2 border-line border-t p-2 pt-2.5 text-soft">
        <label className="grid gap-1 text-xs">
          From
          <input
            type="date"
            value={first}
            max={last || undefined}
            onChange={(event) => set(rangeOfDays(event.target.value, last))}
            className={INPUT}
          />
        </label>
        <label className="grid gap-1 text-xs">
          To
          <input
            type="date"
            value={last}
            min={first || undefined}
            onChange={(event) => set(rangeOfDays(first, event.target.value))}
            className={INPUT}
          />
        </label>
      </div>
    </>
  );
}
