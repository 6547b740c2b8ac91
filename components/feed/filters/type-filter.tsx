"use client";
import { type FormEvent, useState } from "react";
import { GROUPS } from "@/activity/event-schema";
import { EVENT_TYPES } from "@/activity/event-types";
import type { Filter, ValueField } from "@/activity/filter";
import { Icon } from "../../ui/icon";
import { TILE } from "../colors";
import { choiceOf, feedHref, withChoice, without } from "./change-filter";
import { ChipPopover } from "./chip-popover";
import { ChoiceHeading, ChoiceRow } from "./choice-row";
import { sayTypes } from "./say-filter";
import type { SetFilter } from "./use-filter";

const GITHUB = "github.*";

/** The field of the bar for event types: groups, the built-in types, GitHub's, and any other by its name. */
export function TypeFilter({ team, filter, setFilter }: { team: string; filter: Filter; setFilter: SetFilter }) {
  const cleared = without(filter, "type", "group");
  const chosen = [...(filter.type?.any ?? []), ...(filter.type?.not ?? [])];
  const others = chosen.filter((type) => type !== GITHUB && !EVENT_TYPES.some((known) => known.type === type));
  const row = (field: ValueField, value: string, label: string, look?: { icon: string; tile: string }) => (
    <ChoiceRow
      key={value}
      name={label}
      choice={choiceOf(filter, field, value)}
      onChange={(choice) => setFilter(withChoice(filter, field, value, choice))}
    >
      <span className="flex items-center gap-2">
        {look && (
          <span className={`grid size-5 shrink-0 place-items-center rounded-[5px] ${look.tile}`}>
            <Icon name={look.icon} className="size-3" />
          </span>
        )}
        <span className="truncate">{label}</span>
      </span>
    </ChoiceRow>
  );
  return (
    <ChipPopover
      label="Type"
      value={sayTypes(filter)}
      clearHref={feedHref(team, cleared)}
      onClear={() => setFilter(cleared)}
    >
      {() => (
        <>
          <ChoiceHeading>Groups</ChoiceHeading>
          {GROUPS.map((group) => row("group", group, group.charAt(0).toUpperCase() + group.slice(1)))}
          <ChoiceHeading>Types</ChoiceHeading>
          {EVENT_TYPES.map(({ type, label, icon, color }) => row("type", type, label, { icon, tile: TILE[color] }))}
          {row("type", GITHUB, "Everything from GitHub", { icon: "git-branch", tile: TILE.gray })}
          {others.map((type) => row("type", type, type, { icon: "circle-dot", tile: TILE.gray }))}
          <OtherType onAdd={(type, choice) => setFilter(withChoice(filter, "type", type, choice))} />
        </>
      )}
    </ChipPopover>
  );
}

function OtherType({ onAdd }: { onAdd: (type: string, choice: "any" | "not") => void }) {
  const [text, setText] = useState("");
  const add = (event: FormEvent) => {
    event.preventDefault();
    const type = text.trim().replace(/^-/, "");
    if (type === "" || type === "*" || type === ".*") return;
    onAdd(type, text.trim().startsWith("-") ? "not" : "any");
    setText("");
  };
  return (
    <form onSubmit={add} className="p-1.5 pt-2">
      <input
        value={text}
        onChange={(event) => setText(event.target.value)}
        aria-label="Another type"
        placeholder="Another type, such as deploy.*"
        className="w-full rounded-lg border border-line bg-bg px-2.5 py-1.5 placeholder:text-faint"
      />
    </form>
  );
}
