import { sql } from "drizzle-orm";
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

/** The actors that are known among the given (source, key) pairs. */
export async function findActors(
  db: Executor,
  teamId: string,
  wanted: Pick<ActorNames, "source" | "key">[],
): Promise<ActorNames[]> {
  const result = await db.execute<ActorNames & Record<string, unknown>>(sql`
    SELECT a.id, a.source, a.key, a.name, a.kind, a.avatar_url AS "avatarUrl"
    FROM unnest(${sql.param(wanted.map(({ source }) => source))}::text[], ${sql.param(wanted.map(({ key }) => key))}::text[]) w(source, key)
    JOIN actors a ON a.team_id = ${teamId} AND a.source = w.source AND a.key = w.key`);
  return result.rows;
}

/** The entities that are known among the given (source, type, key) triples. */
export async function findEntities(
  db: Executor,
  teamId: string,
  wanted: Pick<EntityNames, "source" | "type" | "key">[],
): Promise<EntityNames[]> {
  const result = await db.execute<EntityNames & Record<string, unknown>>(sql`
    SELECT e.id, e.source, e.type, e.key, e.name, e.reference, e.url
    FROM unnest(${sql.param(wanted.map(({ source }) => source))}::text[], ${sql.param(wanted.map(({ type }) => type))}::text[],
      ${sql.param(wanted.map(({ key }) => key))}::text[]) w(source, type, key)
    JOIN entities e ON e.team_id = ${teamId} AND e.source = w.source AND e.type = w.type AND e.key = w.key`);
  return result.rows;
}
