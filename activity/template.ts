import { isJsonObject, type Json } from "./json";
import { fillSegment, type LookUp, parseTemplate, type Template } from "./parse-template";

/** What a message template can name: `{actor}`, `{entity}`, `{reference}`, `{entityType}` and `{metadata.a.b}`. */
export interface TemplateValues {
  actor: string;
  entity: string;
  reference: string | null;
  entityType: string;
  metadata: Json;
}

/** A text or number at a dotted path of the metadata; null when it is missing, blank, or not plain. */
export function metadataText(metadata: Json, path: string): string | null {
  let value: Json | undefined = metadata;
  for (const key of path.split(".")) {
    if (!isJsonObject(value) || !Object.hasOwn(value, key)) return null;
    value = value[key];
  }
  if (typeof value === "number") return String(value);
  if (typeof value !== "string") return null;
  const text = value.replace(/\s+/g, " ").trim();
  return text === "" ? null : text.length > 200 ? `${text.slice(0, 199)}…` : text;
}

function lookUpValue(name: string, values: TemplateValues): string | null {
  if (name.startsWith("metadata.")) return metadataText(values.metadata, name.slice("metadata.".length));
  return name === "actor" || name === "entity" || name === "reference" || name === "entityType" ? values[name] : null;
}

const MOST_KEPT = 500;
const kept = new Map<string, Template>();

/** A template taken apart, for as long as there are few: unknown event types have templates of their own. */
function parsed(text: string): Template {
  let template = kept.get(text);
  if (template === undefined) {
    if (kept.size >= MOST_KEPT) kept.clear();
    template = parseTemplate(text);
    kept.set(text, template);
  }
  return template;
}

/**
 * Fills a message template. `{a|b}` takes the first that is there; a part in `[brackets]` is left out when a name in it is missing.
 * Templates are plain text so that a team's own event types can be rows: "{actor} assigned {entity}[ to {metadata.assignee}]".
 */
export function renderTemplate(template: string, values: TemplateValues): string {
  const lookUp: LookUp = (name) => lookUpValue(name, values);
  return parsed(template)
    .segments.map((segment) => fillSegment(segment, lookUp, false) ?? "")
    .join("");
}
