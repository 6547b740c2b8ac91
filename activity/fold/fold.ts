import type { z } from "zod";
import type { ActorKind } from "../kinds";
import type { foldSchema } from "./fold-schema";

/** A fold never spans more than this: its events lie within one hour of UTC, whatever order they came in. */
export const FOLD_MS = 3_600_000;
/** Into how many equal parts of its hour a fold counts its events. */
export const RATE_PARTS = 20;

/** Types by which people say something: these are read one by one. The same expression for JavaScript and Postgres. */
export const TALK = "comment|mention|message|review|note|reply|replied|discussion|thread";
const talk = new RegExp(TALK);

/** Counts of similar events. Joining is associative and commutative, so whoever counts them, in whatever order, comes to the same. */
export type Fold = z.infer<typeof foldSchema>;

/** What of an event decides where it is folded. `timestamp`: ISO 8601 in UTC, milliseconds. */
export interface Foldable {
  seq: number;
  timestamp: string;
  source: string;
  eventType: string;
  entityId: string;
  actorId: string;
  actorKind: ActorKind;
  isImportant: boolean;
}

type Kin = Pick<Fold, "kind" | "source" | "eventType" | "entityId" | "actorId">;

/** As many characters of a time say its hour: a storm is asked for the same few again and again. */
const HOUR = "2026-11-23T09".length;
const MOST_HOURS = 10_000;
const hours = new Map<string, number>();

/** Which hour a time lies in, counted from 1970. Texts as in {@link Foldable}. */
export function hourOf(timestamp: string | number): number {
  if (typeof timestamp === "number") return Math.floor(timestamp / FOLD_MS);
  const start = timestamp.slice(0, HOUR);
  let hour = hours.get(start);
  if (hour === undefined) {
    hour = Math.floor(Date.parse(timestamp) / FOLD_MS);
    if (hours.size >= MOST_HOURS) hours.clear();
    hours.set(start, hour);
  }
  return hour;
}

function keyOf(hour: number, kin: Kin, seq: number): string {
  if (kin.kind === "single") return `${hour}.${seq}`;
  return JSON.stringify([hour, kin.source, kin.eventType, kin.entityId, kin.actorId]);
}

function kindOf({ actorKind, eventType }: Pick<Foldable, "actorKind" | "eventType">): Fold["kind"] {
  if (actorKind !== "user") return "machine";
  return talk.test(eventType) ? "single" : "person";
}

/** An event as a fold of one: by source, type and entity; a person's by the person too. */
export function foldOf(event: Foldable): Fold {
  const kind = kindOf(event);
  const kin = {
    kind,
    source: event.source,
    eventType: event.eventType,
    entityId: event.entityId,
    actorId: kind === "machine" ? null : event.actorId,
  };
  const part = Math.floor((Date.parse(event.timestamp) % FOLD_MS) / (FOLD_MS / RATE_PARTS));
  return {
    key: keyOf(hourOf(event.timestamp), kin, event.seq),
    seq: event.seq,
    ...kin,
    count: 1,
    important: event.isImportant ? 1 : 0,
    first: event.timestamp,
    last: event.timestamp,
    rate: Array.from({ length: part + 1 }, (_, index) => (index === part ? 1 : 0)),
  };
}

/** The machine events of a source in one hour, whatever they are about. */
export function ofSource(fold: Fold): Fold {
  const kin = { kind: fold.kind, source: fold.source, eventType: null, entityId: null, actorId: null };
  return { ...fold, ...kin, key: keyOf(hourOf(fold.last), kin, fold.seq) };
}

/** Adds to `sum` the counts of a disjoint part of the same fold. */
export function addFold(sum: Fold, part: Fold): void {
  if (sum.last === part.last ? sum.seq < part.seq : sum.last < part.last) {
    sum.last = part.last;
    sum.seq = part.seq;
  }
  if (part.first < sum.first) sum.first = part.first;
  sum.count += part.count;
  sum.important += part.important;
  for (const [index, count] of part.rate.entries()) sum.rate[index] = (sum.rate[index] ?? 0) + count;
}

/** Counts of two disjoint parts of one fold, together. */
export function joinFolds(a: Fold, b: Fold): Fold {
  const sum = { ...a, rate: [...a.rate] };
  addFold(sum, b);
  return sum;
}
