-- The walk of 0003 again: a week in which very much matches is read row by row for as long as that is quicker than searching it whole,
-- and the search index is asked for no list twice.
DO $do$
DECLARE
  v_signature constant text := $q$(p_team uuid, p_types text[], p_actors uuid[], p_actor_keys text[], p_entity_types text[], p_entity_keys text[],
    p_values text[], p_words tsquery, p_facets tsquery, p_not tsquery, p_time timestamptz, p_seq bigint, p_end_time timestamptz, p_end_seq bigint,
    p_limit int, p_budget_ms int) RETURNS TABLE (seq bigint, stopped_at timestamptz) LANGUAGE plpgsql STABLE ROWS 51
    SET plan_cache_mode = force_generic_plan SET enable_seqscan = off SET enable_sort = off SET jit = off$q$;

  v_search constant text := $q$WITH matching AS MATERIALIZED (
      -- Not "=": that would draw the team's btree in.
      SELECT e.timestamp, e.seq FROM activity_events e WHERE e.team_id IS NOT DISTINCT FROM p_team AND e.search @@ v_mark
        {conditions}
      LIMIT v_most
    )
    SELECT (SELECT count(*) FROM matching), ARRAY(SELECT m.seq FROM matching m
        WHERE (m.timestamp, m.seq) {beyond} (v_time, v_seq) AND (m.timestamp, m.seq) {within} (p_end_time, p_end_seq)
        ORDER BY m.timestamp {order}, m.seq {order} LIMIT v_left)
      INTO v_count, v_seqs;$q$;

  v_walk constant text := $q$
CREATE OR REPLACE FUNCTION list_by_walk_{name} {signature} AS $fn$
#variable_conflict use_column
DECLARE
  v_start constant timestamptz := clock_timestamp();
  v_all tsquery := coalesce(p_words && p_facets, p_words, p_facets);
  v_time timestamptz := p_time;
  v_seq bigint := p_seq;
  v_is_dense boolean := true;
  v_tried_at timestamptz;
  v_rows int := 500;
  v_most int := 500;
  v_left int := p_limit;
  v_count int := 0;
  v_row record;
  v_at timestamptz;
  v_week int;
  v_weeks int := 1;
  v_last int;
  v_mark_start constant text := ''':b' || p_team || ':';
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
        ORDER BY e.timestamp {order}, e.seq {order} LIMIT v_rows
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
    v_mark := (v_mark_start || v_week || '''')::tsquery;
    FOR w IN least(v_week, v_last) .. greatest(v_week, v_last) LOOP
      IF w <> v_week THEN v_mark := v_mark || (v_mark_start || w || '''')::tsquery; END IF;
    END LOOP;
    IF p_not IS NOT NULL THEN v_mark := v_mark && p_not; END IF;
    -- Each condition is a list that the index reads and meets with the others: one more than needed costs a third.
    IF p_words IS NOT NULL AND p_facets IS NOT NULL THEN
      {search_for_both}
    ELSE
      {search}
    END IF;
    IF v_count = v_most THEN
      -- So many that the nearest may be missing here, and are soon found row by row; if not, this week is searched whole.
      -- Only the edge of a week is a place to stop at: within it, rows of the same instant may be left.
      v_is_dense := true;
      v_rows := 5000;
      v_weeks := 1;
      v_most := NULL;
      v_week := NULL;
      CONTINUE;
    END IF;
    -- Where little is found, up to four weeks are searched at once; more would make the first many, far back, too dear.
    v_weeks := CASE WHEN v_count < 200 THEN least(v_weeks * 2, 4) ELSE 1 END;
    v_is_dense := false;
    v_rows := 500;
    v_most := 500;
    v_count := cardinality(v_seqs);
    IF v_count > 0 THEN
      RETURN QUERY SELECT s, NULL::timestamptz FROM unnest(v_seqs) s;
      v_left := v_left - v_count;
      IF v_left = 0 THEN RETURN; END IF;
    END IF;
    v_time := {edge};
    v_seq := {edge_seq};
  END LOOP;
END
$fn$
$q$;
  v_way record;
  v_text text;
BEGIN
  FOR v_way IN
    SELECT * FROM (VALUES
      ('older', '<', '>', 'DESC', '-', $q$to_timestamp(v_last * 604800::float8)$q$, '0'),
      ('newer', '>', '<', 'ASC', '+', $q$to_timestamp((v_last + 1) * 604800::float8) - interval '1 ms'$q$, '9007199254740991')
    ) AS w(name, beyond, within, sort_order, onward, edge, edge_seq)
  LOOP
    v_text := v_walk;
    v_text := replace(v_text, '{search_for_both}', replace(v_search, '{conditions}', 'AND e.search @@ p_words AND e.search @@ p_facets'));
    v_text := replace(v_text, '{search}', replace(v_search, '{conditions}', 'AND e.search @@ coalesce(p_words, p_facets, v_mark)'));
    v_text := replace(v_text, '{signature}', v_signature);
    v_text := replace(v_text, '{name}', v_way.name);
    v_text := replace(v_text, '{beyond}', v_way.beyond);
    v_text := replace(v_text, '{within}', v_way.within);
    v_text := replace(v_text, '{order}', v_way.sort_order);
    v_text := replace(v_text, '{onward}', v_way.onward);
    v_text := replace(v_text, '{edge}', v_way.edge);
    v_text := replace(v_text, '{edge_seq}', v_way.edge_seq);
    EXECUTE v_text;
  END LOOP;
END
$do$;
