"use client";
import { useState } from "react";
import { Button } from "../ui/button";
import { type Day, localDay, startOfDay } from "./filters/local-days";
import { useNow } from "./time";

const DAYS_AGO = [
  { label: "Yesterday", days: 1 },
  { label: "A week ago", days: 7 },
  { label: "A month ago", days: 30 },
] as const;
const ITEM = "block w-full rounded-md px-2 py-[5px] text-left hover:bg-hover";

/** The days to go to; `onGo` is given the end of the one that was chosen, or null for the newest activity. */
export function GoToDatePanel({ onGo }: { onGo: (instant: number | null) => void }) {
  const now = new Date(useNow());
  const [day, setDay] = useState<Day>("");
  const leaveFor = (to: Day) => {
    const next = startOfDay(to, 1);
    if (next !== undefined) onGo(Date.parse(next));
  };
  return (
    <>
      <button type="button" className={ITEM} onClick={() => onGo(null)}>
        The newest
      </button>
      {DAYS_AGO.map(({ label, days }) => (
        <button key={label} type="button" className={ITEM} onClick={() => leaveFor(localDay(now, -days))}>
          {label}
        </button>
      ))}
      <form
        className="mt-1.5 flex items-end gap-2 border-line border-t p-2 pt-2.5"
        onSubmit={(event) => {
          event.preventDefault();
          leaveFor(day);
        }}
      >
        <label className="grid min-w-0 flex-1 gap-1 text-soft text-xs">
          Date
          <input
            type="date"
            required
            value={day}
            max={localDay(now)}
            onChange={(event) => setDay(event.target.value)}
            className="w-full rounded-lg border border-line bg-bg px-2 py-1.5"
          />
        </label>
        <Button type="submit" look="primary" className="py-1.5">
          Go
        </Button>
      </form>
    </>
  );
}
