import { typeWord } from "../../payload/draft";
import { Fields } from "../../payload/fields";
import { words } from "../../payload/past-tense";
import type { CompiledMapping, Reading } from "./compile-mapping";

const TYPES = ["type", "event", "event_type", "eventType", "event_name", "eventName", "topic"];

/** What senders commonly call the event, with its action where that stands by itself. */
function guessType(payload: Fields): string {
  const base = payload.text(...TYPES);
  const action = payload.text("action");
  if (base === null || action === null || base.includes(".")) return base ?? action ?? "event";
  return `${base}.${action}`;
}

/** The sender's own name of the event. */
export function eventWord(mapping: CompiledMapping, reading: Reading): string {
  const word = mapping.eventType(reading) ?? guessType(new Fields(reading.item));
  const { eventTypePrefix: prefix } = mapping;
  return word.startsWith(prefix) && word.length > prefix.length ? word.slice(prefix.length) : word;
}

/** The same as a part of an event type: `orders/create` and `run:errored` get dots, and what is all capitals small letters. */
export function typeOf(word: string): string {
  const parts = word.split(/[./:]+/).map((part) => (part === part.toUpperCase() ? part.toLowerCase() : part));
  return typeWord(parts.join(".")) ?? "event";
}

function singular(word: string): string {
  if (/(ss|us|is)$/.test(word)) return word;
  return word
    .replace(/ies$/, "y")
    .replace(/(ss|x|ch|sh)es$/, "$1")
    .replace(/s$/, "");
}

/** What kind of thing a type is about and what was done to it: `orders.create`, `payment_failed`, `issueClosed`. */
export function readType(type: string): { kind: string | null; action: string | null } {
  const [first = "", ...rest] = words(type).toLowerCase().split(" ");
  const action = rest.length === 0 ? null : rest.join(" ");
  // An action alone says nothing of the thing.
  if (action === null && /..ed$|^(create|update|delete|remove|add|open|close)$/.test(first))
    return { kind: null, action: first };
  const dot = type.indexOf(".");
  if (dot < 0) return { kind: singular(first) || null, action };
  const kind = words(type.slice(0, dot)).toLowerCase();
  return { kind: singular(kind) || null, action: words(type.slice(dot + 1)).toLowerCase() || null };
}
