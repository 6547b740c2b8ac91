"use client";
import type { Filter } from "@/activity/filter";
import { Avatar } from "../../../ui/avatar";
import { Bdi } from "../../../ui/bdi";
import { feedHref, without } from "../change-filter";
import { ChipPopover } from "../chip-popover";
import { usePeople } from "../people";
import { sayPeople } from "../say-filter";
import type { SetFilter } from "../use-filter";
import { OptionList, prepareOptions } from "./lazy-option-list";

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
      onPrepare={prepareOptions}
    >
      {() => (
        <OptionList
          {...{ team, filter, setFilter }}
          field="actor"
          find="Find a person"
          nothing="Nobody by that name."
          say={(id) => known.get(id) ?? "someone"}
        >
          {({ name, avatarUrl }) => (
            <span className="flex items-center gap-2">
              <Avatar name={name} url={avatarUrl} />
              <span className="truncate">
                <Bdi>{name}</Bdi>
              </span>
            </span>
          )}
        </OptionList>
      )}
    </ChipPopover>
  );
}
