import { foreignKey, index, integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { bytes, instant } from "./columns";
import { teams } from "./teams";

export const integrations = pgTable(
  "integrations",
  {
    teamId: uuid("team_id")
      .notNull()
      .references(() => teams.id, { onDelete: "cascade" }),
    id: uuid("id").notNull(),
    provider: text("provider").notNull(),
    name: text("name").notNull(),
    /** Encrypted with SECRETS_KEY; empty while none is known. */
    secret: text("secret").notNull(),
    /** The secret before the current one, encrypted too, and until when it still counts. */
    previousSecret: text("previous_secret"),
    previousUntil: instant("previous_until"),
    /** What the team has set for a source whose scheme and mapping are its own; null for all others. */
    config: jsonb("config"),
    createdAt: instant("created_at").notNull().defaultNow(),
    /** When it was deleted: nothing finds it any more, but for a few minutes it can be restored. */
    deletedAt: instant("deleted_at"),
  },
  // A webhook's address names only the integration; its id is random, so this index need not be unique.
  (table) => [primaryKey({ columns: [table.teamId, table.id] }), index("integrations_id").on(table.id)],
);

/** Every accepted delivery, for ever: its id is honoured once per integration. */
export const deliveries = pgTable(
  "deliveries",
  {
    teamId: uuid("team_id").notNull(),
    integrationId: uuid("integration_id").notNull(),
    /** The sender's id of the delivery. */
    deliveryId: text("delivery_id").notNull(),
    eventType: text("event_type").notNull(),
    bodyHash: bytes("body_hash").notNull(),
    activityIds: uuid("activity_ids").array().notNull(),
    receivedAt: instant("received_at").notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.teamId, table.integrationId, table.deliveryId] }),
    foreignKey({
      columns: [table.teamId, table.integrationId],
      foreignColumns: [integrations.teamId, integrations.id],
    }).onDelete("cascade"),
  ],
);

/** What became of one call of a webhook's address. */
export const DELIVERY_OUTCOMES = ["stored", "duplicate", "answered", "unusable", "refused"] as const;

/** Every call of a webhook's address, for as long as DELIVERY_RETENTION_DAYS says; which ids are known is not read from here. */
export const deliveryLog = pgTable(
  "delivery_log",
  {
    teamId: uuid("team_id").notNull(),
    /** UUIDv7: in the order of arrival. */
    id: uuid("id").notNull(),
    integrationId: uuid("integration_id").notNull(),
    /** The sender's id of the delivery; null when it sent none. */
    deliveryId: text("delivery_id"),
    receivedAt: instant("received_at").notNull(),
    outcome: text("outcome", { enum: DELIVERY_OUTCOMES }).notNull(),
    /** The HTTP status that was answered. */
    status: integer("status").notNull(),
    /** The sender's name of the event. */
    eventName: text("event_name"),
    /** Why it was refused or could not be used, or what went wrong with its mapping. */
    diagnosis: jsonb("diagnosis"),
    /** From the first byte of the call to its commit, milliseconds. */
    tookMs: integer("took_ms").notNull(),
    activityIds: uuid("activity_ids").array().notNull(),
    bodyBytes: integer("body_bytes").notNull(),
    /** Headers and raw body, packed and encrypted with SECRETS_KEY; null when they were not kept. */
    sealed: text("sealed"),
  },
  (table) => [
    primaryKey({ columns: [table.teamId, table.id] }),
    foreignKey({
      columns: [table.teamId, table.integrationId],
      foreignColumns: [integrations.teamId, integrations.id],
    }).onDelete("cascade"),
    index("delivery_log_newest").on(table.teamId, table.integrationId, table.id.desc().nullsFirst()),
    index("delivery_log_outcome").on(table.teamId, table.integrationId, table.outcome, table.receivedAt),
    index("delivery_log_age").on(table.receivedAt),
  ],
);
