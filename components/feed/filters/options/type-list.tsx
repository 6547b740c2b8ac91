"use client";
import { useState } from "react";
import type { ValueField } from "@/activity/filter";
import { choiceOf, withChoice } from "../change-filter";
import { useSettled } from "../use-settled";
import { ChoiceHeading, ChoiceRow } from "./choice-row";
import type { FieldProps } from "./more-lists";
import { moveThroughRows, TypeAhead } from "./type-ahead";
import { groupRows, type TypeRow, typeRows } from "./type-rows";
import { TypeTile } from "./type-tile";
import { sayCount, useOptions } from "./use-options";

/** The types and groups to choose from, and any other type by its name. */
export function TypeList({ team, filter, setFilter }: FieldProps) {
  const [text, setText] = useState("");
  const part = text.trim().replace(/^-/, "");
  const all = useOptions(team, filter, "type", "");
  const found = useOptions(team, filter, "type", useSettled(part, 150));
  const groups = useOptions(team, filter, "group", "");
  const chosen = [...(filter.type?.any ?? []), ...(filter.type?.not ?? [])];
  const types = typeRows(part, [...all.options, ...found.options], chosen, !all.isLoading);
  const shownGroups = groupRows(part, groups.options, !groups.isLoading);
  const choose = (field: ValueField, value: string, choice: "any" | "not" | "off") =>
    setFilter(withChoice(filter, field, value, choice));
  const add = () => {
    const known = types.find(({ value, label }) => value === part || label.toLowerCase() === part.toLowerCase());
    const value = known?.value ?? (part.includes(".") ? part : (types[0]?.value ?? part));
    if (value === "" || value === "*" || value === ".*") return;
    choose("type", value, text.trim().startsWith("-") ? "not" : "any");
    setText("");
  };
  const row = (field: ValueField, { value, label, look, counted }: TypeRow) => (
    <ChoiceRow
      key={value}
      name={label}
      count={counted === null ? undefined : sayCount(counted)}
      choice={choiceOf(filter, field, value)}
      onChange={(choice) => choose(field, value, choice)}
    >
      <span className="flex items-center gap-2">
        {look && <TypeTile {...look} />}
        <span className="truncate">{label}</span>
      </span>
    </ChoiceRow>
  );
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: arrow keys move between its fields and buttons
    <div onKeyDown={moveThroughRows}>
      <TypeAhead label="Find a type, such as deploy.*" text={text} onChange={setText} onEnter={add} />
      {shownGroups.length > 0 && <ChoiceHeading>Groups</ChoiceHeading>}
      {shownGroups.map((group) => row("group", group))}
      {types.length > 0 && <ChoiceHeading>Types</ChoiceHeading>}
      {types.map((type) => row("type", type))}
      {part.includes(".") && !types.some(({ value }) => value === part) && (
        <button
          type="button"
          data-option
          onClick={add}
          className="block w-full truncate rounded-md px-2 py-[5px] text-left text-accent hover:bg-hover"
        >
          Add “{part}”
        </button>
      )}
    </div>
  );
}
