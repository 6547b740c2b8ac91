import { foreignKey, index, pgTable, primaryKey, uuid } from "drizzle-orm/pg-core";
import { activityEvents } from "./activities";
import { instant } from "./columns";
import { teams, users } from "./teams";

const teamId = () =>
  uuid("team_id")
    .notNull()
    .references(() => teams.id, { onDelete: "cascade" });

/** Activities that a member keeps for themselves, by the id they had then: a correction may have taken its place since. */
export const bookmarks = pgTable(
  "bookmarks",
  {
    teamId: teamId(),
    activityId: uuid("activity_id").notNull(),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    createdAt: instant("created_at").notNull().defaultNow(),
  },
  (table) => [
    // The activity before the person: so deleting activities finds their bookmarks.
    primaryKey({ columns: [table.teamId, table.activityId, table.userId] }),
    index("bookmarks_user").on(table.teamId, table.userId),
    foreignKey({
      columns: [table.teamId, table.activityId],
      foreignColumns: [activityEvents.teamId, activityEvents.id],
    }).onDelete("cascade"),
  ],
);

/** Activities that stand above the feed for the whole team, by the id they had when they were pinned. */
export const pins = pgTable(
  "pins",
  {
    teamId: teamId(),
    activityId: uuid("activity_id").notNull(),
    /** Null once the account is gone. */
    pinnedBy: uuid("pinned_by").references(() => users.id, { onDelete: "set null" }),
    pinnedAt: instant("pinned_at").notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.teamId, table.activityId] }),
    foreignKey({
      columns: [table.teamId, table.activityId],
      foreignColumns: [activityEvents.teamId, activityEvents.id],
    }).onDelete("cascade"),
  ],
);
