"use client";
import { useId, useState } from "react";
import type { Activity } from "@/activity/activity";
import { plainClick } from "../feed/filters/chip-popover";
import { Bdi } from "../ui/bdi";
import { ChevronDown, Pin, X } from "../ui/icons";
import { useMarks } from "./marks";
import type { ShownPin } from "./pins-answer";

/** So many are always seen; the rest once they are asked for. */
const SEEN = 3;

/** What the team pinned, above the rows of its whole feed. */
export function PinStrip({ onSelect }: { onSelect: (activity: Activity) => void }) {
  const marks = useMarks();
  const [isOpen, setIsOpen] = useState(false);
  const restId = useId();
  if (marks === null || marks.pins.length === 0) return null;
  const { team, pins, canPin, togglePin } = marks;
  const row = (pin: ShownPin) => (
    <PinRow
      key={pin.activity.id}
      team={team}
      pin={pin}
      onSelect={onSelect}
      onUnpin={canPin ? () => togglePin(pin.activity) : null}
    />
  );
  const rest = pins.slice(SEEN);
  return (
    <section
      aria-label="Pinned"
      className="mx-3.5 mt-3 overflow-hidden rounded-[10px] border border-line bg-panel py-1 sm:mx-6"
    >
      <ul>{pins.slice(0, SEEN).map(row)}</ul>
      {rest.length > 0 && (
        <>
          <ul id={restId} className={isOpen ? "" : "hidden noscript:block"}>
            {rest.map(row)}
          </ul>
          <button
            type="button"
            aria-expanded={isOpen}
            aria-controls={restId}
            onClick={() => setIsOpen(!isOpen)}
            className="needs-script flex items-center gap-0.5 rounded-sm py-1 pr-1 pl-9 text-[12.5px] text-faint hover:text-ink"
          >
            {isOpen ? "Show fewer" : `Show all ${pins.length}`}
            <ChevronDown className={`size-3.5 transition-transform ${isOpen ? "rotate-180" : ""}`} />
          </button>
        </>
      )}
    </section>
  );
}

function PinRow(props: {
  team: string;
  pin: ShownPin;
  onSelect: (activity: Activity) => void;
  onUnpin: (() => void) | null;
}) {
  const { team, pin, onSelect, onUnpin } = props;
  const { activity, pinnedBy } = pin;
  return (
    <li className="group/pin flex min-h-[30px] items-center pr-1.5 text-[13px] hover:bg-hover">
      <a
        href={`/${team}/activities/${activity.id}`}
        id={`pin-${activity.seq}`}
        onClick={plainClick(() => onSelect(activity))}
        className="flex min-w-0 flex-1 items-center gap-2.5 rounded-md py-1 pl-3 text-soft hover:text-ink"
      >
        <Pin className="size-3.5 shrink-0 text-faint" />
        <span dir="auto" className="min-w-0 flex-1 truncate">
          {activity.message}
        </span>
        {pinnedBy !== null && (
          <span className="max-w-[30%] shrink-0 truncate pr-1.5 pl-1 text-faint text-xs">
            <span className="sr-only">Pinned by </span>
            <Bdi>{pinnedBy.name}</Bdi>
          </span>
        )}
      </a>
      {onUnpin !== null && (
        <button
          type="button"
          aria-label={`Unpin ${activity.message}`}
          title="Unpin for the team"
          onClick={onUnpin}
          className="needs-script grid size-6 shrink-0 place-items-center rounded-md text-faint opacity-0 hover:bg-line hover:text-ink focus-visible:opacity-100 group-hover/pin:opacity-100 pointer-coarse:opacity-100"
        >
          <X className="size-3.5" />
        </button>
      )}
    </li>
  );
}
