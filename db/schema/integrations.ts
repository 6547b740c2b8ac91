import { foreignKey, index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
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
    /** Encrypted with SECRETS_KEY. */
    secret: text("secret").notNull(),
    createdAt: instant("created_at").notNull().defaultNow(),
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
