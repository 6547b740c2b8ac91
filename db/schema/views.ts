import { bigint, foreignKey, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { MUTED_FIELDS } from "@/activity/mutes";
import { instant } from "./columns";
import { teams, users } from "./teams";

const teamId = () =>
  uuid("team_id")
    .notNull()
    .references(() => teams.id, { onDelete: "cascade" });

/** Filters by name: the team's, and each member's own. */
export const savedViews = pgTable(
  "saved_views",
  {
    teamId: teamId(),
    id: uuid("id").notNull(),
    /** Whose it is; null: the team's. */
    ownerId: uuid("owner_id").references(() => users.id, { onDelete: "cascade" }),
    name: text("name").notNull(),
    /** The filter as query parameters. */
    filter: text("filter").notNull(),
    /** The team's newest seq when it was made: what came before was never unread in it. */
    headSeq: bigint("head_seq", { mode: "number" }).notNull(),
    createdAt: instant("created_at").notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.teamId, table.id] })],
);

/** How far a member has read a view. */
export const viewMarks = pgTable(
  "view_marks",
  {
    teamId: teamId(),
    viewId: uuid("view_id").notNull(),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    /** Everything up to here is read. */
    seq: bigint("seq", { mode: "number" }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.teamId, table.userId, table.viewId] }),
    foreignKey({ columns: [table.teamId, table.viewId], foreignColumns: [savedViews.teamId, savedViews.id] }).onDelete(
      "cascade",
    ),
  ],
);

/** How far a member has seen the whole feed. */
export const feedMarks = pgTable(
  "feed_marks",
  {
    teamId: teamId(),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    seq: bigint("seq", { mode: "number" }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.teamId, table.userId] })],
);

/** What a member does not want to see in the feed. */
export const mutes = pgTable(
  "mutes",
  {
    teamId: teamId(),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    /** A field of the filter, and its value as the filter writes it. */
    field: text("field", { enum: MUTED_FIELDS }).notNull(),
    value: text("value").notNull(),
    /** What the member saw it called. */
    name: text("name").notNull(),
    createdAt: instant("created_at").notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.teamId, table.userId, table.field, table.value] })],
);
