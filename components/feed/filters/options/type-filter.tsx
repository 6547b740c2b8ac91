"use client";
import dynamic from "next/dynamic";
import { feedHref, without } from "../change-filter";
import { ChipPopover } from "../chip-popover";
import { sayTypes } from "../say-filter";
import type { TypeListProps } from "./type-list";

const load = () => import("./type-list").then(({ TypeList }) => TypeList);
const TypeList = dynamic(load);

/** The field of the bar for event types: groups, the built-in types, those of the team's events, and any other by its name. */
export function TypeFilter({ team, filter, setFilter }: TypeListProps) {
  const cleared = without(filter, "type", "group");
  return (
    <ChipPopover
      label="Type"
      value={sayTypes(filter)}
      clearHref={feedHref(team, cleared)}
      onClear={() => setFilter(cleared)}
      onPrepare={() => void load().catch(() => {})}
    >
      {() => <TypeList team={team} filter={filter} setFilter={setFilter} />}
    </ChipPopover>
  );
}
