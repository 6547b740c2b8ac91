"use client";
import type { Fold } from "@/activity/fold/fold";
import { ChevronDown } from "../../ui/icons";
import { plainClick } from "../filters/chip-popover";
import { sayNumber } from "../list/customs";
import { useZone } from "../time";
import { rateOf, sayCount, sayCountAloud, saySpan } from "./say-fold";
import { Sparkline } from "./sparkline";

/** What a fold's row says besides its newest event: how many, when, at which rate; and the way to all of them. */
export function FoldLine(props: {
  fold: Fold;
  isOpen: boolean;
  /** Id of the element that holds its events once it is open. */
  membersId: string;
  /** Address of its events by themselves. */
  href: string;
  /** Fetches what shows them, when somebody is about to open it. */
  onPrepare: () => void;
  onToggle: () => void;
}) {
  const { fold, isOpen, membersId, href, onPrepare, onToggle } = props;
  const zone = useZone();
  return (
    <div className="mt-1.5 flex flex-wrap items-center gap-x-2.5 gap-y-1 text-faint text-xs">
      <span className="rounded-full bg-accent-soft px-2 py-px font-semibold text-accent">
        <span aria-hidden>{sayCount(fold, zone)}</span>
        <span className="sr-only">{sayCountAloud(fold, zone)}</span>
      </span>
      {fold.kind === "machine" && <Sparkline rates={rateOf(fold)} />}
      <span className="whitespace-nowrap">{saySpan(fold, zone)}</span>
      {fold.important > 0 && fold.important < fold.count && (
        <span className="font-semibold text-amber">{sayNumber(fold.important, zone)} important</span>
      )}
      <a
        href={href}
        aria-expanded={isOpen}
        aria-controls={isOpen ? membersId : undefined}
        onPointerEnter={onPrepare}
        onFocus={onPrepare}
        onClick={plainClick(onToggle)}
        className="-my-1 inline-flex items-center gap-0.5 rounded-sm py-1 font-medium text-soft hover:text-ink hover:underline"
      >
        {isOpen ? "Show less" : "Show all"}
        <ChevronDown className={`size-3.5 transition-transform ${isOpen ? "rotate-180" : ""}`} />
      </a>
    </div>
  );
}
