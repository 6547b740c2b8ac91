ALTER TABLE "public_feeds" DROP CONSTRAINT "public_feeds_slug";--> statement-breakpoint
ALTER TABLE "invitations" ADD COLUMN "mailed_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "integrations" ADD COLUMN "deleted_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "public_feeds" ADD COLUMN "deleted_at" timestamp (3) with time zone;--> statement-breakpoint
CREATE UNIQUE INDEX "public_feeds_slug" ON "public_feeds" USING btree ("team_id","slug") WHERE "public_feeds"."deleted_at" is null;