// Second step of capture: the posted actors and entities become ours, with their last known names.
import { v7 as uuidv7 } from "uuid";
import type { ActivityEvent } from "@/activity/event-schema";
import type { Executor } from "@/db/drivers/driver";
import {
  type ActorNames,
  type EntityNames,
  type GivenActor,
  type NamesCommit,
  saveActors,
  saveEntities,
} from "@/db/queries/save-names";
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

/** Forgets every name, for when ids they hold may be gone. */
export function forgetNames(): void {
  cache.actors.clear();
  cache.entities.clear();
}

/** A row with what an event says of it; the same row when that is nothing new. */
function learn<T extends object>(row: T, said: Partial<T>): T {
  let learned = row;
  for (const field in said) {
    const value = said[field];
    if (value !== undefined && value !== row[field]) learned = { ...learned, [field]: value };
  }
  return learned;
}

/** The distinct actors, or entities, of a batch: what was known of each, and what its events say. */
class BatchNames<Given extends object, Known extends Given> {
  private readonly known = new Map<string, Known>();
  /** Those that are not known, or known otherwise, as the last event leaves them. */
  private readonly unsaved = new Map<string, Given>();

  constructor(private readonly cache: NameCache<Known>) {}

  /** First, for each event in order: what it says. `blank` makes the row of one that nobody knows. */
  note(key: string, blank: () => Given, said: Partial<Given>): void {
    const cached = this.known.get(key) ?? this.cache.get(key);
    if (cached !== undefined) this.known.set(key, cached);
    const before = this.unsaved.get(key) ?? cached;
    const after = learn(before ?? blank(), said);
    if (after !== before) this.unsaved.set(key, after);
  }

  /** Then: stores what is new; `save` gives what was known before. */
  async save(save: (unsaved: Given[]) => Promise<Known[]>, keyOf: (row: Given) => string): Promise<void> {
    if (this.unsaved.size === 0) return;
    for (const row of await save([...this.unsaved.values()])) this.known.set(keyOf(row), row);
  }

  /** Last, for each event in order: what is known when it happens; the events after it know what it says. */
  tell(key: string, said: Partial<Known>): Known {
    const before = this.known.get(key);
    if (before === undefined) throw new Error("an event lost its names");
    const after = learn(before, said);
    if (after !== before) this.known.set(key, after);
    return after;
  }

  /** Keeps what was saved for the next batches; what came from the cache grows old there. */
  remember(): void {
    for (const key of this.unsaved.keys()) {
      const row = this.known.get(key);
      if (row !== undefined) this.cache.set(key, row);
    }
  }
}

/**
 * Finds or makes the actors and entities of events, in order: a missing name is the last known one, also from an earlier event here.
 * Committed before the events are: a name without an event does no harm, an event without a name would.
 */
export async function resolveNames(
  db: Executor,
  teamId: string,
  events: readonly ActivityEvent[],
  commit: NamesCommit,
): Promise<ResolvedNames[]> {
  const actors = new BatchNames<GivenActor, ActorNames>(cache.actors);
  const entities = new BatchNames<EntityNames, EntityNames>(cache.entities);
  const ofActor = ({ source, key }: Pick<ActorNames, "source" | "key">) => `${teamId}\n${source}\n${key}`;
  const ofEntity = ({ source, type, key }: Pick<EntityNames, "source" | "type" | "key">) =>
    `${teamId}\n${source}\n${type}\n${key}`;

  const noted = events.map(({ source = DEFAULT_SOURCE, actor, entity }) => {
    const actorKey = ofActor({ source, key: actor.id });
    const aboutActor = { name: actor.name, kind: actor.kind, avatarUrl: actor.avatarUrl };
    actors.note(
      actorKey,
      () => ({ id: uuidv7(), source, key: actor.id, name: null, kind: null, avatarUrl: null }),
      aboutActor,
    );
    const entityKey = ofEntity({ source, type: entity.type, key: entity.id });
    const aboutEntity = { name: entity.name, reference: entity.reference, url: entity.url };
    entities.note(
      entityKey,
      () => ({ id: uuidv7(), source, type: entity.type, key: entity.id, name: null, reference: null, url: null }),
      aboutEntity,
    );
    return { actorKey, aboutActor, entityKey, aboutEntity };
  });

  await actors.save((unsaved) => saveActors(db, teamId, unsaved, commit), ofActor);
  await entities.save((unsaved) => saveEntities(db, teamId, unsaved, commit), ofEntity);
  const resolved = noted.map(({ actorKey, aboutActor, entityKey, aboutEntity }) => ({
    actor: actors.tell(actorKey, aboutActor),
    entity: entities.tell(entityKey, aboutEntity),
  }));
  // A caller's transaction is not committed yet: others must not refer to its rows, which may never come to be.
  if (commit === "lazily") {
    actors.remember();
    entities.remember();
  }
  return resolved;
}
