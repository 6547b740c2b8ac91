"use client";
import { useState } from "react";
import type { Filter } from "@/activity/filter";
import { Avatar } from "../../ui/avatar";
import { choiceOf, feedHref, withChoice, without } from "./change-filter";
import { ChipPopover } from "./chip-popover";
import { ChoiceRow } from "./choice-row";
import { usePeople } from "./people";
import { sayPeople } from "./say-filter";
import type { SetFilter } from "./use-filter";
import { useSettled } from "./use-settled";

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
    >
      {() => <People team={team} filter={filter} setFilter={setFilter} />}
    </ChipPopover>
  );
}

function People({ team, filter, setFilter }: Omit<WhoFilterProps, "names">) {
  const [text, setText] = useState("");
  const { people, isLoading, hasFailed } = usePeople(team, useSettled(text.trim(), 150));
  const nothing = hasFailed ? "People could not be loaded." : isLoading ? "Looking…" : "Nobody by that name.";
  return (
    <>
      <div className="p-1">
        <input
          value={text}
          onChange={(event) => setText(event.target.value)}
          aria-label="Find a person"
          placeholder="Find a person…"
          className="w-full rounded-lg border border-line bg-bg px-2.5 py-1.5 placeholder:text-faint"
        />
      </div>
      {people.length === 0 && <p className="px-2 py-3 text-center text-faint">{nothing}</p>}
      {people.map((person) => (
        <ChoiceRow
          key={person.id}
          name={person.name}
          choice={choiceOf(filter, "actor", person.id)}
          onChange={(choice) => setFilter(withChoice(filter, "actor", person.id, choice))}
        >
          <span className="flex items-center gap-2">
            <Avatar name={person.name} url={person.avatarUrl} />
            <bdi className="truncate">{person.name}</bdi>
          </span>
        </ChoiceRow>
      ))}
    </>
  );
}
