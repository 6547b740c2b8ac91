-- append_activities looks each idempotency key up by a probe of the index. Without statistics, on a new database until its first
-- ANALYZE, the planner took all keys of the team and compared each. LIMIT keeps it a probe, whatever the table's size was.
DO $do$
DECLARE
  v_old constant text := 'SELECT k.key, k.request_hash, k.activity_ids, k.answer FROM idempotency_keys k
      WHERE k.team_id = p_team AND (k.key = ANY (p_keys) OR k.key = ANY (p_request_keys))';
  v_new constant text := 'SELECT k.key, k.request_hash, k.activity_ids, k.answer
      FROM (SELECT DISTINCT u.key FROM unnest(p_keys || p_request_keys) AS u(key) WHERE u.key IS NOT NULL) asked
      CROSS JOIN LATERAL (
        SELECT i.* FROM idempotency_keys i WHERE i.team_id = p_team AND i.key = asked.key ORDER BY i.team_id, i.key LIMIT 1
      ) k';
  v_text text := pg_get_functiondef('append_activities'::regproc);
BEGIN
  IF position(v_old IN v_text) = 0 THEN
    RAISE EXCEPTION 'append_activities is not what this migration expects';
  END IF;
  EXECUTE replace(v_text, v_old, v_new);
END
$do$;
