import { isJsonObject, type Json } from "./json";

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

function lookUp(name: string, values: TemplateValues): string | null {
  for (const alternative of name.split("|")) {
    const text = alternative.startsWith("metadata.")
      ? metadataText(values.metadata, alternative.slice("metadata.".length))
      : alternative === "actor" ||
          alternative === "entity" ||
          alternative === "reference" ||
          alternative === "entityType"
        ? values[alternative]
        : null;
    if (text !== null) return text;
  }
  return null;
}

/**
 * Fills a message template. `{a|b}` takes the first that is there; a part in `[brackets]` is left out when a name in it is missing.
 * Templates are plain text so that a team's own event types can be rows: "{actor} assigned {entity}[ to {metadata.assignee}]".
 */
export function renderTemplate(template: string, values: TemplateValues): string {
  const fill = (text: string): string | null => {
    let missing = false;
    const filled = text.replace(/\{([^{}]+)\}/g, (_, name: string) => {
      const value = lookUp(name, values);
      if (value === null) missing = true;
      return value ?? "";
    });
    return missing ? null : filled;
  };
  const parts = template.split(/(\[[^[\]]*\])/);
  return parts.map((part) => (part.startsWith("[") ? (fill(part.slice(1, -1)) ?? "") : (fill(part) ?? ""))).join("");
}
