import { GROUPS } from "./kinds";
import { isLonger, unstorable } from "./text";

/** Values of one field: a row matches when it is one of `any` (if there are any) and none of `not`. */
export interface Values {
  any: string[];
  not: string[];
}

/** The filter of page, stream, export and API: fields are ANDed, values of a field ORed. Absent fields do not filter. */
export interface Filter {
  /** Event types; a trailing `.*` means every type below, `task.*`. */
  type?: Values;
  group?: Values;
  /** Our actor ids (UUID, lower case). */
  actor?: Values;
  /** Actor ids as they were posted. */
  actorKey?: Values;
  /** `type:id` as they were posted; see {@link formatEntity}. */
  entity?: Values;
  source?: Values;
  /** ISO instant, inclusive. */
  from?: string;
  /** ISO instant, exclusive. */
  to?: string;
  /** Full-text search, websearch syntax. */
  q?: string;
  important?: true;
}

export const VALUE_FIELDS = ["type", "group", "actor", "actorKey", "entity", "source"] as const;
export type ValueField = (typeof VALUE_FIELDS)[number];
/** Every query parameter of the filter, in the order they are written. */
export const FILTER_FIELDS = [...VALUE_FIELDS, "from", "to", "q", "important"] as const;

/** The most values of one field. */
export const MAX_VALUES = 50;
const VALUE_BYTES = 520;
export const QUERY_BYTES = 1_000;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/i;

/** A value of the `entity` field. Colons of the type are percent-encoded, so the first colon always divides. */
export function formatEntity(type: string, id: string): string {
  return `${type.replaceAll("%", "%25").replaceAll(":", "%3A")}:${id}`;
}

/** The posted entity type and id of a value of the `entity` field; null when it has no colon. */
export function parseEntity(value: string): { type: string; id: string } | null {
  const colon = value.indexOf(":");
  if (colon < 1 || colon === value.length - 1) return null;
  return { type: value.slice(0, colon).replaceAll("%3A", ":").replaceAll("%25", "%"), id: value.slice(colon + 1) };
}

function encodeValue(value: string): string {
  return value.replaceAll("%", "%25").replaceAll(",", "%2C").replace(/^-/, "%2D");
}

function decodeValue(text: string): string {
  return text.replace(/%(25|2C|2D)/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/** Why a value cannot stand in a field, or null. */
export function valueFault(field: ValueField, value: string): string | null {
  const text = unstorable(value);
  if (text !== null) return text;
  if (isLonger(value, VALUE_BYTES)) return `must be at most ${VALUE_BYTES} bytes`;
  if (field === "group" && !GROUPS.some((group) => group === value)) return `must be one of ${GROUPS.join(", ")}`;
  if (field === "actor" && !UUID.test(value)) return "must be a UUID";
  if (field === "entity" && parseEntity(value) === null) return "must be type:id";
  if (field === "type" && (value === ".*" || value === "*")) return "must name a type before .*";
  return null;
}

/** Called for each part of a filter that cannot be used; the part is then dropped. */
export type FilterFault = (field: (typeof FILTER_FIELDS)[number], message: string) => void;

function parseValues(field: ValueField, text: string, fault: FilterFault): Values | undefined {
  const any = new Set<string>();
  const not = new Set<string>();
  for (const part of text.split(",")) {
    const exclude = part.startsWith("-");
    const raw = decodeValue(exclude ? part.slice(1) : part);
    if (raw === "") {
      if (text !== "") fault(field, "must not hold an empty value");
      continue;
    }
    const value = field === "actor" ? raw.toLowerCase() : raw;
    const wrong = valueFault(field, value);
    if (wrong !== null) fault(field, wrong);
    else if (any.size + not.size >= MAX_VALUES) fault(field, `must hold at most ${MAX_VALUES} values`);
    else (exclude ? not : any).add(value);
  }
  return any.size + not.size === 0 ? undefined : { any: [...any], not: [...not] };
}

/** An ISO 8601 instant with an offset in UTC, milliseconds; undefined, and a fault, for anything else. */
export function parseInstant(field: "from" | "to", text: string, fault: FilterFault): string | undefined {
  const at = INSTANT.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(at) || at < -62_135_596_800_000 || at > 253_402_300_799_999) {
    fault(field, "must be an ISO 8601 instant with an offset, such as 2026-11-23T00:00:00Z");
    return undefined;
  }
  return new Date(at).toISOString();
}

/**
 * Reads the filter of a URL. A part that cannot be used goes to `fault` and is dropped: a page ignores it, the API throws.
 * A parameter given twice counts as one list. Parameters that are not the filter's are left alone.
 */
export function parseFilter(params: URLSearchParams, fault: FilterFault = () => {}): Filter {
  const filter: Filter = {};
  for (const field of VALUE_FIELDS) {
    const values = parseValues(field, params.getAll(field).join(","), fault);
    if (values !== undefined) filter[field] = values;
  }
  for (const field of ["from", "to"] as const) {
    const text = params.get(field);
    const instant = text ? parseInstant(field, text, fault) : undefined;
    if (instant !== undefined) filter[field] = instant;
  }
  const q = params.get("q");
  if (q) {
    const wrong = unstorable(q) ?? (isLonger(q, QUERY_BYTES) ? `must be at most ${QUERY_BYTES} bytes` : null);
    if (wrong !== null) fault("q", wrong);
    else if (q.trim() !== "") filter.q = q;
  }
  const important = params.get("important");
  if (important === "1") filter.important = true;
  else if (important) fault("important", "must be 1");
  return filter;
}

/** Writes a filter as query parameters, defaults left out; `parseFilter` gives the same filter back. */
export function serializeFilter(filter: Filter): URLSearchParams {
  const params = new URLSearchParams();
  for (const field of VALUE_FIELDS) {
    const values = filter[field];
    if (values === undefined) continue;
    const parts = [...values.any.map(encodeValue), ...values.not.map((value) => `-${encodeValue(value)}`)];
    if (parts.length > 0) params.set(field, parts.join(","));
  }
  if (filter.from !== undefined) params.set("from", filter.from);
  if (filter.to !== undefined) params.set("to", filter.to);
  if (filter.q !== undefined) params.set("q", filter.q);
  if (filter.important) params.set("important", "1");
  return params;
}

/** True when the filter lets everything through. */
export function isEmptyFilter(filter: Filter): boolean {
  return FILTER_FIELDS.every((field) => filter[field] === undefined);
}
