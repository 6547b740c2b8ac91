import type { GenericMapping } from "@/activity/generic/mapping-schema";
import { parsePathReference, parseReference, type Reference, type ToldName } from "@/activity/generic/reference";
import { fillTemplate, parseTemplate } from "@/activity/parse-template";
import type { Delivery } from "../../integration-source";
import { cutLine } from "../../payload/clean-text";
import { Fields } from "../../payload/fields";
import { valueAt } from "../value-at";

/** What a mapping reads: one item of a payload, the whole of it, and the headers it came with. */
export interface Reading {
  delivery: Pick<Delivery, "header">;
  root: unknown;
  item: unknown;
}

/** What other fields of the same mapping came to. */
export type Told = Partial<Record<ToldName, string | null>>;

/** Reads a field; null when something that it needs is missing. */
type Read = (reading: Reading, told?: Told) => string | null;
export type ReadValue = (reading: Reading) => unknown;

const TEXT_BYTES = 512;
const FILLED_BYTES = 4_096;

function valueNamed(reference: Reference, { delivery, root, item }: Reading, told: Told): unknown {
  if (reference.kind === "header") return delivery.header(reference.name);
  if (reference.kind === "told") return told[reference.name];
  return valueAt(reference.from === "root" ? root : item, reference.keys);
}

/** A value within an address: percent-encoded but for its slashes, as paths are values too. */
function encoded(text: string): string {
  return encodeURIComponent(text).replaceAll("%2F", "/");
}

/** Takes a template apart and gives what fills it: one line, and null when nothing can be seen of it. */
export function compileTemplate(text: string, isUrl = false): Read {
  const template = parseTemplate(text);
  const references = new Map<string, Reference>();
  for (const name of template.names) {
    const reference = parseReference(name);
    if (typeof reference !== "string") references.set(name, reference);
  }
  return (reading, told = {}) => {
    const filled = fillTemplate(template, (name, isFirst) => {
      const reference = references.get(name);
      const value = reference === undefined ? null : valueNamed(reference, reading, told);
      const line = typeof value === "string" ? cutLine(value, TEXT_BYTES) : new Fields(value).text("");
      return line !== null && isUrl && !isFirst ? encoded(line) : line;
    });
    return filled === null ? null : cutLine(filled, FILLED_BYTES);
  };
}

/** Reads the value at a path of a mapping, whatever it is. */
export function compilePath(path: string): ReadValue {
  const reference = parsePathReference(path);
  return (reading) => (typeof reference === "string" ? undefined : valueNamed(reference, reading, {}));
}

const none: Read = () => null;
const read = (text: string | undefined, isUrl = false): Read =>
  text === undefined ? none : compileTemplate(text, isUrl);

/** A mapping whose templates and paths are taken apart, once for all deliveries. */
export interface CompiledMapping {
  each: ReadValue | null;
  eventType: Read;
  eventTypePrefix: string;
  actor: Record<"id" | "name" | "kind" | "avatarUrl", Read>;
  entity: Record<"type" | "id" | "name" | "reference" | "url", Read>;
  message: Read;
  messages: ReadonlyMap<string, Read>;
  timestamp: Read;
  /** Null when the team says nothing about it. */
  isImportant: ((reading: Reading) => boolean) | null;
  /** Null when all of the payload is kept. */
  metadata: { name: string | null; path: string; read: ReadValue }[] | null;
}

function compileConditions(conditions: GenericMapping["isImportant"]): CompiledMapping["isImportant"] {
  if (conditions === undefined) return null;
  const all = [conditions]
    .flat()
    .map(({ path, equals }) => ({ read: compilePath(path), equals: new Set<unknown>(equals) }));
  return (reading) => all.some(({ read: readValue, equals }) => equals.has(readValue(reading)));
}

/** Takes a mapping apart. It was checked when it was saved; what cannot be read all the same counts as missing. */
export function compileMapping(mapping: GenericMapping): CompiledMapping {
  const { each, eventType, eventTypePrefix = "", actor = {}, entity = {}, message, messages = {} } = mapping;
  return {
    each: each === undefined ? null : compilePath(each),
    eventType: read(eventType),
    eventTypePrefix,
    actor: {
      id: read(actor.id),
      name: read(actor.name),
      kind: read(actor.kind),
      avatarUrl: read(actor.avatarUrl, true),
    },
    entity: {
      type: read(entity.type),
      id: read(entity.id),
      name: read(entity.name),
      reference: read(entity.reference),
      url: read(entity.url, true),
    },
    message: read(message),
    messages: new Map(Object.entries(messages).map(([type, text]) => [type, compileTemplate(text)])),
    timestamp: read(mapping.timestamp),
    isImportant: compileConditions(mapping.isImportant),
    metadata:
      mapping.metadata?.map((kept) => {
        const path = typeof kept === "string" ? kept : kept.path;
        return { name: typeof kept === "string" ? null : kept.name, path, read: compilePath(path) };
      }) ?? null,
  };
}
