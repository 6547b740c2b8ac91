"use client";
import { CalendarSearch } from "lucide-react";
import { Popover } from "radix-ui";
import { useState } from "react";
import { useShortcut } from "../keyboard/use-shortcut";
import { Button, buttonClass } from "../ui/button";
import { type Day, localDay, startOfDay } from "./filters/local-days";
import { useNow } from "./time";

const LABEL = "Go to a date";
const DAYS_AGO = [
  { label: "Yesterday", days: 1 },
  { label: "A week ago", days: 7 },
  { label: "A month ago", days: 30 },
] as const;
const ITEM = "block w-full rounded-md px-2 py-[5px] text-left hover:bg-hover";

/** Opens the feed at the end of a day of the reader's own, without narrowing it; `goTo` null: at the newest activity. */
export function GoToDate({ goTo }: { goTo: (instant: number | null) => void }) {
  const now = new Date(useNow());
  const [isOpen, setIsOpen] = useState(false);
  const [day, setDay] = useState<Day>("");
  useShortcut("go-to-date", () => setIsOpen(true));
  const leave = (instant: number | null) => {
    setIsOpen(false);
    goTo(instant);
  };
  const leaveFor = (to: Day) => {
    const next = startOfDay(to, 1);
    if (next !== undefined) leave(Date.parse(next));
  };
  return (
    <Popover.Root open={isOpen} onOpenChange={setIsOpen}>
      <Popover.Trigger title={LABEL} aria-label={LABEL} className={buttonClass("quiet", "needs-script px-2")}>
        <CalendarSearch aria-hidden className="size-3.5" />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          align="end"
          sideOffset={6}
          collisionPadding={12}
          aria-label={LABEL}
          className="z-40 w-60 rounded-xl border border-line bg-panel p-1.5 text-[13px] shadow-pop outline-none motion-safe:animate-pop"
        >
          <button type="button" className={ITEM} onClick={() => leave(null)}>
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
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
