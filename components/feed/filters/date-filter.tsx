"use client";
import type { Filter } from "@/activity/filter";
import { useNow, useZone } from "../time";
import { feedHref, without } from "./change-filter";
import { ChipPopover } from "./chip-popover";
import { daysOfRange, presetRanges, type Range, rangeOfDays } from "./local-days";
import { sayRange } from "./say-filter";
import type { SetFilter } from "./use-filter";

const INPUT = "w-full rounded-lg border border-line bg-bg px-2 py-1.5";

/** The field of the bar for when it happened. Local days become instants before they enter the address. */
export function DateFilter({ team, filter, setFilter }: { team: string; filter: Filter; setFilter: SetFilter }) {
  const zone = useZone();
  const now = useNow();
  const cleared = without(filter, "from", "to");
  const { first, last } = daysOfRange(filter);
  const set = (range: Range) => setFilter({ ...cleared, ...range });
  const isSet = (range: Range) => range.from === filter.from && range.to === filter.to;
  return (
    <ChipPopover
      label="Date"
      value={sayRange(filter, now, zone)}
      clearHref={feedHref(team, cleared)}
      onClear={() => setFilter(cleared)}
    >
      {(close) => (
        <>
          {presetRanges(new Date(now)).map(({ label, range }) => (
            <button
              key={label}
              type="button"
              aria-pressed={isSet(range)}
              onClick={() => {
                set(range);
                close();
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
      )}
    </ChipPopover>
  );
}
