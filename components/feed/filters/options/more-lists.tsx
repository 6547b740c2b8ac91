"use client";
import { useState } from "react";
import { type Filter, parseEntity } from "@/activity/filter";
import { Box, ChevronRight, Plug } from "../../../ui/icons";
import { sourceName } from "../../list/facts";
import type { SetFilter } from "../use-filter";
import { OptionList } from "./option-list";

export interface FieldProps {
  team: string;
  filter: Filter;
  setFilter: SetFilter;
}

/** The entities to choose from. */
export function EntityList(props: FieldProps) {
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

/** The sources to choose from. */
export function SourceList(props: FieldProps) {
  const say = (value: string) => sourceName(value) ?? "API";
  return (
    <OptionList {...props} field="source" find="Find a source" nothing="No source by that name." say={say}>
      {({ name }) => <span className="truncate">{say(name)}</span>}
    </OptionList>
  );
}

const LISTS = { entity: EntityList, source: SourceList } as const;

/** The fields that have no chip of their own, and then the choices of the one that is chosen. */
export function AddList(props: FieldProps) {
  const [shown, setShown] = useState<keyof typeof LISTS | null>(null);
  if (shown !== null) {
    const List = LISTS[shown];
    return <List {...props} />;
  }
  const free = [
    { field: "entity", label: "Entity", Icon: Box } as const,
    { field: "source", label: "Source", Icon: Plug } as const,
  ].filter(({ field }) => props.filter[field] === undefined);
  return free.map(({ field, label, Icon }) => (
    <button
      key={field}
      type="button"
      onClick={() => setShown(field)}
      className="flex w-full items-center gap-2 rounded-md px-2 py-[5px] text-left hover:bg-hover"
    >
      <Icon className="size-4 text-faint" />
      <span className="flex-1">{label}</span>
      <ChevronRight className="size-3.5 text-faint" />
    </button>
  ));
}
