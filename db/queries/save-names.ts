import { sql } from "drizzle-orm";
import type { Executor } from "../drivers/driver";
import type { ActorNames, EntityNames } from "./find-names";

/** Inserts or renames actors, sorted so that two writers never lock each other out. Gives the ids that count: another may have been first. */
export async function saveActors(db: Executor, teamId: string, actors: ActorNames[]): Promise<ActorNames[]> {
  const rows = actors.toSorted((a, b) => (a.source + a.key < b.source + b.key ? -1 : 1));
  const column = <T>(pick: (row: ActorNames) => T) => sql.param(rows.map(pick));
  const result = await db.execute<ActorNames & Record<string, unknown>>(sql`
    INSERT INTO actors AS a (team_id, id, source, key, name, kind, avatar_url)
    SELECT ${teamId}::uuid, i.* FROM unnest(${column((row) => row.id)}::uuid[], ${column((row) => row.source)}::text[],
      ${column((row) => row.key)}::text[], ${column((row) => row.name)}::text[], ${column((row) => row.kind)}::text[],
      ${column((row) => row.avatarUrl)}::text[]) i
    ON CONFLICT (team_id, source, key) DO UPDATE SET name = coalesce(excluded.name, a.name), kind = excluded.kind,
      avatar_url = coalesce(excluded.avatar_url, a.avatar_url)
    RETURNING a.id, a.source, a.key, a.name, a.kind, a.avatar_url AS "avatarUrl"`);
  return result.rows;
}

/** Inserts or renames entities, as {@link saveActors} does actors. */
export async function saveEntities(db: Executor, teamId: string, entities: EntityNames[]): Promise<EntityNames[]> {
  const rows = entities.toSorted((a, b) => (a.source + a.type + a.key < b.source + b.type + b.key ? -1 : 1));
  const column = <T>(pick: (row: EntityNames) => T) => sql.param(rows.map(pick));
  const result = await db.execute<EntityNames & Record<string, unknown>>(sql`
    INSERT INTO entities AS e (team_id, id, source, type, key, name, reference, url)
    SELECT ${teamId}::uuid, i.* FROM unnest(${column((row) => row.id)}::uuid[], ${column((row) => row.source)}::text[],
      ${column((row) => row.type)}::text[], ${column((row) => row.key)}::text[], ${column((row) => row.name)}::text[],
      ${column((row) => row.reference)}::text[], ${column((row) => row.url)}::text[]) i
    ON CONFLICT (team_id, source, type, key) DO UPDATE SET name = coalesce(excluded.name, e.name),
      reference = coalesce(excluded.reference, e.reference), url = coalesce(excluded.url, e.url)
    RETURNING e.id, e.source, e.type, e.key, e.name, e.reference, e.url`);
  return result.rows;
}
