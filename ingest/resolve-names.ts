// Second step of capture: the posted actors and entities become ours, with their last known names.
import { v7 as uuidv7 } from "uuid";
import type { ActivityEvent } from "@/activity/event-schema";
import type { Executor } from "@/db/drivers/driver";
import { type ActorNames, type EntityNames, findActors, findEntities } from "@/db/queries/find-names";
import { saveActors, saveEntities } from "@/db/queries/save-names";
import { NameCache } from "./name-cache";

/** An event's actor and entity as they were known when it came. `actor.id` and `entity.id` exist in the database. */
export interface ResolvedNames {
  actor: ActorNames;
  entity: EntityNames;
}

/** Where an event says it comes from when it does not say. */
export const DEFAULT_SOURCE = "api";

const KEY = Symbol.for("las.names");
const globals = globalThis as { [KEY]?: { actors: NameCache<ActorNames>; entities: NameCache<EntityNames> } };
globals[KEY] ??= { actors: new NameCache(), entities: new NameCache() };
const cache = globals[KEY];

const actorKey = (teamId: string, row: Pick<ActorNames, "source" | "key">) => `${teamId}\n${row.source}\n${row.key}`;
const entityKey = (teamId: string, row: Pick<EntityNames, "source" | "type" | "key">) =>
  `${teamId}\n${row.source}\n${row.type}\n${row.key}`;

/** Forgets every name, for when ids they hold may be gone. */
export function forgetNames(): void {
  cache.actors.clear();
  cache.entities.clear();
}

/** One row's place while a batch is resolved: what is known so far, and whether that must be saved. */
interface Slot<T> {
  now: T;
  changed: boolean;
}

async function openSlots<T extends { id: string }>(
  wanted: Map<string, T>,
  known: NameCache<T>,
  find: (missing: T[]) => Promise<T[]>,
  keyOf: (row: T) => string,
): Promise<Map<string, Slot<T>>> {
  const slots = new Map<string, Slot<T>>();
  const missing: T[] = [];
  for (const [key, blank] of wanted) {
    const cached = known.get(key);
    if (cached === undefined) missing.push(blank);
    else slots.set(key, { now: cached, changed: false });
  }
  if (missing.length > 0) {
    for (const row of await find(missing)) slots.set(keyOf(row), { now: row, changed: false });
    for (const blank of missing) {
      const key = keyOf(blank);
      if (!slots.has(key)) slots.set(key, { now: blank, changed: true });
    }
  }
  return slots;
}

function learn<T extends object>(slot: Slot<T>, given: Partial<T>): T {
  const next = { ...slot.now };
  let differs = false;
  for (const field in given) {
    const value = given[field];
    if (value === undefined || value === slot.now[field]) continue;
    Object.assign(next, { [field]: value });
    differs = true;
  }
  if (differs) {
    slot.now = next;
    slot.changed = true;
  }
  return slot.now;
}

async function saveSlots<T extends { id: string }>(
  slots: Map<string, Slot<T>>,
  known: NameCache<T>,
  save: (changed: T[]) => Promise<T[]>,
  keyOf: (row: T) => string,
): Promise<Map<string, string>> {
  const changed = [...slots.values()].filter((slot) => slot.changed).map((slot) => slot.now);
  const ids = new Map<string, string>();
  if (changed.length > 0) for (const row of await save(changed)) ids.set(keyOf(row), row.id);
  for (const [key, slot] of slots) known.set(key, { ...slot.now, id: ids.get(key) ?? slot.now.id });
  return ids;
}

/**
 * Finds or makes the actors and entities of events, in order: a missing name is the last known one, also from an earlier event here.
 * Committed before the events are: a name without an event does no harm, an event without a name would.
 */
export async function resolveNames(
  db: Executor,
  teamId: string,
  events: readonly ActivityEvent[],
): Promise<ResolvedNames[]> {
  const actors = new Map<string, ActorNames>();
  const entities = new Map<string, EntityNames>();
  const keys = events.map((event) => {
    const source = event.source ?? DEFAULT_SOURCE;
    const actor = { source, key: event.actor.id };
    const entity = { source, type: event.entity.type, key: event.entity.id };
    const key = { actor: actorKey(teamId, actor), entity: entityKey(teamId, entity) };
    if (!actors.has(key.actor))
      actors.set(key.actor, { ...actor, id: uuidv7(), name: null, kind: "user", avatarUrl: null });
    if (!entities.has(key.entity))
      entities.set(key.entity, { ...entity, id: uuidv7(), name: null, reference: null, url: null });
    return key;
  });
  const ofActor = (row: Pick<ActorNames, "source" | "key">) => actorKey(teamId, row);
  const ofEntity = (row: Pick<EntityNames, "source" | "type" | "key">) => entityKey(teamId, row);
  const actorSlots = await openSlots(actors, cache.actors, (missing) => findActors(db, teamId, missing), ofActor);
  const entitySlots = await openSlots(
    entities,
    cache.entities,
    (missing) => findEntities(db, teamId, missing),
    ofEntity,
  );

  const resolved: ResolvedNames[] = [];
  for (const [place, event] of events.entries()) {
    const key = keys[place];
    const actor = key && actorSlots.get(key.actor);
    const entity = key && entitySlots.get(key.entity);
    if (!actor || !entity) throw new Error("an event lost its names");
    const { name, kind, avatarUrl } = event.actor;
    resolved.push({
      actor: learn(actor, { name, kind, avatarUrl }),
      entity: learn(entity, { name: event.entity.name, reference: event.entity.reference, url: event.entity.url }),
    });
  }

  const actorIds = await saveSlots(actorSlots, cache.actors, (changed) => saveActors(db, teamId, changed), ofActor);
  const entityIds = await saveSlots(
    entitySlots,
    cache.entities,
    (changed) => saveEntities(db, teamId, changed),
    ofEntity,
  );
  // Another server may have made the same row first: its id counts.
  return resolved.map(({ actor, entity }) => ({
    actor: { ...actor, id: actorIds.get(ofActor(actor)) ?? actor.id },
    entity: { ...entity, id: entityIds.get(ofEntity(entity)) ?? entity.id },
  }));
}
