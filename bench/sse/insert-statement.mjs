/**
 * What a request of the plain servers commits: the posted activity as a row of a table of the feed's definition, with all its
 * indexes, and its notification. $1: the team, $2: a stored activity as JSON.
 */
export const INSERT_STATEMENT = `WITH stored AS (
  INSERT INTO bench_posts (team_id, id, event_type, "group", actor_id, actor_key, actor_name, actor_kind, "timestamp", received_at,
    entity_type, entity_id, entity_key, entity_name, entity_url, entity_reference, metadata, message, icon, color, is_important, source, search)
  SELECT $1::uuid, gen_random_uuid(), b->>'eventType', b->>'group', (b->>'actorId')::uuid, b->>'actorKey', b->>'actorName', b->>'actorKind',
    clock_timestamp(), clock_timestamp(), b->>'entityType', (b->>'entityId')::uuid, b->>'entityKey', b->>'entityName', b->>'entityUrl',
    b->>'entityReference', b->'metadata', b->>'message', b->>'icon', b->>'color', (b->>'isImportant')::boolean, b->>'source',
    to_tsvector('simple', b->>'message')
  FROM (SELECT $2::jsonb AS b) posted RETURNING seq)
SELECT seq, pg_notify('activity', $1::uuid || ':' || seq) FROM stored`;
