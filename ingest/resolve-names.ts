// Second step of capture: the posted actors and entities become ours, with their last known names.
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
import { newId } from "./new-id";

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

  get hasUnsaved(): boolean {
    return this.unsaved.size > 0;
  }

  /** Then: stores what is new; `save` gives what was known before. */
  async save(save: (unsaved: Given[]) => Promise<Known[]>, keyOf: (row: Given) => string): Promise<void> {
    if (!this.hasUnsaved) return;
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

const ofActor = (teamId: string, { source, key }: Pick<ActorNames, "source" | "key">) => `${teamId}\n${source}\n${key}`;
const ofEntity = (teamId: string, { source, type, key }: Pick<EntityNames, "source" | "type" | "key">) =>
  `${teamId}\n${source}\n${type}\n${key}`;

/** What an event says of its actor and entity, and under which keys they are known. */
interface Noted {
  actorKey: string;
  aboutActor: Partial<ActorNames>;
  entityKey: string;
  aboutEntity: Partial<EntityNames>;
}

/** The names of some events of one team, in order: noted at once, then saved where there is something new, then told. */
class EventNames {
  private readonly actors = new BatchNames<GivenActor, ActorNames>(cache.actors);
  private readonly entities = new BatchNames<EntityNames, EntityNames>(cache.entities);
  private readonly noted: Noted[];

  constructor(
    private readonly teamId: string,
    events: readonly ActivityEvent[],
  ) {
    this.noted = events.map((event) => this.note(event));
  }

  private note({ source = DEFAULT_SOURCE, actor, entity }: ActivityEvent): Noted {
    const actorKey = ofActor(this.teamId, { source, key: actor.id });
    const aboutActor = { name: actor.name, kind: actor.kind, avatarUrl: actor.avatarUrl };
    this.actors.note(
      actorKey,
      () => ({ id: newId(), source, key: actor.id, name: null, kind: null, avatarUrl: null }),
      aboutActor,
    );
    const entityKey = ofEntity(this.teamId, { source, type: entity.type, key: entity.id });
    const aboutEntity = { name: entity.name, reference: entity.reference, url: entity.url };
    this.entities.note(
      entityKey,
      () => ({ id: newId(), source, type: entity.type, key: entity.id, name: null, reference: null, url: null }),
      aboutEntity,
    );
    return { actorKey, aboutActor, entityKey, aboutEntity };
  }

  /** Everything is known already, and the events say nothing new. */
  get areKnown(): boolean {
    return !this.actors.hasUnsaved && !this.entities.hasUnsaved;
  }

  async save(db: Executor, commit: NamesCommit): Promise<void> {
    await this.actors.save(
      (unsaved) => saveActors(db, this.teamId, unsaved, commit),
      (row) => ofActor(this.teamId, row),
    );
    await this.entities.save(
      (unsaved) => saveEntities(db, this.teamId, unsaved, commit),
      (row) => ofEntity(this.teamId, row),
    );
  }

  tell(): ResolvedNames[] {
    return this.noted.map(({ actorKey, aboutActor, entityKey, aboutEntity }) => ({
      actor: this.actors.tell(actorKey, aboutActor),
      entity: this.entities.tell(entityKey, aboutEntity),
    }));
  }

  remember(): void {
    this.actors.remember();
    this.entities.remember();
  }
}

/** The names of events when all of them are known here and nothing new is said of them; else null, and the database must be asked. */
export function recallNames(teamId: string, events: readonly ActivityEvent[]): ResolvedNames[] | null {
  const names = new EventNames(teamId, events);
  return names.areKnown ? names.tell() : null;
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
  const names = new EventNames(teamId, events);
  await names.save(db, commit);
  const resolved = names.tell();
  // A caller's transaction is not committed yet: others must not refer to its rows, which may never come to be.
  if (commit === "lazily") names.remember();
  return resolved;
}

/** {@link resolveNames} for the events of several requests at once; gives each request's own. */
export async function resolveNamesOfEach(
  db: Executor,
  teamId: string,
  requests: readonly (readonly ActivityEvent[])[],
): Promise<ResolvedNames[][]> {
  const all = await resolveNames(db, teamId, requests.flat(), "lazily");
  let end = 0;
  return requests.map(({ length }) => {
    end += length;
    return all.slice(end - length, end);
  });
}
