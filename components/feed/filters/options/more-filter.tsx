"use client";
import { Box, ChevronRight, Plug } from "lucide-react";
import { useState } from "react";
import { type Filter, parseEntity } from "@/activity/filter";
import { sourceName } from "../../list/facts";
import { feedHref, without } from "../change-filter";
import { ChipPopover } from "../chip-popover";
import { sayEntities, saySources } from "../say-filter";
import type { SetFilter } from "../use-filter";
import { OptionList, prepareOptions } from "./lazy-option-list";

interface FieldProps {
  team: string;
  filter: Filter;
  setFilter: SetFilter;
}

function EntityList(props: FieldProps) {
  return (
    <OptionList
      {...props}
      field="entity"
      find="Find an entity"
      nothing="Nothing by that name."
      say={(value) => parseEntity(value)?.id ?? value}
    />
  );
}

function SourceList(props: FieldProps) {
  const say = (value: string) => sourceName(value) ?? "API";
  return (
    <OptionList {...props} field="source" find="Find a source" nothing="No source by that name." say={say}>
      {({ name }) => <span className="truncate">{say(name)}</span>}
    </OptionList>
  );
}

/** The fields of the bar for entity and source: a chip each once they are set, and until then the choices of "+ Filter". */
export function MoreFilters(props: FieldProps) {
  const { team, filter, setFilter } = props;
  const entities = sayEntities(filter);
  const sources = saySources(filter);
  const clear = (field: "entity" | "source") => {
    const cleared = without(filter, field);
    return { clearHref: feedHref(team, cleared), onClear: () => setFilter(cleared), onPrepare: prepareOptions };
  };
  return (
    <>
      {entities !== null && (
        <ChipPopover label="Entity" value={entities} {...clear("entity")}>
          {() => <EntityList {...props} />}
        </ChipPopover>
      )}
      {sources !== null && (
        <ChipPopover label="Source" value={sources} {...clear("source")}>
          {() => <SourceList {...props} />}
        </ChipPopover>
      )}
    </>
  );
}

/** "+ Filter": the fields that have no chip of their own until they are set. */
export function AddFilter(props: FieldProps) {
  const { team, filter } = props;
  const [shown, setShown] = useState<"entity" | "source" | null>(null);
  const free = [
    { field: "entity", label: "Entity", Icon: Box } as const,
    { field: "source", label: "Source", Icon: Plug } as const,
  ].filter(({ field }) => filter[field] === undefined || field === shown);
  if (free.length === 0) return null;
  return (
    <ChipPopover
      label="+ Filter"
      value={null}
      clearHref={feedHref(team, filter)}
      onClear={() => {}}
      onOpen={() => setShown(null)}
      onPrepare={prepareOptions}
    >
      {() =>
        shown === null ? (
          free.map(({ field, label, Icon }) => (
            <button
              key={field}
              type="button"
              onClick={() => setShown(field)}
              className="flex w-full items-center gap-2 rounded-md px-2 py-[5px] text-left hover:bg-hover"
            >
              <Icon className="size-4 text-faint" aria-hidden />
              <span className="flex-1">{label}</span>
              <ChevronRight className="size-3.5 text-faint" aria-hidden />
            </button>
          ))
        ) : shown === "entity" ? (
          <EntityList {...props} />
        ) : (
          <SourceList {...props} />
        )
      }
    </ChipPopover>
  );
}
