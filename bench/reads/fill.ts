import type { Pool } from "pg";

/** The five teams, largest first: 60, 20, 10, 7 and 3 % of the rows. */
export const TEAMS = [1, 2, 3, 4, 5].map((n) => `00000000-0000-4000-8000-00000000000${n}`);
/** Largest share first; each next type is about as rare as its rank (Zipf). */
export const TYPES = [
  ..."task.updated github.push comment.added screenshot.captured github.pull_request.opened task.created".split(" "),
  ..."status.changed github.workflow_run.completed task.completed ocr.completed github.issues.opened".split(" "),
  ..."user.mentioned github.issue_comment.created task.assigned github.release.published".split(" "),
  ...Array.from({ length: 25 }, (_, n) => `integration.event_${n + 1}`),
];
export const ACTORS = 500;
export const ENTITIES = 20_000;

const uuid = (kind: string, rank: string) => `('${kind}0000000-0000-4000-8000-' || lpad(${rank}::text, 12, '0'))::uuid`;
/** The id of the actor or entity of a rank, 1 the most frequent. */
export const actorId = (rank: number) => `a0000000-0000-4000-8000-${String(rank).padStart(12, "0")}`;

/** A number of 0 to 1 that depends on the row and a salt only, so that every fill is the same. */
const chance = (salt: number) => `((hashint8extended(i, ${salt}) & 1048575)::float8 / 1048576)`;
/** A rank of 1 to `count`, rank r about as frequent as 1/r. */
const rank = (salt: number, count: number) => `floor(exp(${chance(salt)} * ln(${count + 1})))::int`;

/**
 * Rows over two years, in time order, three to an instant. Words: `everyword` in every row; `leftword` and `rightword` in a third each,
 * never together; `rareword` in one of 20,000; `oldword` in the oldest twentieth; `w1`…`w20000` by rank. The oldest tenth also
 * holds the type `import.finished`, the source `legacy` and the group `user`, which then stop.
 */
async function insertRows(pool: Pool, rows: number): Promise<void> {
  const words = Array.from({ length: 12 }, (_, n) => `'w' || ${rank(20 + n, 20_000)}`).join(" || ' ' || ");
  await pool.query(`
    INSERT INTO activity_events (team_id, id, seq, event_type, "group", actor_id, actor_key, actor_name, actor_kind, "timestamp", received_at,
      entity_type, entity_id, entity_key, entity_name, metadata, message, icon, color, is_important, source, search)
    SELECT team, gen_random_uuid(), row_number() OVER (PARTITION BY team ORDER BY i), type, grp, actor_id, 'u_' || actor, 'Person ' || actor, 'user', at, at,
      'task', entity_id, entity::text, 'Task ' || entity, jsonb_build_object('board', 'Docs', 'n', i), message, 'circle', 'gray', important, source,
      to_tsvector('simple', message) || array_to_tsvector(array_remove(ARRAY[
        ':b' || team || ':' || floor(extract(epoch FROM at) / 604800)::int, ':t' || type, ':g' || grp, ':a' || actor_id, ':ku_' || actor,
        ':etask:' || entity, ':s' || source, CASE WHEN important THEN ':i' END], NULL))
    FROM (
      SELECT i, team, at, actor, entity, ${uuid("a", "actor")} AS actor_id, ${uuid("e", "entity")} AS entity_id, important, old,
        CASE WHEN old AND ${chance(7)} < 0.1 THEN 'import.finished' ELSE (ARRAY['${TYPES.join("','")}'])[type] END AS type,
        CASE WHEN old AND ${chance(7)} < 0.1 THEN 'user' WHEN type <= 3 THEN 'task' WHEN type <= 6 THEN 'integration' ELSE 'system' END AS grp,
        CASE WHEN old AND ${chance(8)} < 0.1 THEN 'legacy' WHEN type % 3 = 2 THEN 'github' ELSE 'api' END AS source,
        'everyword ' || CASE i % 3 WHEN 0 THEN 'leftword ' WHEN 1 THEN 'rightword ' ELSE '' END ||
          CASE WHEN i % 20000 = 77 THEN 'rareword ' ELSE '' END || CASE WHEN i <= ${rows} / 20 THEN 'oldword ' ELSE '' END || ${words} AS message
      FROM (
        SELECT i, date_trunc('milliseconds', now()) - (${rows} - i / 3 * 3) * interval '730 days' / ${rows} AS at, i <= ${rows} / 10 AS old,
          ('00000000-0000-4000-8000-00000000000' || CASE WHEN ${chance(1)} < 0.6 THEN 1 WHEN ${chance(1)} < 0.8 THEN 2
            WHEN ${chance(1)} < 0.9 THEN 3 WHEN ${chance(1)} < 0.97 THEN 4 ELSE 5 END)::uuid AS team,
          ${rank(2, TYPES.length)} AS type, ${rank(3, ACTORS)} AS actor, ${rank(4, ENTITIES)} AS entity, ${chance(5)} < 0.02 AS important
        FROM generate_series(1, ${rows}::bigint) i
      ) a
    ) b`);
}

/** Empties the database and fills it with `rows` rows: indexes are dropped, built again behind the rows, and the table is vacuumed. */
export async function fill(pool: Pool, rows: number): Promise<void> {
  await pool.query("TRUNCATE teams, users CASCADE");
  for (const [n, team] of TEAMS.entries()) {
    await pool.query("INSERT INTO teams (id, slug, name) VALUES ($1, $2, $2)", [team, `team-${n + 1}`]);
    await pool.query(
      `INSERT INTO actors (team_id, id, source, key, name, kind) SELECT $1::uuid, ${uuid("a", "n")}, 'api', 'u_' || n, 'Person ' || n, 'user' FROM generate_series(1, ${ACTORS}) n`,
      [team],
    );
    await pool.query(
      `INSERT INTO entities (team_id, id, source, type, key, name) SELECT $1::uuid, ${uuid("e", "n")}, 'api', 'task', n::text, 'Task ' || n FROM generate_series(1, ${ENTITIES}) n`,
      [team],
    );
  }
  const { rows: indexes } = await pool.query<{ name: string; definition: string }>(`
    SELECT indexname AS name, indexdef AS definition FROM pg_indexes WHERE tablename = 'activity_events' AND indexname LIKE 'activity_events\\_%'
      AND indexname NOT IN (SELECT conname FROM pg_constraint)`);
  for (const { name } of indexes) await pool.query(`DROP INDEX "${name}"`);
  try {
    await insertRows(pool, rows);
  } finally {
    for (const { definition } of indexes) await pool.query(definition);
  }
  await pool.query(`INSERT INTO team_sequences (team_id, epoch, last_seq)
    SELECT t.id, 'bench', (SELECT coalesce(max(e.seq), 0) FROM activity_events e WHERE e.team_id = t.id) FROM teams t`);
  await pool.query("VACUUM ANALYZE");
}
