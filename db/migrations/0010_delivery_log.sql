CREATE TABLE "delivery_log" (
	"team_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"integration_id" uuid NOT NULL,
	"delivery_id" text,
	"received_at" timestamp (3) with time zone NOT NULL,
	"outcome" text NOT NULL,
	"status" integer NOT NULL,
	"event_name" text,
	"diagnosis" jsonb,
	"took_ms" integer NOT NULL,
	"activity_ids" uuid[] NOT NULL,
	"body_bytes" integer NOT NULL,
	"sealed" text,
	CONSTRAINT "delivery_log_team_id_id_pk" PRIMARY KEY("team_id","id")
);
--> statement-breakpoint
ALTER TABLE "integrations" ADD COLUMN "previous_secret" text;--> statement-breakpoint
ALTER TABLE "integrations" ADD COLUMN "previous_until" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "integrations" ADD COLUMN "config" jsonb;--> statement-breakpoint
ALTER TABLE "delivery_log" ADD CONSTRAINT "delivery_log_team_id_integration_id_integrations_team_id_id_fk" FOREIGN KEY ("team_id","integration_id") REFERENCES "public"."integrations"("team_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "delivery_log_newest" ON "delivery_log" USING btree ("team_id","integration_id","id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "delivery_log_outcome" ON "delivery_log" USING btree ("team_id","integration_id","outcome","received_at");--> statement-breakpoint
CREATE INDEX "delivery_log_age" ON "delivery_log" USING btree ("received_at");