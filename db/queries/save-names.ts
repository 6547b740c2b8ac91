import type { ActorKind } from "@/activity/event-schema";
import type { Executor } from "../drivers/driver";
import { FixedStatement } from "../fixed-statement";

/** The last known names of an actor; `key` is the source's own id. */
export interface ActorNames {
  id: string;
  source: string;
  key: string;
  name: string | null;
  kind: ActorKind;
  avatarUrl: string | null;
}

/** The last known names of an entity; `key` is the source's own id. */
export interface EntityNames {
  id: string;
  source: string;
  type: string;
  key: string;
  name: string | null;
  reference: string | null;
  url: string | null;
}

/** An actor as it was given: null where nothing was said. `id` counts when it is new. */
export type GivenActor = Omit<ActorNames, "kind"> & { kind: ActorKind | null };

/**
 * When the names must be safe on disk: `lazily` leaves it to the commit of the events that use them, which comes later in the
 * same log; only for a statement that is its own transaction. `with-caller`: when the transaction that this is part of commits.
 */
export type NamesCommit = "lazily" | "with-caller";

const SAVE_ACTORS = `SELECT id, source, key, name, kind, avatar_url AS "avatarUrl"
  FROM save_actors($1::uuid, $2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::boolean)`;
const SAVE_ENTITIES = `SELECT id, source, type, key, name, reference, url
  FROM save_entities($1::uuid, $2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::boolean)`;

/**
 * Inserts new actors and renames known ones, in the order of their keys so that two writers never lock each other out.
 * Gives each one's id that counts, with what was known of it before; of a new one nothing was.
 */
export async function saveActors(
  db: Executor,
  teamId: string,
  actors: GivenActor[],
  commit: NamesCommit = "with-caller",
): Promise<ActorNames[]> {
  const rows = actors.toSorted((a, b) => (a.source + a.key < b.source + b.key ? -1 : 1));
  const columns = (["id", "source", "key", "name", "kind", "avatarUrl"] as const).map((name) =>
    rows.map((row) => row[name]),
  );
  const statement = new FixedStatement(SAVE_ACTORS, [teamId, ...columns, commit === "lazily"]);
  return (await db.execute<ActorNames & Record<string, unknown>>(statement)).rows;
}

/** Inserts new entities and renames known ones, as {@link saveActors} does actors. */
export async function saveEntities(
  db: Executor,
  teamId: string,
  entities: EntityNames[],
  commit: NamesCommit = "with-caller",
): Promise<EntityNames[]> {
  const rows = entities.toSorted((a, b) => (a.source + a.type + a.key < b.source + b.type + b.key ? -1 : 1));
  const columns = (["id", "source", "type", "key", "name", "reference", "url"] as const).map((name) =>
    rows.map((row) => row[name]),
  );
  const statement = new FixedStatement(SAVE_ENTITIES, [teamId, ...columns, commit === "lazily"]);
  return (await db.execute<EntityNames & Record<string, unknown>>(statement)).rows;
}
