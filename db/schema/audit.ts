import { index, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { instant } from "./columns";
import { teams } from "./teams";

/** Who changed people, roles, keys, links and integrations, and who exported what, from where and by which credential. Rows are never changed. */
export const auditLog = pgTable(
  "audit_log",
  {
    teamId: uuid("team_id")
      .notNull()
      .references(() => teams.id, { onDelete: "cascade" }),
    /** UUIDv7: in the order of the changes. */
    id: uuid("id").notNull(),
    at: instant("at").notNull().defaultNow(),
    /** What was done, as the activity's event type says it: `team.member_removed`. */
    action: text("action").notNull(),
    via: text("via", { enum: ["session", "key", "link", "cli"] }).notNull(),
    /** The user, when a person did it; names may change and accounts may go, so it points nowhere. */
    userId: uuid("user_id"),
    /** The session or key that was used. */
    credentialId: text("credential_id"),
    ip: text("ip"),
    userAgent: text("user_agent"),
    /** What it was done to, and how. */
    detail: jsonb("detail").notNull(),
    /** The activity that tells the team of it. */
    activityId: uuid("activity_id"),
  },
  (table) => [
    primaryKey({ columns: [table.teamId, table.id] }),
    index("audit_log_newest").on(table.teamId, table.id.desc().nullsFirst()),
  ],
);
