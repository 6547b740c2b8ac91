import { createHash } from "node:crypto";
import type { ActivityEvent } from "@/activity/event-schema";
import { byteLength } from "@/activity/text";
import { cutLine, cutText, storable } from "./clean-text";
import { eventTime } from "./event-time";
import { fitMetadata } from "./fit-metadata";

/** Here both always have a name. */
export type Actor = ActivityEvent["actor"] & { name: string };
export type Entity = ActivityEvent["entity"] & { name: string };

/** What an event says, before its limits and its time are checked. */
export interface Draft {
  actor: Actor;
  /** The sentence after the actor's name: "pushed 7 commits to main in acme/web". Holds the entity's name. */
  predicate: string;
  entity: Entity;
  /** What the details show and the search finds; null and empty values are left out. */
  metadata?: Record<string, unknown>;
  /** When it happened, as the sender wrote it: ISO text or Unix seconds. Only a time that is truly this event's; else the time of receipt serves better. */
  happenedAt?: unknown;
  isImportant?: boolean;
}

/**
 * What an event says whose sender gives ids where names would be. It gets no sentence here: the type's template makes one when it is
 * stored, with the last known names, and its metadata holds what else the template names.
 */
export type NamelessDraft = Omit<Draft, "actor" | "entity" | "predicate"> & Pick<ActivityEvent, "actor" | "entity">;

const ID_BYTES = 256;
const NAME_BYTES = 512;
const URL_BYTES = 2_048;
/** Longest body of a comment, issue or release that is kept for searching, bytes. */
export const BODY_BYTES = 4_096;

/** An id from the parts that make it unique: joined as they are, or shortened by a hash when they are too long. */
export function stableId(...parts: string[]): string {
  const id = parts.join("");
  if (byteLength(id) <= ID_BYTES) return id;
  return `${cutText(id, 180)}~${createHash("sha256").update(id).digest("hex").slice(0, 32)}`;
}

type EntityParts = { reference?: string | null; url?: string | null };

/** An entity with the optional parts that are known; one without a name is for a {@link NamelessDraft}. */
export function entity(type: string, id: string, name: string, more?: EntityParts): Entity;
export function entity(type: string, id: string, name: string | null, more?: EntityParts): NamelessDraft["entity"];
export function entity(type: string, id: string, name: string | null, more: EntityParts = {}): NamelessDraft["entity"] {
  return {
    type: stableId(type),
    id: stableId(id),
    ...(name === null ? {} : { name: cutText(name, NAME_BYTES) }),
    ...(more.reference ? { reference: cutText(more.reference, NAME_BYTES) } : {}),
    ...(more.url && byteLength(more.url) <= URL_BYTES ? { url: more.url } : {}),
  };
}

type ActorParts = { kind?: Actor["kind"]; avatarUrl?: string | null };

/** An actor with the optional parts that are known; one without a name is for a {@link NamelessDraft}. */
export function actor(id: string, name: string, more?: ActorParts): Actor;
export function actor(id: string, name: string | null, more?: ActorParts): NamelessDraft["actor"];
export function actor(id: string, name: string | null, more: ActorParts = {}): NamelessDraft["actor"] {
  return {
    id: stableId(id),
    ...(name === null ? {} : { name: cutText(name, NAME_BYTES) }),
    // Of an id alone the last known kind holds.
    ...(name === null && more.kind === undefined ? {} : { kind: more.kind ?? "user" }),
    ...(more.avatarUrl ? { avatarUrl: more.avatarUrl } : {}),
  };
}

/** A sender's word for an event or action made fit for an event type: no blanks, no `.*` at its end; null when nothing is left. */
export function typeWord(value: string | null): string | null {
  if (value === null) return null;
  const word = storable(value.slice(0, 200))
    .replace(/[^\p{L}\p{N}_.-]+/gu, "_")
    .replace(/^[._]+|[._]+$/g, "");
  return word === "" ? null : Array.from(word).slice(0, 100).join("");
}

/** A draft as an event that passes `eventSchema`: `<provider>.<words>` is its type. */
export function toEvent(
  provider: string,
  words: readonly (string | null)[],
  draft: Draft | NamelessDraft,
  receivedAt: Date,
): ActivityEvent {
  const { timestamp, sentTimestamp } = eventTime(draft.happenedAt, receivedAt);
  const type = [provider, ...words.flatMap((word) => typeWord(word) ?? [])].join(".");
  return {
    eventType: cutText(type, ID_BYTES),
    ...(timestamp === undefined ? {} : { timestamp }),
    actor: draft.actor,
    entity: draft.entity,
    ...("predicate" in draft ? { message: `${draft.actor.name} ${cutLine(draft.predicate, 4_096) ?? ""}`.trim() } : {}),
    metadata: fitMetadata({ ...draft.metadata, sentTimestamp }),
    isImportant: draft.isImportant ?? false,
    source: provider,
  };
}
