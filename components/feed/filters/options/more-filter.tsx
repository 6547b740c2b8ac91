"use client";
import { useState } from "react";
import { feedHref, without } from "../change-filter";
import { ChipPopover } from "../chip-popover";
import { sayEntities, saySources } from "../say-filter";
import { AddList, EntityList, SourceList } from "./lazy-lists";
import type { FieldProps } from "./more-lists";

/** The fields of the bar for entity and source: a chip each once they are set, and until then the choices of "+ Filter". */
export function MoreFilters(props: FieldProps) {
  const { team, filter, setFilter } = props;
  const entities = sayEntities(filter);
  const sources = saySources(filter);
  const clear = (field: "entity" | "source") => {
    const cleared = without(filter, field);
    return { clearHref: feedHref(team, cleared), onClear: () => setFilter(cleared), onPrepare: AddList.prepare };
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
  const [isOpen, setIsOpen] = useState(false);
  // What was just set there stays open, so that more can be.
  if (!isOpen && filter.entity !== undefined && filter.source !== undefined) return null;
  return (
    <ChipPopover
      label="+ Filter"
      value={null}
      clearHref={feedHref(team, filter)}
      onClear={() => {}}
      onToggle={setIsOpen}
      onPrepare={AddList.prepare}
    >
      {() => <AddList {...props} />}
    </ChipPopover>
  );
}
