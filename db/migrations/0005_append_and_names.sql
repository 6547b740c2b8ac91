-- Appends one team's events in one transaction, numbered without gaps in commit order.
-- The counter row is locked by a statement of its own: in READ COMMITTED each later statement then sees
-- everything the previous holder committed, so keys are looked up, survivors numbered and inserted race-free.
-- Arrays run parallel, one element an event; the p_request_* arrays hold one element a request with a key.
-- Without keys all are stored: then one row says how many (ord) and from which seq on.
CREATE OR REPLACE FUNCTION append_activities(
  p_team uuid, p_ids uuid[], p_event_types text[], p_groups text[],
  p_actor_ids uuid[], p_actor_keys text[], p_actor_names text[], p_actor_kinds text[], p_actor_avatar_urls text[],
  p_timestamps timestamptz[],
  p_entity_types text[], p_entity_ids uuid[], p_entity_keys text[], p_entity_names text[], p_entity_urls text[], p_entity_references text[],
  p_metadata jsonb[], p_messages text[], p_icons text[], p_colors text[], p_important boolean[], p_sources text[], p_search tsvector[],
  p_keys text[], p_hashes bytea[], p_requests int[],
  p_request_keys text[], p_request_hashes bytea[], p_request_answers jsonb[]
) RETURNS TABLE (ord int, state text, seq bigint, stamp timestamptz, known_ids uuid[], known_hash bytea, known_answer jsonb, first_ord int)
LANGUAGE plpgsql VOLATILE AS $$
#variable_conflict use_column
DECLARE
  v_base bigint;
  v_stamp timestamptz(3);
  v_count bigint;
  v_week text;
BEGIN
  SELECT s.last_seq, s.last_stamped_at INTO v_base, v_stamp FROM team_sequences s WHERE s.team_id = p_team FOR UPDATE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'no such team' USING ERRCODE = 'no_data_found';
  END IF;
  v_stamp := greatest(date_trunc('milliseconds', clock_timestamp()), v_stamp);
  v_week := floor(extract(epoch FROM v_stamp) / 604800)::int;

  IF p_keys IS NULL AND p_request_keys IS NULL THEN
    INSERT INTO activity_events (team_id, id, seq, event_type, "group", actor_id, actor_key, actor_name, actor_kind, actor_avatar_url,
      "timestamp", received_at, entity_type, entity_id, entity_key, entity_name, entity_url, entity_reference,
      metadata, message, icon, color, is_important, source, search)
    SELECT p_team, i.id, v_base + i.o, i.event_type, i.grp, i.actor_id, i.actor_key, i.actor_name, i.actor_kind, i.actor_avatar_url,
      coalesce(i.ts, v_stamp), v_stamp, i.entity_type, i.entity_id, i.entity_key, i.entity_name, i.entity_url, i.entity_reference,
      i.metadata, i.message, i.icon, i.color, i.important, i.source,
      i.search || array_to_tsvector(array_remove(ARRAY[
        ':b' || p_team || ':' || CASE WHEN i.ts IS NULL THEN v_week ELSE floor(extract(epoch FROM i.ts) / 604800)::int::text END,
        ':t' || i.event_type, ':g' || i.grp, ':a' || i.actor_id, ':k' || i.actor_key,
        ':e' || replace(replace(i.entity_type, '%', '%25'), ':', '%3A') || ':' || i.entity_key,
        ':s' || i.source, CASE WHEN i.important THEN ':i' END], NULL))
    FROM unnest(p_ids, p_event_types, p_groups, p_actor_ids, p_actor_keys, p_actor_names, p_actor_kinds, p_actor_avatar_urls,
      p_timestamps, p_entity_types, p_entity_ids, p_entity_keys, p_entity_names, p_entity_urls, p_entity_references,
      p_metadata, p_messages, p_icons, p_colors, p_important, p_sources, p_search)
      WITH ORDINALITY AS i(id, event_type, grp, actor_id, actor_key, actor_name, actor_kind, actor_avatar_url,
        ts, entity_type, entity_id, entity_key, entity_name, entity_url, entity_reference,
        metadata, message, icon, color, important, source, search, o);
    v_count := cardinality(p_ids);
    RETURN QUERY SELECT v_count::int, 'all', v_base + 1, v_stamp::timestamptz, NULL::uuid[], NULL::bytea, NULL::jsonb, NULL::int;
  ELSE
    RETURN QUERY
    WITH known AS MATERIALIZED (
      SELECT k.key, k.request_hash, k.activity_ids, k.answer FROM idempotency_keys k
      WHERE k.team_id = p_team AND (k.key = ANY (p_keys) OR k.key = ANY (p_request_keys))
    ), requests AS MATERIALIZED (
      SELECT r.o AS request, r.key, r.hash, r.answer, k.key IS NOT NULL AS is_known, k.request_hash, k.activity_ids, k.answer AS known_answer
      FROM unnest(p_request_keys, p_request_hashes, p_request_answers) WITH ORDINALITY AS r(key, hash, answer, o)
      LEFT JOIN known k ON k.key = r.key
    ), input AS MATERIALIZED (
      SELECT i.*, coalesce(q.is_known, false) AS request_known
      FROM unnest(p_ids, p_event_types, p_groups, p_actor_ids, p_actor_keys, p_actor_names, p_actor_kinds, p_actor_avatar_urls,
        p_timestamps, p_entity_types, p_entity_ids, p_entity_keys, p_entity_names, p_entity_urls, p_entity_references,
        p_metadata, p_messages, p_icons, p_colors, p_important, p_sources, p_search, p_keys, p_hashes, p_requests)
        WITH ORDINALITY AS i(id, event_type, grp, actor_id, actor_key, actor_name, actor_kind, actor_avatar_url,
          ts, entity_type, entity_id, entity_key, entity_name, entity_url, entity_reference,
          metadata, message, icon, color, important, source, search, item_key, item_hash, request, o)
      LEFT JOIN requests q ON q.request = i.request
    ), ranked AS MATERIALIZED (
      SELECT i.*, row_number() OVER w AS nth, first_value(i.o) OVER w AS first_o
      FROM input i WHERE NOT i.request_known
      WINDOW w AS (PARTITION BY coalesce('k' || i.item_key, 'i' || i.id) ORDER BY i.o)
    ), fresh AS MATERIALIZED (
      SELECT r.*, v_base + row_number() OVER (ORDER BY r.o) AS new_seq FROM ranked r
      WHERE r.nth = 1 AND NOT EXISTS (SELECT 1 FROM known k WHERE k.key = r.item_key)
    ), inserted AS (
      INSERT INTO activity_events (team_id, id, seq, event_type, "group", actor_id, actor_key, actor_name, actor_kind, actor_avatar_url,
        "timestamp", received_at, entity_type, entity_id, entity_key, entity_name, entity_url, entity_reference,
        metadata, message, icon, color, is_important, source, search)
      SELECT p_team, i.id, i.new_seq, i.event_type, i.grp, i.actor_id, i.actor_key, i.actor_name, i.actor_kind, i.actor_avatar_url,
        coalesce(i.ts, v_stamp), v_stamp, i.entity_type, i.entity_id, i.entity_key, i.entity_name, i.entity_url, i.entity_reference,
        i.metadata, i.message, i.icon, i.color, i.important, i.source,
        i.search || array_to_tsvector(array_remove(ARRAY[
          ':b' || p_team || ':' || CASE WHEN i.ts IS NULL THEN v_week ELSE floor(extract(epoch FROM i.ts) / 604800)::int::text END,
          ':t' || i.event_type, ':g' || i.grp, ':a' || i.actor_id, ':k' || i.actor_key,
          ':e' || replace(replace(i.entity_type, '%', '%25'), ':', '%3A') || ':' || i.entity_key,
          ':s' || i.source, CASE WHEN i.important THEN ':i' END], NULL))
      FROM fresh i ORDER BY i.new_seq
    ), stored_ids AS MATERIALIZED (
      -- Where each event of a new request ended up: itself, its twin in this batch, or what an older key stored.
      SELECT r.request, r.o, coalesce(k.activity_ids[1], f.id) AS id
      FROM ranked r LEFT JOIN known k ON k.key = r.item_key LEFT JOIN fresh f ON f.o = r.first_o
    ), item_keys AS (
      INSERT INTO idempotency_keys (team_id, key, request_hash, activity_ids, created_at)
      SELECT p_team, f.item_key, f.item_hash, ARRAY[f.id], v_stamp FROM fresh f
      WHERE f.item_key IS NOT NULL AND NOT EXISTS (SELECT 1 FROM requests q WHERE q.key = f.item_key)
    ), request_keys AS (
      INSERT INTO idempotency_keys (team_id, key, request_hash, activity_ids, answer, created_at)
      SELECT p_team, q.key, q.hash, (SELECT coalesce(array_agg(s.id ORDER BY s.o), '{}') FROM stored_ids s WHERE s.request = q.request), q.answer, v_stamp
      FROM requests q WHERE NOT q.is_known AND q.key IS NOT NULL
    )
    SELECT f.o::int, 'created', f.new_seq, v_stamp::timestamptz, NULL::uuid[], NULL::bytea, NULL::jsonb, NULL::int FROM fresh f
    UNION ALL
    SELECT r.o::int, 'twin', NULL, NULL, NULL, f.item_hash, NULL, r.first_o::int FROM ranked r JOIN fresh f ON f.o = r.first_o WHERE r.nth > 1
    UNION ALL
    SELECT r.o::int, 'known', NULL, NULL, k.activity_ids, k.request_hash, NULL, NULL FROM ranked r JOIN known k ON k.key = r.item_key
    UNION ALL
    SELECT -q.request::int, 'replayed', NULL, NULL, q.activity_ids, q.request_hash, q.known_answer, NULL FROM requests q WHERE q.is_known;
    SELECT count(*) INTO v_count FROM activity_events e WHERE e.team_id = p_team AND e.seq > v_base;
  END IF;

  IF v_count > 0 THEN
    UPDATE team_sequences s SET last_seq = v_base + v_count, last_stamped_at = v_stamp WHERE s.team_id = p_team;
    -- A doorbell only: the table is the truth.
    PERFORM pg_notify('activity', p_team || ':' || (v_base + v_count));
  END IF;
END
$$;
--> statement-breakpoint
-- Inserts new actors and renames known ones, in the order given. Gives each one's id that counts with what was known of it before;
-- of a new one nothing was. Lazily: the disk is left to a later commit. A function, because its plan is then made once a connection;
-- LIMIT keeps the look-up a probe of the index each, whatever the table's size was when the plan was made.
CREATE FUNCTION save_actors(p_team uuid, p_ids uuid[], p_sources text[], p_keys text[], p_names text[], p_kinds text[], p_avatar_urls text[], p_lazily boolean)
RETURNS TABLE (id uuid, source text, key text, name text, kind text, avatar_url text) LANGUAGE plpgsql VOLATILE
SET plan_cache_mode = force_generic_plan SET enable_seqscan = off SET jit = off AS $$
#variable_conflict use_column
BEGIN
  IF p_lazily THEN PERFORM set_config('synchronous_commit', 'off', true); END IF;
  RETURN QUERY
  WITH given AS MATERIALIZED (
    SELECT g.*, k.id AS known_id, k.name AS known_name, k.kind AS known_kind, k.avatar_url AS known_avatar_url
    FROM unnest(p_ids, p_sources, p_keys, p_names, p_kinds, p_avatar_urls) WITH ORDINALITY AS g(id, source, key, name, kind, avatar_url, o)
    LEFT JOIN LATERAL (SELECT a.* FROM actors a WHERE a.team_id = p_team AND a.key = g.key AND a.source = g.source LIMIT 1) k ON true
  ), saved AS (
    INSERT INTO actors AS a (team_id, id, source, key, name, kind, avatar_url)
    SELECT p_team, g.id, g.source, g.key, g.name, coalesce(g.kind, g.known_kind, 'user'), g.avatar_url
    FROM given g
    WHERE g.known_id IS NULL OR (g.known_name, g.known_kind, g.known_avatar_url)
      IS DISTINCT FROM (coalesce(g.name, g.known_name), coalesce(g.kind, g.known_kind), coalesce(g.avatar_url, g.known_avatar_url))
    ORDER BY g.o
    ON CONFLICT (team_id, source, key) DO UPDATE SET name = coalesce(excluded.name, a.name), kind = excluded.kind,
      avatar_url = coalesce(excluded.avatar_url, a.avatar_url)
    RETURNING a.id, a.source, a.key
  )
  SELECT g.known_id, g.source, g.key, g.known_name, g.known_kind, g.known_avatar_url FROM given g WHERE g.known_id IS NOT NULL
  UNION ALL
  SELECT s.id, s.source, s.key, NULL, 'user', NULL FROM saved s
  WHERE s.id NOT IN (SELECT g.known_id FROM given g WHERE g.known_id IS NOT NULL);
END
$$;
--> statement-breakpoint
-- Inserts new entities and renames known ones, as save_actors does actors.
CREATE FUNCTION save_entities(p_team uuid, p_ids uuid[], p_sources text[], p_types text[], p_keys text[], p_names text[], p_references text[], p_urls text[], p_lazily boolean)
RETURNS TABLE (id uuid, source text, type text, key text, name text, reference text, url text) LANGUAGE plpgsql VOLATILE
SET plan_cache_mode = force_generic_plan SET enable_seqscan = off SET jit = off AS $$
#variable_conflict use_column
BEGIN
  IF p_lazily THEN PERFORM set_config('synchronous_commit', 'off', true); END IF;
  RETURN QUERY
  WITH given AS MATERIALIZED (
    SELECT g.*, k.id AS known_id, k.name AS known_name, k.reference AS known_reference, k.url AS known_url
    FROM unnest(p_ids, p_sources, p_types, p_keys, p_names, p_references, p_urls)
      WITH ORDINALITY AS g(id, source, type, key, name, reference, url, o)
    LEFT JOIN LATERAL (SELECT e.* FROM entities e
      WHERE e.team_id = p_team AND e.type = g.type AND e.key = g.key AND e.source = g.source LIMIT 1) k ON true
  ), saved AS (
    INSERT INTO entities AS e (team_id, id, source, type, key, name, reference, url)
    SELECT p_team, g.id, g.source, g.type, g.key, g.name, g.reference, g.url FROM given g
    WHERE g.known_id IS NULL OR (g.known_name, g.known_reference, g.known_url)
      IS DISTINCT FROM (coalesce(g.name, g.known_name), coalesce(g.reference, g.known_reference), coalesce(g.url, g.known_url))
    ORDER BY g.o
    ON CONFLICT (team_id, source, type, key) DO UPDATE SET name = coalesce(excluded.name, e.name),
      reference = coalesce(excluded.reference, e.reference), url = coalesce(excluded.url, e.url)
    RETURNING e.id, e.source, e.type, e.key
  )
  SELECT g.known_id, g.source, g.type, g.key, g.known_name, g.known_reference, g.known_url FROM given g WHERE g.known_id IS NOT NULL
  UNION ALL
  SELECT s.id, s.source, s.type, s.key, NULL, NULL, NULL FROM saved s
  WHERE s.id NOT IN (SELECT g.known_id FROM given g WHERE g.known_id IS NOT NULL);
END
$$;
