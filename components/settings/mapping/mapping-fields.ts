import type { GenericConfig } from "@/activity/generic/generic-config";

/** A template of a mapping that has an input of its own. */
export interface MappingField {
  /** Where it stands below `event`. */
  path: readonly [string] | readonly [string, string];
  label: string;
  placeholder: string;
  isWide?: boolean;
}

/** In the order in which one thinks of them; everything else is in the settings as JSON. */
export const MAPPING_FIELDS: readonly MappingField[] = [
  {
    path: ["message"],
    label: "Sentence",
    placeholder: "{$actor} closed {$entity}[ in {project.name}]",
    isWide: true,
  },
  { path: ["eventType"], label: "Event type", placeholder: '{type|"ticket.closed"}' },
  { path: ["timestamp"], label: "Time", placeholder: "{created_at}" },
  { path: ["actor", "name"], label: "Actor's name", placeholder: "{user.name|user.login}" },
  { path: ["actor", "id"], label: "Actor's id", placeholder: "{user.id}" },
  { path: ["entity", "name"], label: "Entity's name", placeholder: "{ticket.title}" },
  { path: ["entity", "id"], label: "Entity's id", placeholder: "{ticket.id}" },
  { path: ["entity", "type"], label: "Kind of entity", placeholder: "ticket" },
  { path: ["entity", "reference"], label: "Reference", placeholder: "#{ticket.number}" },
  { path: ["entity", "url"], label: "Link", placeholder: "{ticket.url}", isWide: true },
  { path: ["each"], label: "List of which each item is an activity", placeholder: "items", isWide: true },
];

function partOf(value: unknown, key: string): unknown {
  return typeof value === "object" && value !== null ? Object.getOwnPropertyDescriptor(value, key)?.value : undefined;
}

/** What a field holds; empty where nothing is set. */
export function fieldOf({ event }: GenericConfig, { path }: MappingField): string {
  const text = path.reduce<unknown>(partOf, event);
  return typeof text === "string" ? text : "";
}

/** The settings with another text in a field; an empty one unsets it. */
export function withField(config: GenericConfig, { path }: MappingField, text: string): GenericConfig {
  const set = (value: unknown, [key, ...rest]: readonly string[]): unknown => {
    if (key === undefined) return text === "" ? undefined : text;
    const object = typeof value === "object" && value !== null ? value : {};
    const entries = Object.entries({ ...object, [key]: set(partOf(object, key), rest) });
    const kept = entries.filter(([, part]) => part !== undefined);
    return kept.length === 0 ? undefined : Object.fromEntries(kept);
  };
  const { event: _before, ...rest } = config;
  const event = set(config.event, path) as GenericConfig["event"];
  return event === undefined ? rest : { ...rest, event };
}
