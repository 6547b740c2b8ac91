CREATE INDEX "activity_events_source" ON "activity_events" USING btree ("team_id","source","timestamp" DESC NULLS FIRST,"seq" DESC NULLS FIRST);--> statement-breakpoint
-- The ways of 0003 for a source: alone by the new index, with types as the source was read before.
DO $do$
DECLARE
  v_signature constant text := $q$(p_team uuid, p_types text[], p_actors uuid[], p_actor_keys text[], p_entity_types text[], p_entity_keys text[],
    p_values text[], p_words tsquery, p_facets tsquery, p_not tsquery, p_time timestamptz, p_seq bigint, p_end_time timestamptz, p_end_seq bigint,
    p_limit int, p_budget_ms int) RETURNS TABLE (seq bigint, stopped_at timestamptz) LANGUAGE plpgsql STABLE ROWS 51
    SET plan_cache_mode = force_generic_plan SET enable_seqscan = off SET enable_sort = off SET jit = off$q$;

  -- A branch a value, unless there are very many, each read in order and cut at the limit, then merged: one scan for a list of values reads all of their rows.
  v_merged constant text := $q$
CREATE OR REPLACE FUNCTION list_by_{path}_{name} {signature} SET enable_bitmapscan = off AS $fn$
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

  v_find_source_types constant text := 'v_types := ARRAY(SELECT t FROM unnest(p_values) c CROSS JOIN LATERAL list_types(p_team, c, p_types) t);';
  v_path record;
  v_way record;
  v_text text;
BEGIN
  FOR v_way IN SELECT * FROM (VALUES ('older', '<', '>', 'DESC'), ('newer', '>', '<', 'ASC')) AS w(name, beyond, within, sort_order) LOOP
    FOR v_path IN
      SELECT * FROM (VALUES
        ('source', '', 'unnest(p_values) AS b(value)', 'e.source = b.value'),
        ('source_type', v_find_source_types, 'unnest(p_values) AS c(source) CROSS JOIN (SELECT DISTINCT t FROM unnest(v_types) t) AS b(type)',
          'e.source = c.source COLLATE "C" AND e.event_type = b.type COLLATE "C"')
      ) AS p(name, resolve, branches, condition)
    LOOP
      v_text := v_merged;
      v_text := replace(v_text, '{path}', v_path.name);
      v_text := replace(v_text, '{signature}', v_signature);
      v_text := replace(v_text, '{name}', v_way.name);
      v_text := replace(v_text, '{resolve}', v_path.resolve);
      v_text := replace(v_text, '{branches}', v_path.branches);
      v_text := replace(v_text, '{condition}', v_path.condition);
      v_text := replace(v_text, '{beyond}', v_way.beyond);
      v_text := replace(v_text, '{within}', v_way.within);
      v_text := replace(v_text, '{order}', v_way.sort_order);
      EXECUTE v_text;
    END LOOP;
  END LOOP;
END
$do$;
