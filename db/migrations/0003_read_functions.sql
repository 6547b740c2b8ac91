-- The ways to read the keys of one page, nearest first: list_by_<path>_<older|newer> by one btree each, list_by_walk_<older|newer>
-- for every other filter. All of them run from the place (p_time, p_seq) to the place (p_end_time, p_end_seq), both exclusive,
-- in feed order or against it, and give up to p_limit seqs; a last row with stopped_at says that the work budget ended there.
-- They are functions for their settings: a plan must not depend on statistics, which an embedded or young database does not have.

-- The team's event types that the patterns name: `task.created` is itself, `task.*` every stored type below, found by jumps.
-- More than 300 are not listed to their end; a type may come twice.
CREATE FUNCTION list_types(p_team uuid, p_source text, p_patterns text[]) RETURNS SETOF text LANGUAGE plpgsql STABLE
SET plan_cache_mode = force_generic_plan SET enable_seqscan = off SET enable_bitmapscan = off SET jit = off AS $$
DECLARE
  v_pattern text;
  v_type text;
  v_low text;
  v_count int := 0;
BEGIN
  FOREACH v_pattern IN ARRAY coalesce(p_patterns, ARRAY['*']) LOOP
    IF right(v_pattern, 2) <> '.*' AND p_patterns IS NOT NULL THEN
      RETURN NEXT v_pattern;
      CONTINUE;
    END IF;
    v_low := left(v_pattern, -1);
    v_type := NULL;
    LOOP
      -- Each jump is one probe: the first type at or behind the pattern's start, then the first behind the last one.
      IF p_source IS NULL THEN
        IF v_type IS NULL THEN
          SELECT e.event_type INTO v_type FROM activity_events e WHERE e.team_id = p_team AND e.event_type ~>=~ v_low
            ORDER BY e.event_type USING ~<~ LIMIT 1;
        ELSE
          SELECT e.event_type INTO v_type FROM activity_events e WHERE e.team_id = p_team AND e.event_type ~>~ v_type
            ORDER BY e.event_type USING ~<~ LIMIT 1;
        END IF;
      ELSIF v_type IS NULL THEN
        SELECT e.event_type INTO v_type FROM activity_events e
          WHERE e.team_id = p_team AND e.source = p_source COLLATE "C" AND e.event_type >= v_low COLLATE "C"
          ORDER BY e.event_type COLLATE "C" LIMIT 1;
      ELSE
        SELECT e.event_type INTO v_type FROM activity_events e
          WHERE e.team_id = p_team AND e.source = p_source COLLATE "C" AND e.event_type > v_type COLLATE "C"
          ORDER BY e.event_type COLLATE "C" LIMIT 1;
      END IF;
      EXIT WHEN v_type IS NULL OR NOT starts_with(v_type, v_low);
      RETURN NEXT v_type;
      v_count := v_count + 1;
      IF v_count > 300 THEN RETURN; END IF;
    END LOOP;
  END LOOP;
END
$$;
--> statement-breakpoint
DO $do$
DECLARE
  v_signature constant text := $q$(p_team uuid, p_types text[], p_actors uuid[], p_actor_keys text[], p_entity_types text[], p_entity_keys text[],
    p_values text[], p_words tsquery, p_facets tsquery, p_not tsquery, p_time timestamptz, p_seq bigint, p_end_time timestamptz, p_end_seq bigint,
    p_limit int, p_budget_ms int) RETURNS TABLE (seq bigint, stopped_at timestamptz) LANGUAGE plpgsql STABLE ROWS 51
    SET plan_cache_mode = force_generic_plan SET enable_seqscan = off SET enable_sort = off SET jit = off$q$;

  v_walk constant text := $q$
CREATE FUNCTION list_by_walk_{name} {signature} AS $fn$
#variable_conflict use_column
DECLARE
  v_start constant timestamptz := clock_timestamp();
  v_all tsquery := coalesce(p_words && p_facets, p_words, p_facets);
  v_time timestamptz := p_time;
  v_seq bigint := p_seq;
  v_is_dense boolean := true;
  v_tried_at timestamptz;
  v_most int := 500;
  v_left int := p_limit;
  v_count int := 0;
  v_row record;
  v_at timestamptz;
  v_week int;
  v_weeks int := 1;
  v_last int;
  v_mark tsquery;
  v_seqs bigint[];
BEGIN
  IF p_not IS NOT NULL THEN v_all := coalesce(v_all && p_not, p_not); END IF;
  LOOP
    -- What many rows match is among the nearest ones. Texts of long activities are slow to test one by one, hence the clock.
    IF v_is_dense THEN
      v_count := 0;
      v_tried_at := clock_timestamp();
      FOR v_row IN SELECT e.timestamp, e.seq, coalesce(e.search @@ v_all, true) AS hit FROM activity_events e
        WHERE e.team_id = p_team AND (e.timestamp, e.seq) {beyond} (v_time, v_seq) AND (e.timestamp, e.seq) {within} (p_end_time, p_end_seq)
        ORDER BY e.timestamp {order}, e.seq {order} LIMIT 500
      LOOP
        v_count := v_count + 1;
        v_time := v_row.timestamp;
        v_seq := v_row.seq;
        IF v_row.hit THEN
          seq := v_row.seq;
          RETURN NEXT;
          v_left := v_left - 1;
          IF v_left = 0 THEN RETURN; END IF;
        END IF;
        EXIT WHEN clock_timestamp() > v_tried_at + interval '5 ms';
      END LOOP;
      IF v_count = 0 THEN RETURN; END IF;
    END IF;

    -- Then by the search index, from one existing week to the next. Rows of a week share the lexeme that append writes.
    v_at := NULL;
    SELECT e.timestamp INTO v_at FROM activity_events e
      WHERE e.team_id = p_team AND (e.timestamp, e.seq) {beyond} (v_time, v_seq) AND (e.timestamp, e.seq) {within} (p_end_time, p_end_seq)
      ORDER BY e.timestamp {order}, e.seq {order} LIMIT 1;
    IF v_at IS NULL THEN RETURN; END IF;
    -- At least one week is searched, or a page of a slow database would never get anywhere.
    IF v_week IS NOT NULL AND clock_timestamp() > v_start + p_budget_ms * interval '1 ms' THEN
      seq := NULL;
      stopped_at := v_time;
      RETURN NEXT;
      RETURN;
    END IF;
    v_week := floor(extract(epoch FROM v_at) / 604800);
    v_last := v_week {onward} (v_weeks - 1);
    -- A negation alone would read the whole index, so it is joined to the weeks.
    SELECT string_agg(quote_literal(':b' || p_team || ':' || w), '|')::tsquery INTO v_mark
      FROM generate_series(least(v_week, v_last), greatest(v_week, v_last)) w;
    IF p_not IS NOT NULL THEN v_mark := v_mark && p_not; END IF;
    WITH matching AS MATERIALIZED (
      -- Not "=": that would draw the team's btree in. Three conditions: the index meets them as three lists.
      SELECT e.timestamp, e.seq FROM activity_events e WHERE e.team_id IS NOT DISTINCT FROM p_team AND e.search @@ v_mark
        AND e.search @@ coalesce(p_words, v_mark) AND e.search @@ coalesce(p_facets, v_mark)
      LIMIT v_most
    )
    SELECT (SELECT count(*) FROM matching), ARRAY(SELECT m.seq FROM matching m
        WHERE (m.timestamp, m.seq) {beyond} (v_time, v_seq) AND (m.timestamp, m.seq) {within} (p_end_time, p_end_seq)
        ORDER BY m.timestamp {order}, m.seq {order} LIMIT v_left)
      INTO v_count, v_seqs;
    IF v_count = v_most THEN
      -- So many that the nearest may be missing here, and are soon found row by row; if not, this week is searched whole.
      -- Only the edge of a week is a place to stop at: within it, rows of the same instant may be left.
      v_is_dense := true;
      v_weeks := 1;
      v_most := NULL;
      v_week := NULL;
      CONTINUE;
    END IF;
    -- Where little is found, up to four weeks are searched at once; more would make the first many, far back, too dear.
    v_weeks := CASE WHEN v_count < 200 THEN least(v_weeks * 2, 4) ELSE 1 END;
    v_is_dense := false;
    v_most := 500;
    RETURN QUERY SELECT s, NULL::timestamptz FROM unnest(v_seqs) s;
    v_count := cardinality(v_seqs);
    v_left := v_left - v_count;
    IF v_left = 0 THEN RETURN; END IF;
    v_time := {edge};
    v_seq := {edge_seq};
  END LOOP;
END
$fn$
$q$;

  v_single constant text := $q$
CREATE FUNCTION list_by_{path}_{name} {signature} SET enable_bitmapscan = off AS $fn$
#variable_conflict use_column
BEGIN
  RETURN QUERY
    SELECT e.seq, NULL::timestamptz FROM activity_events e
    WHERE e.team_id = p_team AND {condition}
      AND (e.timestamp, e.seq) {beyond} (p_time, p_seq) AND (e.timestamp, e.seq) {within} (p_end_time, p_end_seq)
    ORDER BY e.timestamp {order}, e.seq {order} LIMIT p_limit;
END
$fn$
$q$;

  -- A branch a value, unless there are very many, each read in order and cut at the limit, then merged: one scan for a list of values reads all of their rows.
  v_merged constant text := $q$
CREATE FUNCTION list_by_{path}_{name} {signature} SET enable_bitmapscan = off AS $fn$
#variable_conflict use_column
DECLARE
  v_types text[];
  v_ids uuid[];
BEGIN
  {resolve}
  IF coalesce(cardinality(v_types), 1) * coalesce(cardinality(v_ids), 1) * coalesce(cardinality(p_values), 1) > 300 THEN
    RETURN QUERY SELECT w.seq, w.stopped_at FROM list_by_walk_{name}(p_team, p_types, p_actors, p_actor_keys, p_entity_types, p_entity_keys,
      p_values, p_words, p_facets, p_not, p_time, p_seq, p_end_time, p_end_seq, p_limit, p_budget_ms) w;
    RETURN;
  END IF;
  RETURN QUERY
    SELECT k.seq, NULL::timestamptz FROM {branches} CROSS JOIN LATERAL (
      SELECT e.timestamp, e.seq FROM activity_events e
      WHERE e.team_id = p_team AND {condition}
        AND (e.timestamp, e.seq) {beyond} (p_time, p_seq) AND (e.timestamp, e.seq) {within} (p_end_time, p_end_seq)
      ORDER BY e.timestamp {order}, e.seq {order} LIMIT p_limit
    ) k
    ORDER BY k.timestamp {order}, k.seq {order} LIMIT p_limit;
END
$fn$
$q$;

  v_find_types constant text := 'v_types := ARRAY(SELECT t FROM list_types(p_team, NULL, p_types) t);';
  v_find_source_types constant text := 'v_types := ARRAY(SELECT t FROM unnest(p_values) c CROSS JOIN LATERAL list_types(p_team, c, p_types) t);';
  v_find_actors constant text := 'v_ids := coalesce(p_actors, ARRAY(SELECT a.id FROM actors a WHERE a.team_id = p_team AND a.key = ANY (p_actor_keys)));';
  v_find_entities constant text := 'v_ids := ARRAY(SELECT n.id FROM unnest(p_entity_types, p_entity_keys) w(type, key)
    JOIN entities n ON n.team_id = p_team AND n.type = w.type AND n.key = w.key);';
  v_path record;
  v_way record;
  v_text text;
BEGIN
  FOR v_way IN
    SELECT * FROM (VALUES
      ('older', '<', '>', 'DESC', '-', $q$to_timestamp(v_last * 604800::float8)$q$, '0'),
      ('newer', '>', '<', 'ASC', '+', $q$to_timestamp((v_last + 1) * 604800::float8) - interval '1 ms'$q$, '9007199254740991')
    ) AS w(name, beyond, within, sort_order, onward, edge, edge_seq)
  LOOP
    FOR v_path IN
      SELECT * FROM (VALUES
        ('walk', v_walk, '', '', ''),
        ('feed', v_single, '', '', 'true'),
        ('important', v_single, '', '', 'e.is_important'),
        ('group', v_merged, '', 'unnest(p_values) AS b(value)', 'e."group" = b.value'),
        ('type', v_merged, v_find_types, '(SELECT DISTINCT t FROM unnest(v_types) t) AS b(value)', 'e.event_type = b.value'),
        ('actor', v_merged, v_find_actors, 'unnest(v_ids) AS b(value)', 'e.actor_id = b.value'),
        ('entity', v_merged, v_find_entities, 'unnest(v_ids) AS b(value)', 'e.entity_id = b.value'),
        ('actor_type', v_merged, v_find_types || v_find_actors, '(SELECT DISTINCT t FROM unnest(v_types) t) AS b(type) CROSS JOIN unnest(v_ids) AS c(actor)',
          'e.actor_id = c.actor AND e.event_type = b.type COLLATE "C"'),
        ('source', v_merged, v_find_source_types, 'unnest(p_values) AS c(source) CROSS JOIN (SELECT DISTINCT t FROM unnest(v_types) t) AS b(type)',
          'e.source = c.source COLLATE "C" AND e.event_type = b.type COLLATE "C"')
      ) AS p(name, template, resolve, branches, condition)
    LOOP
      v_text := v_path.template;
      v_text := replace(v_text, '{path}', v_path.name);
      v_text := replace(v_text, '{signature}', v_signature);
      v_text := replace(v_text, '{name}', v_way.name);
      v_text := replace(v_text, '{resolve}', v_path.resolve);
      v_text := replace(v_text, '{branches}', v_path.branches);
      v_text := replace(v_text, '{condition}', v_path.condition);
      v_text := replace(v_text, '{beyond}', v_way.beyond);
      v_text := replace(v_text, '{within}', v_way.within);
      v_text := replace(v_text, '{order}', v_way.sort_order);
      v_text := replace(v_text, '{onward}', v_way.onward);
      v_text := replace(v_text, '{edge}', v_way.edge);
      v_text := replace(v_text, '{edge_seq}', v_way.edge_seq);
      EXECUTE v_text;
    END LOOP;
  END LOOP;
END
$do$;
