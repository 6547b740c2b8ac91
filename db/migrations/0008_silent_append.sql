-- append_activities may be told not to NOTIFY: a server whose doorbells go over a broker spares everybody the cluster-wide lock that
-- NOTIFY takes at commit. All else of its text stays as it is; a server that does not know the parameter rings as before.
DO $do$
DECLARE
  v_swaps constant text[] := ARRAY[
    'p_request_answers jsonb[])', 'p_request_answers jsonb[], p_silent boolean DEFAULT false)',
    'PERFORM pg_notify(''activity'', p_team || '':'' || (v_base + v_count));',
    'IF NOT p_silent THEN PERFORM pg_notify(''activity'', p_team || '':'' || (v_base + v_count)); END IF;'
  ];
  v_text text := pg_get_functiondef('append_activities'::regproc);
BEGIN
  FOR i IN 1 .. 3 BY 2 LOOP
    IF position(v_swaps[i] IN v_text) = 0 THEN
      RAISE EXCEPTION 'append_activities is not what this migration expects: % is missing', v_swaps[i];
    END IF;
    v_text := replace(v_text, v_swaps[i], v_swaps[i + 1]);
  END LOOP;
  EXECUTE 'DROP FUNCTION ' || 'append_activities'::regproc::oid::regprocedure;
  EXECUTE v_text;
END
$do$;
