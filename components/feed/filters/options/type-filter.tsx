"use client";
import { feedHref, without } from "../change-filter";
import { ChipPopover } from "../chip-popover";
import { sayTypes } from "../say-filter";
import { TypeList } from "./lazy-lists";
import type { FieldProps } from "./more-lists";

/** The field of the bar for event types: groups, the built-in types, those of the team's events, and any other by its name. */
export function TypeFilter({ team, filter, setFilter }: FieldProps) {
  const cleared = without(filter, "type", "group");
  return (
    <ChipPopover
      label="Type"
      value={sayTypes(filter)}
      clearHref={feedHref(team, cleared)}
      onClear={() => setFilter(cleared)}
      onPrepare={TypeList.prepare}
    >
      {() => <TypeList team={team} filter={filter} setFilter={setFilter} />}
    </ChipPopover>
  );
}
