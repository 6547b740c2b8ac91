import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  type ExtraConfigColumn,
  foreignKey,
  index,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import type { Json } from "@/activity/json";
import { ACTOR_KINDS, COLORS, GROUPS } from "@/activity/kinds";
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
    // The source last, so that a posted id alone (the filter `actorKey`) finds its few actors too.
    unique("actors_key").on(table.teamId, table.key, table.source),
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
    // The source last, so that a posted type and id alone (the filter `entity`) find their few entities too.
    unique("entities_key").on(table.teamId, table.type, table.key, table.source),
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

/** Newest first. `nullsFirst`, because `ORDER BY … DESC` cannot use an index that has its nulls last. */
function feedOrder(table: { timestamp: ExtraConfigColumn; seq: ExtraConfigColumn }) {
  return [table.timestamp.desc().nullsFirst(), table.seq.desc().nullsFirst()] as const;
}

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
    /** The activity that this one corrects. */
    supersedes: uuid("supersedes"),
    /** The seq of the change that took it out of readers' sight, and the activity that took its place. Its core stays as it was. */
    hiddenSeq: bigint("hidden_seq", { mode: "number" }),
    supersededBy: uuid("superseded_by"),
  },
  (table) => [
    primaryKey({ columns: [table.teamId, table.id] }),
    // One cursor resumes everything: replay and the hub read by it.
    unique("activity_events_seq").on(table.teamId, table.seq),
    foreignKey({ columns: [table.teamId, table.actorId], foreignColumns: [actors.teamId, actors.id] }),
    foreignKey({ columns: [table.teamId, table.entityId], foreignColumns: [entities.teamId, entities.id] }),
    // Every index below ends in feed order, so a page of it is read at any depth without a sort.
    index("activity_events_feed").on(table.teamId, ...feedOrder(table)),
    // `text_pattern_ops` compares bytes whatever the database's collation: `task.*` is a range, jumped through type by type.
    index("activity_events_type").on(table.teamId, table.eventType.op("text_pattern_ops"), ...feedOrder(table)),
    index("activity_events_actor").on(table.teamId, table.actorId, ...feedOrder(table)),
    // An entity's few rows lie anywhere in years of weeks, and its foreign key needs an index when a team is deleted.
    index("activity_events_entity").on(table.teamId, table.entityId, ...feedOrder(table)),
    // A group that stopped long ago would be searched for through everything since.
    index("activity_events_group").on(table.teamId, table.group, ...feedOrder(table)),
    // A source may have a hundred types, so merging a list of each will not do.
    index("activity_events_source").on(table.teamId, table.source, ...feedOrder(table)),
    // A person and a rare type: neither index alone ends within its budget. Collation "C" here and below, so that a condition
    // on these columns cannot be given to the indexes above, which a planner without statistics takes for equally good.
    index("activity_events_actor_type").on(
      table.teamId,
      table.actorId,
      sql`${table.eventType} COLLATE "C"`,
      ...feedOrder(table),
    ),
    // A source and a type.
    index("activity_events_source_type").on(
      table.teamId,
      sql`${table.source} COLLATE "C"`,
      sql`${table.eventType} COLLATE "C"`,
      ...feedOrder(table),
    ),
    // Few rows, so it costs ingest next to nothing.
    index("activity_events_important")
      .on(table.teamId, ...feedOrder(table))
      .where(sql`${table.isImportant}`),
    // Words and facets in one vector: the whole filter but time is one tsquery.
    index("activity_events_search").using("gin", table.search),
  ],
);
