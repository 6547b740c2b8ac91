import type { Pool } from "pg";

/** The columns of the feed, as every side writes them; `seq` is numbered by each side in its own way. */
export const COLUMNS = [
  "team_id",
  "id",
  "event_type",
  '"group"',
  "actor_id",
  "actor_key",
  "actor_name",
  "actor_kind",
  "actor_avatar_url",
  '"timestamp"',
  "received_at",
  "entity_type",
  "entity_id",
  "entity_key",
  "entity_name",
  "entity_url",
  "entity_reference",
  "metadata",
  "message",
  "icon",
  "color",
  "is_important",
  "source",
  "search",
];

/** A table of the feed's definition, with all its indexes and foreign keys, and numbers from a sequence. */
export async function createTwin(pool: Pool, name: string): Promise<void> {
  await pool.query(`CREATE TABLE ${name} (LIKE activity_events INCLUDING ALL);
    CREATE SEQUENCE ${name}_seq OWNED BY ${name}.seq;
    ALTER TABLE ${name} ALTER COLUMN seq SET DEFAULT nextval('${name}_seq'),
      ADD FOREIGN KEY (team_id, actor_id) REFERENCES actors (team_id, id),
      ADD FOREIGN KEY (team_id, entity_id) REFERENCES entities (team_id, id)`);
}

/** Empties both tables and writes what is pending to disk, so that every repetition starts alike. */
export async function startAfresh(pool: Pool, twin: string): Promise<void> {
  await pool.query(`TRUNCATE activity_events, ${twin}`);
  await pool.query("CHECKPOINT");
}
