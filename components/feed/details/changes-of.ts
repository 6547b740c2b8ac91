import type { Activity } from "@/activity/activity";
import { isJsonObject, type Json } from "@/activity/json";

/** One field that an event changed. A side is undefined when the sender does not tell it. */
export interface FieldChange {
  field: string;
  from: Json | undefined;
  to: Json | undefined;
}

/** What senders call the value before and the one after. */
const SIDES = [
  ["from", "to"],
  ["old", "new"],
  ["before", "after"],
  ["previous", "current"],
  ["oldValue", "newValue"],
] as const;
/** Pairs beside other fields of the metadata, and what they are the change of. */
const FLAT = [
  ["from", "to", "value"],
  ["oldStatus", "newStatus", "status"],
  ["previous", "current", "value"],
] as const;
const MOST = 50;

/** The two sides of `{from, to}` and the like; null for anything else, such as a route's own `from` and `to` among more. */
function sidesOf(value: Json): Pick<FieldChange, "from" | "to"> | null {
  if (!isJsonObject(value)) return null;
  const keys = Object.keys(value);
  for (const [from, to] of SIDES) {
    if (keys.length > 0 && keys.every((key) => key === from || key === to)) return { from: value[from], to: value[to] };
  }
  return null;
}

function ofList(changes: Json[]): FieldChange[] {
  return changes.flatMap((change) => {
    if (!isJsonObject(change)) return [];
    const { field, name, key, ...rest } = change;
    const called = [field, name, key].find((one) => typeof one === "string");
    const sides = typeof called === "string" ? SIDES.find(([from, to]) => from in rest || to in rest) : undefined;
    if (typeof called !== "string" || sides === undefined) return [];
    return [{ field: called, from: rest[sides[0]], to: rest[sides[1]] }];
  });
}

/** `{title: {from, to}}`, `{title: ["old", "new"]}`, or `{title: "new"}`. */
function ofFields(changes: { [key: string]: Json }): FieldChange[] {
  return Object.entries(changes).map(([field, value]) => {
    const sides = sidesOf(value);
    if (sides !== null) return { field, ...sides };
    if (Array.isArray(value) && value.length === 2) return { field, from: value[0], to: value[1] };
    return { field, from: undefined, to: value };
  });
}

function ofFlat(metadata: { [key: string]: Json }, entityType: string): FieldChange[] {
  for (const [from, to, called] of FLAT) {
    const isPlain = [metadata[from], metadata[to]].every((side) => side === undefined || typeof side !== "object");
    if (!isPlain || metadata[from] === undefined || metadata[to] === undefined) continue;
    return [{ field: called === "value" ? entityType : called, from: metadata[from], to: metadata[to] }];
  }
  return [];
}

function allChanges({ metadata, eventType }: Pick<Activity, "metadata" | "eventType">): FieldChange[] {
  if (!isJsonObject(metadata)) return [];
  const { changes } = metadata;
  if (Array.isArray(changes)) return ofList(changes);
  if (isJsonObject(changes)) return ofFields(changes);
  const fields = Object.entries(metadata).flatMap(([field, value]) => {
    const sides = sidesOf(value);
    return sides === null ? [] : [{ field, ...sides }];
  });
  return fields.length > 0 ? fields : ofFlat(metadata, eventType.split(".").at(-2) ?? "value");
}

/** What an event changed, as its metadata tells it in any of the usual shapes; at most 50 fields, none that stayed the same. */
export function changesOf(activity: Pick<Activity, "metadata" | "eventType">): FieldChange[] {
  return allChanges(activity)
    .filter(({ from, to }) => JSON.stringify(from) !== JSON.stringify(to))
    .slice(0, MOST);
}

/** A side of a change in words; null for nothing. */
export function sayValue(value: Json | undefined): string | null {
  if (value === undefined || value === null || value === "") return null;
  if (typeof value === "string") return value;
  if (Array.isArray(value)) {
    const words = value.map(sayValue).filter((word) => word !== null);
    return words.length === 0 ? null : words.join(", ");
  }
  if (typeof value === "object") {
    const name = ["name", "title", "label", "value"].map((key) => value[key]).find((one) => typeof one === "string");
    return typeof name === "string" ? name : JSON.stringify(value);
  }
  return typeof value === "boolean" ? (value ? "yes" : "no") : String(value);
}

/** Two texts as what they share at both ends, and what differs between. Cuts between words. */
export interface TextChange {
  start: string;
  removed: string;
  added: string;
  end: string;
}

/** How a longer text changed: what is the same at its start and its end, and the middle before and after. */
export function changeOfText(from: string, to: string): TextChange {
  const [before, after] = [from.split(/(?<=\s)/), to.split(/(?<=\s)/)];
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  const middle = (words: string[]) => words.slice(head, words.length - tail).join("");
  return {
    start: before.slice(0, head).join(""),
    removed: middle(before),
    added: middle(after),
    end: before.slice(before.length - tail).join(""),
  };
}
