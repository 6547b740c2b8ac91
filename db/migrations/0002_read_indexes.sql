ALTER TABLE "actors" DROP CONSTRAINT "actors_key";--> statement-breakpoint
ALTER TABLE "entities" DROP CONSTRAINT "entities_key";--> statement-breakpoint
DROP INDEX "activity_events_type";--> statement-breakpoint
CREATE INDEX "activity_events_entity" ON "activity_events" USING btree ("team_id","entity_id","timestamp" DESC NULLS FIRST,"seq" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "activity_events_group" ON "activity_events" USING btree ("team_id","group","timestamp" DESC NULLS FIRST,"seq" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "activity_events_actor_type" ON "activity_events" USING btree ("team_id","actor_id","event_type" COLLATE "C","timestamp" DESC NULLS FIRST,"seq" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "activity_events_source_type" ON "activity_events" USING btree ("team_id","source" COLLATE "C","event_type" COLLATE "C","timestamp" DESC NULLS FIRST,"seq" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "activity_events_important" ON "activity_events" USING btree ("team_id","timestamp" DESC NULLS FIRST,"seq" DESC NULLS FIRST) WHERE "activity_events"."is_important";--> statement-breakpoint
CREATE INDEX "activity_events_type" ON "activity_events" USING btree ("team_id","event_type" text_pattern_ops,"timestamp" DESC NULLS FIRST,"seq" DESC NULLS FIRST);--> statement-breakpoint
ALTER TABLE "actors" ADD CONSTRAINT "actors_key" UNIQUE("team_id","key","source");--> statement-breakpoint
ALTER TABLE "entities" ADD CONSTRAINT "entities_key" UNIQUE("team_id","type","key","source");