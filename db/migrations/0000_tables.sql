CREATE TABLE "activity_events" (
	"team_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"seq" bigint NOT NULL,
	"event_type" text NOT NULL,
	"group" text NOT NULL,
	"actor_id" uuid NOT NULL,
	"actor_key" text NOT NULL,
	"actor_name" text NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_avatar_url" text,
	"timestamp" timestamp (3) with time zone NOT NULL,
	"received_at" timestamp (3) with time zone NOT NULL,
	"entity_type" text NOT NULL,
	"entity_id" uuid NOT NULL,
	"entity_key" text NOT NULL,
	"entity_name" text NOT NULL,
	"entity_url" text,
	"entity_reference" text,
	"metadata" jsonb NOT NULL,
	"message" text NOT NULL,
	"icon" text NOT NULL,
	"color" text NOT NULL,
	"is_important" boolean NOT NULL,
	"source" text NOT NULL,
	"search" "tsvector" NOT NULL,
	CONSTRAINT "activity_events_team_id_id_pk" PRIMARY KEY("team_id","id"),
	CONSTRAINT "activity_events_seq" UNIQUE("team_id","seq")
);
--> statement-breakpoint
CREATE TABLE "actors" (
	"team_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"source" text NOT NULL,
	"key" text NOT NULL,
	"name" text,
	"kind" text NOT NULL,
	"avatar_url" text,
	CONSTRAINT "actors_team_id_id_pk" PRIMARY KEY("team_id","id"),
	CONSTRAINT "actors_key" UNIQUE("team_id","source","key")
);
--> statement-breakpoint
CREATE TABLE "entities" (
	"team_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"source" text NOT NULL,
	"type" text NOT NULL,
	"key" text NOT NULL,
	"name" text,
	"reference" text,
	"url" text,
	CONSTRAINT "entities_team_id_id_pk" PRIMARY KEY("team_id","id"),
	CONSTRAINT "entities_key" UNIQUE("team_id","source","type","key")
);
--> statement-breakpoint
CREATE TABLE "idempotency_keys" (
	"team_id" uuid NOT NULL,
	"key" text NOT NULL,
	"request_hash" "bytea" NOT NULL,
	"activity_ids" uuid[] NOT NULL,
	"answer" jsonb,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "idempotency_keys_team_id_key_pk" PRIMARY KEY("team_id","key")
);
--> statement-breakpoint
CREATE TABLE "deliveries" (
	"team_id" uuid NOT NULL,
	"integration_id" uuid NOT NULL,
	"delivery_id" text NOT NULL,
	"event_type" text NOT NULL,
	"body_hash" "bytea" NOT NULL,
	"activity_ids" uuid[] NOT NULL,
	"received_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "deliveries_team_id_integration_id_delivery_id_pk" PRIMARY KEY("team_id","integration_id","delivery_id")
);
--> statement-breakpoint
CREATE TABLE "integrations" (
	"team_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"provider" text NOT NULL,
	"name" text NOT NULL,
	"secret" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "integrations_team_id_id_pk" PRIMARY KEY("team_id","id")
);
--> statement-breakpoint
CREATE TABLE "api_keys" (
	"team_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"prefix" text NOT NULL,
	"hash" "bytea" NOT NULL,
	"scopes" text[] NOT NULL,
	"created_by" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"last_used_at" timestamp (3) with time zone,
	"revoked_at" timestamp (3) with time zone,
	CONSTRAINT "api_keys_team_id_id_pk" PRIMARY KEY("team_id","id"),
	CONSTRAINT "api_keys_team_hash" UNIQUE("team_id","hash")
);
--> statement-breakpoint
CREATE TABLE "members" (
	"team_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"role" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "members_team_id_user_id_pk" PRIMARY KEY("team_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "team_sequences" (
	"team_id" uuid PRIMARY KEY NOT NULL,
	"epoch" text NOT NULL,
	"last_seq" bigint DEFAULT 0 NOT NULL,
	"last_stamped_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "teams" (
	"id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"is_sample" boolean DEFAULT false NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "teams_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "users" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"email_verified" timestamp (3) with time zone,
	"image" text,
	"password_hash" text,
	"session_version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "users_email_unique" UNIQUE("email")
);
--> statement-breakpoint
ALTER TABLE "activity_events" ADD CONSTRAINT "activity_events_team_id_actor_id_actors_team_id_id_fk" FOREIGN KEY ("team_id","actor_id") REFERENCES "public"."actors"("team_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activity_events" ADD CONSTRAINT "activity_events_team_id_entity_id_entities_team_id_id_fk" FOREIGN KEY ("team_id","entity_id") REFERENCES "public"."entities"("team_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "actors" ADD CONSTRAINT "actors_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entities" ADD CONSTRAINT "entities_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idempotency_keys" ADD CONSTRAINT "idempotency_keys_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_team_id_integration_id_integrations_team_id_id_fk" FOREIGN KEY ("team_id","integration_id") REFERENCES "public"."integrations"("team_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "integrations" ADD CONSTRAINT "integrations_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "api_keys" ADD CONSTRAINT "api_keys_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "api_keys" ADD CONSTRAINT "api_keys_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "members" ADD CONSTRAINT "members_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "members" ADD CONSTRAINT "members_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "team_sequences" ADD CONSTRAINT "team_sequences_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "activity_events_feed" ON "activity_events" USING btree ("team_id","timestamp" DESC NULLS FIRST,"seq" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "activity_events_type" ON "activity_events" USING btree ("team_id","event_type","timestamp" DESC NULLS FIRST,"seq" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "activity_events_actor" ON "activity_events" USING btree ("team_id","actor_id","timestamp" DESC NULLS FIRST,"seq" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "activity_events_search" ON "activity_events" USING gin ("search");--> statement-breakpoint
CREATE INDEX "integrations_id" ON "integrations" USING btree ("id");--> statement-breakpoint
CREATE INDEX "members_user" ON "members" USING btree ("user_id");