"use client";
import { useNow, useZone } from "../../time";
import { feedHref, without } from "../change-filter";
import { ChipPopover } from "../chip-popover";
import { sayRange } from "../say-filter";
import { DateList } from "./lazy-lists";
import type { FieldProps } from "./more-lists";

/** The field of the bar for when it happened. */
export function DateFilter(props: FieldProps) {
  const { team, filter, setFilter } = props;
  const zone = useZone();
  const now = useNow();
  const cleared = without(filter, "from", "to");
  return (
    <ChipPopover
      label="Date"
      value={sayRange(filter, now, zone)}
      clearHref={feedHref(team, cleared)}
      onClear={() => setFilter(cleared)}
      onPrepare={DateList.prepare}
    >
      {(close) => <DateList {...props} onChosen={close} />}
    </ChipPopover>
  );
}
