CREATE TABLE "activity_changes" (
	"team_id" uuid NOT NULL,
	"seq" bigint NOT NULL,
	"activity_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"superseded_by" uuid,
	"changed_by" uuid,
	"changed_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "activity_changes_team_id_seq_pk" PRIMARY KEY("team_id","seq"),
	CONSTRAINT "activity_changes_activity" UNIQUE("team_id","activity_id")
);
--> statement-breakpoint
ALTER TABLE "activity_events" ADD COLUMN "supersedes" uuid;--> statement-breakpoint
ALTER TABLE "activity_events" ADD COLUMN "hidden_seq" bigint;--> statement-breakpoint
ALTER TABLE "activity_events" ADD COLUMN "superseded_by" uuid;--> statement-breakpoint
ALTER TABLE "team_sequences" ADD COLUMN "last_change" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "activity_changes" ADD CONSTRAINT "activity_changes_changed_by_users_id_fk" FOREIGN KEY ("changed_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activity_changes" ADD CONSTRAINT "activity_changes_team_id_activity_id_activity_events_team_id_id_fk" FOREIGN KEY ("team_id","activity_id") REFERENCES "public"."activity_events"("team_id","id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
-- Takes activities out of readers' sight, each once: their core stays, a change takes the team's next seq, and what replaces them points
-- back. Run it in the transaction that appended the successors (null: none), after the append; ids that are hidden already are left out.
CREATE FUNCTION hide_activities(p_team uuid, p_ids uuid[], p_successors uuid[], p_by uuid, p_silent boolean)
RETURNS TABLE (seq bigint, activity_id uuid) LANGUAGE plpgsql VOLATILE AS $$
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
  RETURN QUERY
  WITH fresh AS MATERIALIZED (
    SELECT e.id, g.successor, v_base + row_number() OVER (ORDER BY g.o) AS new_seq
    FROM unnest(p_ids, p_successors) WITH ORDINALITY AS g(id, successor, o)
    JOIN activity_events e ON e.team_id = p_team AND e.id = g.id AND e.hidden_seq IS NULL
  ), hidden AS (
    UPDATE activity_events e SET hidden_seq = f.new_seq, superseded_by = f.successor FROM fresh f
    WHERE e.team_id = p_team AND e.id = f.id
  ), linked AS (
    UPDATE activity_events e SET supersedes = f.id FROM fresh f WHERE e.team_id = p_team AND e.id = f.successor
  )
  INSERT INTO activity_changes AS c (team_id, seq, activity_id, reason, superseded_by, changed_by, changed_at)
  SELECT p_team, f.new_seq, f.id, CASE WHEN f.successor IS NULL THEN 'withdrawn' ELSE 'superseded' END, f.successor, p_by, v_stamp
  FROM fresh f ORDER BY f.new_seq
  RETURNING c.seq, c.activity_id;
  GET DIAGNOSTICS v_count = ROW_COUNT;
  IF v_count > 0 THEN
    UPDATE team_sequences s SET last_seq = v_base + v_count, last_change = v_base + v_count, last_stamped_at = v_stamp WHERE s.team_id = p_team;
    IF NOT p_silent THEN PERFORM pg_notify('activity', p_team || ':' || (v_base + v_count)); END IF;
  END IF;
END
$$;
--> statement-breakpoint
-- The ways to read a page give no hidden activity. All else of their texts stays as it is.
DO $do$
DECLARE
  v_function record;
  v_swaps text[];
  v_text text;
BEGIN
  FOR v_function IN
    SELECT p.oid, p.proname FROM pg_proc p
    WHERE p.proname LIKE 'list\_by\_%' AND p.pronamespace = (SELECT a.pronamespace FROM pg_proc a WHERE a.oid = 'append_activities'::regproc)
  LOOP
    v_text := pg_get_functiondef(v_function.oid);
    v_swaps := CASE WHEN v_function.proname LIKE 'list\_by\_walk\_%' THEN ARRAY[
      'coalesce(e.search @@ v_all, true) AS hit', 'e.hidden_seq IS NULL AND coalesce(e.search @@ v_all, true) AS hit',
      'IS NOT DISTINCT FROM p_team AND e.search @@ v_mark', 'IS NOT DISTINCT FROM p_team AND e.hidden_seq IS NULL AND e.search @@ v_mark'
    ] ELSE ARRAY['WHERE e.team_id = p_team AND ', 'WHERE e.team_id = p_team AND e.hidden_seq IS NULL AND '] END;
    FOR i IN 1 .. cardinality(v_swaps) BY 2 LOOP
      IF position(v_swaps[i] IN v_text) = 0 THEN
        RAISE EXCEPTION '% is not what this migration expects', v_function.proname;
      END IF;
      v_text := replace(v_text, v_swaps[i], v_swaps[i + 1]);
    END LOOP;
    EXECUTE v_text;
  END LOOP;
END
$do$;
