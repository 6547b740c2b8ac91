import type { PostedEvent } from "../../support/api";
import type { FilterCase } from "../history";

/** No filter at all. */
export const EVERYTHING: FilterCase = { query: {}, matches: () => true };

const TYPES = ["task.created", "task.updated", "task.completed", "comment.added"];
const WORDS = ["heron", "otter", "lynx", "badger", "marten"];
const ACTORS = 8;

/** Filters of each sort: by type, by type with a wildcard, by actor, by search. {@link everyonesEvent} passes them all. */
export const FILTERS: readonly FilterCase[] = [
  { query: { type: "task.completed" }, matches: ({ eventType }) => eventType === "task.completed" },
  { query: { actorKey: "u_3" }, matches: ({ actorKey }) => actorKey === "u_3" },
  { query: { q: "heron" }, matches: ({ entityName }) => entityName.includes("heron") },
  {
    query: { type: "task.*", actorKey: "u_3,u_4" },
    matches: ({ eventType, actorKey }) => eventType.startsWith("task.") && /^u_[34]$/.test(actorKey),
  },
];

function pick<T>(values: readonly T[]): T {
  const value = values[Math.floor(Math.random() * values.length)];
  if (value === undefined) throw new Error("there is nothing to pick from");
  return value;
}

/** An event of a random type, actor and word that is known by `name`. */
export function randomEvent(name: string): PostedEvent {
  const actor = `u_${Math.floor(Math.random() * ACTORS)}`;
  return {
    eventType: pick(TYPES),
    actor: { id: actor, name: `Person ${actor.slice(2)}` },
    entity: { type: "task", id: name, name: `${pick(WORDS)} ${name}` },
  };
}

/** An event that every filter lets through: the last of a run, for which all readers wait. */
export function everyonesEvent(name: string): PostedEvent {
  return {
    eventType: "task.completed",
    actor: { id: "u_3", name: "Person 3" },
    entity: { type: "task", id: name, name: `heron ${name}` },
  };
}
