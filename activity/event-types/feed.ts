import { z } from "zod";
import type { EventType } from "./event-type";

const NOTE: EventType = {
  type: "note.posted",
  label: "Note",
  group: "user",
  icon: "message-square-text",
  color: "blue",
  message: "{actor} noted: {entity}",
  metadata: z.looseObject({ body: z.string().optional() }),
};

/** What members say in the feed besides comments and statuses, which have types of their own; null for other types. */
export function feedEventType(type: string): EventType | null {
  return type === NOTE.type ? NOTE : null;
}
