import {
  bigint,
  boolean,
  foreignKey,
  index,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { ACTOR_KINDS, COLORS, GROUPS } from "@/activity/event-schema";
import type { Json } from "@/activity/json";
import { bytes, instant, searchVector } from "./columns";
import { teams } from "./teams";

/** Who does things, by a source's own id (`key`), with the last known name. */
export const actors = pgTable(
  "actors",
  {
    teamId: uuid("team_id")
      .notNull()
      .references(() => teams.id, { onDelete: "cascade" }),
    id: uuid("id").notNull(),
    source: text("source").notNull(),
    key: text("key").notNull(),
    name: text("name"),
    kind: text("kind", { enum: ACTOR_KINDS }).notNull(),
    avatarUrl: text("avatar_url"),
  },
  (table) => [
    primaryKey({ columns: [table.teamId, table.id] }),
    unique("actors_key").on(table.teamId, table.source, table.key),
  ],
);

/** What things are done to, by a source's own type and id (`key`), with the last known name, reference and link. */
export const entities = pgTable(
  "entities",
  {
    teamId: uuid("team_id")
      .notNull()
      .references(() => teams.id, { onDelete: "cascade" }),
    id: uuid("id").notNull(),
    source: text("source").notNull(),
    type: text("type").notNull(),
    key: text("key").notNull(),
    name: text("name"),
    reference: text("reference"),
    url: text("url"),
  },
  (table) => [
    primaryKey({ columns: [table.teamId, table.id] }),
    unique("entities_key").on(table.teamId, table.source, table.type, table.key),
  ],
);

/** What is kept of an Idempotency-Key, for ever: the body it came with and what was stored. */
export const idempotencyKeys = pgTable(
  "idempotency_keys",
  {
    teamId: uuid("team_id")
      .notNull()
      .references(() => teams.id, { onDelete: "cascade" }),
    key: text("key").notNull(),
    /** SHA-256 of the raw body (of the request's, or of the item's JSON). */
    requestHash: bytes("request_hash").notNull(),
    activityIds: uuid("activity_ids").array().notNull(),
    /** For a batch: the result of each item, stored ones by their place in `activity_ids`. */
    answer: jsonb("answer"),
    createdAt: instant("created_at").notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.teamId, table.key] })],
);

/** The feed. Core fields are never updated; rows are numbered and inserted only by the append function. */
export const activityEvents = pgTable(
  "activity_events",
  {
    teamId: uuid("team_id").notNull(),
    id: uuid("id").notNull(),
    seq: bigint("seq", { mode: "number" }).notNull(),
    eventType: text("event_type").notNull(),
    group: text("group", { enum: GROUPS }).notNull(),
    actorId: uuid("actor_id").notNull(),
    actorKey: text("actor_key").notNull(),
    actorName: text("actor_name").notNull(),
    actorKind: text("actor_kind", { enum: ACTOR_KINDS }).notNull(),
    actorAvatarUrl: text("actor_avatar_url"),
    timestamp: instant("timestamp").notNull(),
    receivedAt: instant("received_at").notNull(),
    entityType: text("entity_type").notNull(),
    entityId: uuid("entity_id").notNull(),
    entityKey: text("entity_key").notNull(),
    entityName: text("entity_name").notNull(),
    entityUrl: text("entity_url"),
    entityReference: text("entity_reference"),
    metadata: jsonb("metadata").$type<Json>().notNull(),
    message: text("message").notNull(),
    icon: text("icon").notNull(),
    color: text("color", { enum: COLORS }).notNull(),
    isImportant: boolean("is_important").notNull(),
    source: text("source").notNull(),
    search: searchVector("search").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.teamId, table.id] }),
    // One cursor resumes everything: replay and the hub read by it.
    unique("activity_events_seq").on(table.teamId, table.seq),
    foreignKey({ columns: [table.teamId, table.actorId], foreignColumns: [actors.teamId, actors.id] }),
    foreignKey({ columns: [table.teamId, table.entityId], foreignColumns: [entities.teamId, entities.id] }),
    // The feed itself, and the two filters people use most, at any depth without a sort.
    index("activity_events_feed").on(table.teamId, table.timestamp.desc().nullsFirst(), table.seq.desc().nullsFirst()),
    index("activity_events_type").on(
      table.teamId,
      table.eventType,
      table.timestamp.desc().nullsFirst(),
      table.seq.desc().nullsFirst(),
    ),
    index("activity_events_actor").on(
      table.teamId,
      table.actorId,
      table.timestamp.desc().nullsFirst(),
      table.seq.desc().nullsFirst(),
    ),
    // Words and facets in one vector: the whole filter but time is one tsquery.
    index("activity_events_search").using("gin", table.search),
  ],
);
