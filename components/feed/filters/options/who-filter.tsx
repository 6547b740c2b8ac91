"use client";
import type { Filter } from "@/activity/filter";
import { feedHref, without } from "../change-filter";
import { ChipPopover } from "../chip-popover";
import { usePeople } from "../people";
import { sayPeople } from "../say-filter";
import type { SetFilter } from "../use-filter";
import { PersonList } from "./lazy-lists";

export interface WhoFilterProps {
  team: string;
  filter: Filter;
  setFilter: SetFilter;
  /** Names seen in the feed, by actor id. */
  names: ReadonlyMap<string, string>;
}

/** The field of the bar for who did it. */
export function WhoFilter({ team, filter, setFilter, names }: WhoFilterProps) {
  const cleared = without(filter, "actor", "actorKey");
  const chosen = [...(filter.actor?.any ?? []), ...(filter.actor?.not ?? [])];
  const unknown = chosen.some((id) => !names.has(id));
  const { people } = usePeople(unknown ? team : null, "");
  const known = new Map([...people.map(({ id, name }) => [id, name] as const), ...names]);
  return (
    <ChipPopover
      label="Who"
      value={sayPeople(filter, known)}
      clearHref={feedHref(team, cleared)}
      onClear={() => setFilter(cleared)}
      onPrepare={PersonList.prepare}
    >
      {() => <PersonList {...{ team, filter, setFilter }} names={known} />}
    </ChipPopover>
  );
}
