-- Appends one team's events in one transaction, numbered without gaps in commit order.
-- The counter row is locked by a statement of its own: in READ COMMITTED each later statement then sees
-- everything the previous holder committed, so keys are looked up, survivors numbered and inserted race-free.
-- Arrays run parallel, one element an event; the p_request_* arrays hold one element a request with a key.
CREATE FUNCTION append_activities(
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
BEGIN
  SELECT s.last_seq, s.last_stamped_at INTO v_base, v_stamp FROM team_sequences s WHERE s.team_id = p_team FOR UPDATE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'no such team' USING ERRCODE = 'no_data_found';
  END IF;
  v_stamp := greatest(date_trunc('milliseconds', clock_timestamp()), v_stamp);

  IF p_keys IS NULL AND p_request_keys IS NULL THEN
    INSERT INTO activity_events (team_id, id, seq, event_type, "group", actor_id, actor_key, actor_name, actor_kind, actor_avatar_url,
      "timestamp", received_at, entity_type, entity_id, entity_key, entity_name, entity_url, entity_reference,
      metadata, message, icon, color, is_important, source, search)
    SELECT p_team, i.id, v_base + i.o, i.event_type, i.grp, i.actor_id, i.actor_key, i.actor_name, i.actor_kind, i.actor_avatar_url,
      coalesce(i.ts, v_stamp), v_stamp, i.entity_type, i.entity_id, i.entity_key, i.entity_name, i.entity_url, i.entity_reference,
      i.metadata, i.message, i.icon, i.color, i.important, i.source,
      i.search || array_to_tsvector(array_remove(ARRAY[
        ':b' || p_team || ':' || floor(extract(epoch FROM coalesce(i.ts, v_stamp)) / 604800)::int,
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
    RETURN QUERY SELECT o::int, 'created', v_base + o, v_stamp::timestamptz, NULL::uuid[], NULL::bytea, NULL::jsonb, NULL::int
      FROM generate_series(1, v_count) o;
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
          ':b' || p_team || ':' || floor(extract(epoch FROM coalesce(i.ts, v_stamp)) / 604800)::int,
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
