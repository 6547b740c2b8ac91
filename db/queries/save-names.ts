import { type SQL, sql } from "drizzle-orm";
import type { ActorKind } from "@/activity/event-schema";
import type { Executor } from "../drivers/driver";

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

function commitColumn(commit: NamesCommit): SQL {
  return commit === "lazily" ? sql`, set_config('synchronous_commit', 'off', true)` : sql``;
}

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
  const column = <T>(pick: (row: GivenActor) => T) => sql.param(rows.map(pick));
  const result = await db.execute<ActorNames & Record<string, unknown>>(sql`
    WITH given AS MATERIALIZED (
      SELECT * FROM unnest(${column((row) => row.id)}::uuid[], ${column((row) => row.source)}::text[], ${column((row) => row.key)}::text[],
        ${column((row) => row.name)}::text[], ${column((row) => row.kind)}::text[], ${column((row) => row.avatarUrl)}::text[])
        WITH ORDINALITY AS g(id, source, key, name, kind, avatar_url, o)
    ), known AS MATERIALIZED (
      SELECT a.* FROM given g JOIN actors a ON a.team_id = ${teamId}::uuid AND a.source = g.source AND a.key = g.key
    ), saved AS (
      INSERT INTO actors AS a (team_id, id, source, key, name, kind, avatar_url)
      SELECT ${teamId}::uuid, g.id, g.source, g.key, g.name, coalesce(g.kind, k.kind, 'user'), g.avatar_url
      FROM given g LEFT JOIN known k ON k.source = g.source AND k.key = g.key
      WHERE k.id IS NULL OR (k.name, k.kind, k.avatar_url)
        IS DISTINCT FROM (coalesce(g.name, k.name), coalesce(g.kind, k.kind), coalesce(g.avatar_url, k.avatar_url))
      ORDER BY g.o
      ON CONFLICT (team_id, source, key) DO UPDATE SET name = coalesce(excluded.name, a.name), kind = excluded.kind,
        avatar_url = coalesce(excluded.avatar_url, a.avatar_url)
      RETURNING a.id, a.source, a.key
    )
    SELECT a.*${commitColumn(commit)} FROM (
      SELECT k.id, k.source, k.key, k.name, k.kind, k.avatar_url AS "avatarUrl" FROM known k
      UNION ALL
      SELECT s.id, s.source, s.key, NULL, 'user', NULL FROM saved s WHERE NOT EXISTS (SELECT 1 FROM known k WHERE k.id = s.id)) a`);
  return result.rows;
}

/** Inserts new entities and renames known ones, as {@link saveActors} does actors. */
export async function saveEntities(
  db: Executor,
  teamId: string,
  entities: EntityNames[],
  commit: NamesCommit = "with-caller",
): Promise<EntityNames[]> {
  const rows = entities.toSorted((a, b) => (a.source + a.type + a.key < b.source + b.type + b.key ? -1 : 1));
  const column = <T>(pick: (row: EntityNames) => T) => sql.param(rows.map(pick));
  const result = await db.execute<EntityNames & Record<string, unknown>>(sql`
    WITH given AS MATERIALIZED (
      SELECT * FROM unnest(${column((row) => row.id)}::uuid[], ${column((row) => row.source)}::text[], ${column((row) => row.type)}::text[],
        ${column((row) => row.key)}::text[], ${column((row) => row.name)}::text[], ${column((row) => row.reference)}::text[],
        ${column((row) => row.url)}::text[]) WITH ORDINALITY AS g(id, source, type, key, name, reference, url, o)
    ), known AS MATERIALIZED (
      SELECT e.* FROM given g
      JOIN entities e ON e.team_id = ${teamId}::uuid AND e.source = g.source AND e.type = g.type AND e.key = g.key
    ), saved AS (
      INSERT INTO entities AS e (team_id, id, source, type, key, name, reference, url)
      SELECT ${teamId}::uuid, g.id, g.source, g.type, g.key, g.name, g.reference, g.url
      FROM given g LEFT JOIN known k ON k.source = g.source AND k.type = g.type AND k.key = g.key
      WHERE k.id IS NULL OR (k.name, k.reference, k.url)
        IS DISTINCT FROM (coalesce(g.name, k.name), coalesce(g.reference, k.reference), coalesce(g.url, k.url))
      ORDER BY g.o
      ON CONFLICT (team_id, source, type, key) DO UPDATE SET name = coalesce(excluded.name, e.name),
        reference = coalesce(excluded.reference, e.reference), url = coalesce(excluded.url, e.url)
      RETURNING e.id, e.source, e.type, e.key
    )
    SELECT e.*${commitColumn(commit)} FROM (
      SELECT k.id, k.source, k.type, k.key, k.name, k.reference, k.url FROM known k
      UNION ALL
      SELECT s.id, s.source, s.type, s.key, NULL, NULL, NULL FROM saved s
      WHERE NOT EXISTS (SELECT 1 FROM known k WHERE k.id = s.id)) e`);
  return result.rows;
}
