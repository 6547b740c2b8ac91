"use client";
import { BUILT_IN } from "@/activity/event-types/built-in";
import { type Filter, isEmptyFilter } from "@/activity/filter";
import { buttonClass } from "../../ui/button";
import { chipClass } from "../../ui/chip";
import { Muted } from "../../views/muted";
import { SaveView } from "../../views/save-view";
import { feedHref, without } from "./change-filter";
import { ClearLink, plainClick } from "./chip-popover";
import { DateFilter } from "./options/date-filter";
import { AddFilter, MoreFilters } from "./options/more-filter";
import { TypeFilter } from "./options/type-filter";
import { WhoFilter } from "./options/who-filter";
import { SearchBox } from "./search/search-box";
import type { SetFilter } from "./use-filter";

export interface FilterBarProps {
  team: string;
  filter: Filter;
  /** What the address shows, as a saved view has it. */
  view: string;
  setFilter: SetFilter;
  /** Names seen in the feed, by actor id. */
  names: ReadonlyMap<string, string>;
}

function SetChip({ label, href, onClear }: { label: string; href: string; onClear: () => void }) {
  return (
    <span className={chipClass(true)}>
      <span className="min-w-0 truncate">{label}</span>
      <ClearLink href={href} label={label} onClear={onClear} />
    </span>
  );
}

/** What a browser without scripts gets instead of the popovers: fields of the same form, and its button. */
function PlainFields({ filter }: { filter: Filter }) {
  return (
    <noscript>
      <span className="flex flex-wrap items-center gap-2">
        {filter.type === undefined && (
          <select name="type" aria-label="Type" defaultValue="" className={buttonClass("quiet")}>
            <option value="">Any type</option>
            {Object.entries(BUILT_IN).map(([type, { label }]) => (
              <option key={type} value={type}>
                {label}
              </option>
            ))}
            <option value="github.*">Everything from GitHub</option>
          </select>
        )}
        <button type="submit" className={buttonClass("primary")}>
          Apply
        </button>
      </span>
    </noscript>
  );
}

/** Search and filters. A plain GET form underneath, so that the page filters without a script too. */
export function FilterBar({ team, filter, view, setFilter, names }: FilterBarProps) {
  const kept = [...new URLSearchParams(view)].filter(([name]) => name !== "q");
  const clear = (...fields: (keyof Filter)[]) => {
    const cleared = without(filter, ...fields);
    return { href: feedHref(team, cleared), onClear: () => setFilter(cleared) };
  };
  const important: Filter = { ...filter, important: true };
  return (
    <search>
      <form action={`/${team}`} method="get" className="mt-2.5 flex flex-wrap items-center gap-2">
        <SearchBox team={team} filter={filter} setFilter={setFilter} names={names} />
        {kept.map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <TypeFilter team={team} filter={filter} setFilter={setFilter} />
        <WhoFilter team={team} filter={filter} setFilter={setFilter} names={names} />
        <MoreFilters team={team} filter={filter} setFilter={setFilter} />
        <DateFilter team={team} filter={filter} setFilter={setFilter} />
        {filter.important ? (
          <SetChip label="Important" {...clear("important")} />
        ) : (
          <a
            href={feedHref(team, important)}
            onClick={plainClick(() => setFilter(important))}
            className={chipClass(false)}
          >
            Important
          </a>
        )}
        <AddFilter team={team} filter={filter} setFilter={setFilter} />
        <Muted team={team} />
        {!isEmptyFilter(filter) && (
          <a
            href={`/${team}`}
            onClick={plainClick(() => setFilter({}))}
            className="rounded-full px-1.5 py-1 text-[12.5px] text-faint hover:text-ink hover:underline"
          >
            Clear filters
          </a>
        )}
        <span className="sm:hidden">
          <SaveView query={view} />
        </span>
        <PlainFields filter={filter} />
      </form>
    </search>
  );
}
