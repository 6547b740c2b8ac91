import { bigint, foreignKey, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { activityEvents } from "./activities";
import { instant } from "./columns";
import { users } from "./teams";

/** Why a reader no longer sees an activity. */
export const HIDING_REASONS = ["superseded", "withdrawn"] as const;

/**
 * What changed about old activities, in the numbers of the same sequence as the activities themselves: one cursor resumes both.
 * Rows are numbered and inserted only by `hide_activities`, and never changed.
 */
export const activityChanges = pgTable(
  "activity_changes",
  {
    teamId: uuid("team_id").notNull(),
    seq: bigint("seq", { mode: "number" }).notNull(),
    /** The activity that readers see no longer; it stays as it was stored. */
    activityId: uuid("activity_id").notNull(),
    reason: text("reason", { enum: HIDING_REASONS }).notNull(),
    /** The one that took its place; null when none did. */
    supersededBy: uuid("superseded_by"),
    /** Who had it done; null for a key or a program. */
    changedBy: uuid("changed_by").references(() => users.id, { onDelete: "set null" }),
    changedAt: instant("changed_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.teamId, table.seq] }),
    // An activity is hidden once.
    unique("activity_changes_activity").on(table.teamId, table.activityId),
    foreignKey({
      columns: [table.teamId, table.activityId],
      foreignColumns: [activityEvents.teamId, activityEvents.id],
    }).onDelete("cascade"),
  ],
);
