import { z } from "zod";
import type { Json } from "../json";
import type { EventType } from "./event-type";
import { genericEventType } from "./generic";
import { LOOKS, type Look } from "./looks";

/** What one of a source's events is called and looks like. */
export interface SourceType extends Look {
  label: string;
  look?: (metadata: Json) => Look | null;
  /** The sentence of events whose sender gives ids for names, as a template; the others bring their own. */
  message?: string;
}

function sentenceCase(text: string): string {
  const words = text.replace(/[._-]+/g, " ").trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/**
 * The looks of `<prefix>.<event>[.<action>]`: of that action, else of its event, else the source's own. Gives null for other types.
 * Who sends the webhook writes its sentence; the template serves those that cannot, and events that were posted by hand.
 */
export function describeSourceTypes(
  prefix: string,
  types: ReadonlyMap<string, SourceType>,
  fallback: Look & Pick<SourceType, "message"> = LOOKS.generic,
): (type: string) => EventType | null {
  const start = `${prefix}.`;
  return (type) => {
    if (!type.startsWith(start) || type.length === start.length) return null;
    const name = type.slice(start.length);
    const dot = name.indexOf(".");
    const event = dot < 0 ? name : name.slice(0, dot);
    const action = dot < 0 ? "" : name.slice(dot + 1);
    const exact = types.get(name);
    const found = exact ?? types.get(event) ?? { label: sentenceCase(event), ...fallback };
    const ending = action === "" ? "" : ` ${action.replace(/[._-]+/g, " ")}`;
    return {
      type,
      label: exact ? exact.label : `${found.label}${ending}`.trim(),
      group: "integration",
      icon: found.icon,
      color: found.color,
      message: found.message ?? genericEventType(name, "integration").message,
      ...(found.look ? { look: found.look } : {}),
      metadata: z.looseObject({ body: z.string().optional() }),
    };
  };
}
