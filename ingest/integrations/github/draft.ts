import { createHash } from "node:crypto";
import type { ActivityEvent } from "@/activity/event-schema";
import { byteLength } from "@/activity/text";
import { cutText } from "../clean-text";
import type { Hook } from "./hook";

/** Here both always have a name. */
export type Actor = ActivityEvent["actor"] & { name: string };
export type Entity = ActivityEvent["entity"] & { name: string };

/** What an event says, before its limits and its time are checked. */
export interface Draft {
  /** Who did it; default: the sender. */
  actor?: Actor;
  /** The sentence after the actor's name: "pushed 7 commits to main in acme/web". Holds the entity's name. */
  predicate: string;
  entity: Entity;
  /** What the details show and the search finds; null and empty values are left out. */
  metadata?: Record<string, unknown>;
  /** When it happened, as GitHub wrote it. Only a time that is truly this event's; else the time of receipt serves better. */
  happenedAt?: unknown;
  isImportant?: boolean;
}

/** Describes one kind of event. */
export type Describe = (hook: Hook) => Draft;

const ID_BYTES = 256;
const URL_BYTES = 2_048;

/** An entity's id from the parts that make it unique: joined as they are, or shortened by a hash when they are too long. */
export function stableId(...parts: string[]): string {
  const id = parts.join("");
  if (byteLength(id) <= ID_BYTES) return id;
  return `${cutText(id, 180)}~${createHash("sha256").update(id).digest("hex").slice(0, 32)}`;
}

/** An entity with the optional parts that are known. */
export function entity(
  type: string,
  id: string,
  name: string,
  more: { reference?: string | null; url?: string | null } = {},
): Entity {
  return {
    type,
    id: stableId(id),
    name: cutText(name, 512),
    ...(more.reference ? { reference: cutText(more.reference, 512) } : {}),
    ...(more.url && byteLength(more.url) <= URL_BYTES ? { url: more.url } : {}),
  };
}
