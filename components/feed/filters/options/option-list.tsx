"use client";
import { type ReactNode, useState } from "react";
import type { Filter, ValueField } from "@/activity/filter";
import { Bdi } from "../../../ui/bdi";
import { KeepFocus } from "../../../ui/keep-focus";
import { choiceOf, withChoice } from "../change-filter";
import type { SetFilter } from "../use-filter";
import { useSettled } from "../use-settled";
import { ChoiceRow } from "./choice-row";
import { OptionsState } from "./options-state";
import { moveThroughRows, TypeAhead } from "./type-ahead";
import { type Option, sayCount, useOptions } from "./use-options";

export interface OptionListProps {
  team: string;
  filter: Filter;
  setFilter: SetFilter;
  field: ValueField;
  /** What the field above the options is called: "Find a person". */
  find: string;
  /** What is said when nothing is found. */
  nothing: string;
  /** A chosen value in words, for one that is not among what was found. */
  say: (value: string) => string;
  children?: (option: Pick<Option, "name" | "avatarUrl">) => ReactNode;
}

/** What is chosen already and not among the options: it stays in sight, so that it can be taken out. */
function unlisted(filter: Filter, field: ValueField, options: readonly Option[], say: (value: string) => string) {
  const listed = new Set(options.map(({ value }) => value));
  const chosen = [...(filter[field]?.any ?? []), ...(filter[field]?.not ?? [])];
  return chosen.filter((value) => !listed.has(value)).map((value) => ({ value, name: say(value), avatarUrl: null }));
}

/** The options of a field, found by typing, each with its count. */
export function OptionList({ team, filter, setFilter, field, find, nothing, say, children }: OptionListProps) {
  const [text, setText] = useState("");
  const { options, isLoading, error, retry } = useOptions(team, filter, field, useSettled(text.trim(), 150));
  const more = text === "" ? unlisted(filter, field, options, say) : [];
  const choose = (value: string, choice: "any" | "not" | "off") => setFilter(withChoice(filter, field, value, choice));
  const row = (option: Pick<Option, "value" | "name" | "avatarUrl">, count?: string) => (
    <ChoiceRow
      key={option.value}
      name={option.name}
      count={count}
      choice={choiceOf(filter, field, option.value)}
      onChange={(choice) => choose(option.value, choice)}
    >
      {children?.(option) ?? <Bdi>{option.name}</Bdi>}
    </ChoiceRow>
  );
  const first = options[0];
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: arrow keys move between its fields and buttons
    <div onKeyDown={moveThroughRows}>
      <TypeAhead
        label={find}
        text={text}
        onChange={setText}
        onEnter={() => {
          if (text.trim() !== "" && first !== undefined) choose(first.value, "any");
        }}
      />
      {more.map((option) => row(option))}
      <KeepFocus>
        {options.length === 0 && <OptionsState isLoading={isLoading} error={error} onRetry={retry} nothing={nothing} />}
        {options.map((option) => row(option, sayCount(option)))}
      </KeepFocus>
    </div>
  );
}
