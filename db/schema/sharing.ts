import { sql } from "drizzle-orm";
import { bigint, boolean, integer, pgTable, primaryKey, text, unique, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { bytes, instant } from "./columns";
import { teams, users } from "./teams";

const teamId = () =>
  uuid("team_id")
    .notNull()
    .references(() => teams.id, { onDelete: "cascade" });
const createdBy = () => uuid("created_by").references(() => users.id, { onDelete: "set null" });

/** Links by which people outside the team read one fixed view. */
export const sharedLinks = pgTable(
  "shared_links",
  {
    teamId: teamId(),
    id: uuid("id").notNull(),
    /** SHA-256 of the token, which is kept nowhere. */
    hash: bytes("hash").notNull(),
    name: text("name").notNull(),
    /** The filter as query parameters. */
    filter: text("filter").notNull(),
    /** People under stable pseudonyms, and metadata left out. */
    hidesNames: boolean("hides_names").notNull().default(false),
    hidesMetadata: boolean("hides_metadata").notNull().default(false),
    /** The moment it shows: the team's head, and the newest place of the feed, when it was made. */
    headSeq: bigint("head_seq", { mode: "number" }).notNull(),
    newestTimestamp: instant("newest_timestamp").notNull(),
    newestSeq: bigint("newest_seq", { mode: "number" }).notNull(),
    createdBy: createdBy(),
    createdAt: instant("created_at").notNull().defaultNow(),
    expiresAt: instant("expires_at"),
    revokedAt: instant("revoked_at"),
    openings: integer("openings").notNull().default(0),
    lastOpenedAt: instant("last_opened_at"),
  },
  (table) => [primaryKey({ columns: [table.teamId, table.id] }), unique("shared_links_hash").on(table.hash)],
);

/** Views that a team has made public, each at an address of its own. */
export const publicFeeds = pgTable(
  "public_feeds",
  {
    teamId: teamId(),
    id: uuid("id").notNull(),
    /** Its name in addresses. */
    slug: text("slug").notNull(),
    name: text("name").notNull(),
    filter: text("filter").notNull(),
    hidesNames: boolean("hides_names").notNull().default(false),
    hidesMetadata: boolean("hides_metadata").notNull().default(false),
    createdBy: createdBy(),
    createdAt: instant("created_at").notNull().defaultNow(),
    /** When it was switched off; it may be switched on again. */
    offSince: instant("off_since"),
    /** When it was deleted: nothing finds it any more and its address is free, but for a few minutes it can be restored. */
    deletedAt: instant("deleted_at"),
  },
  (table) => [
    primaryKey({ columns: [table.teamId, table.id] }),
    uniqueIndex("public_feeds_slug").on(table.teamId, table.slug).where(sql`${table.deletedAt} is null`),
  ],
);

/** Tokens by which a member's feed reader fetches Atom and JSON Feed. */
export const readerTokens = pgTable(
  "reader_tokens",
  {
    teamId: teamId(),
    id: uuid("id").notNull(),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    hash: bytes("hash").notNull(),
    createdAt: instant("created_at").notNull().defaultNow(),
    lastUsedAt: instant("last_used_at"),
    revokedAt: instant("revoked_at"),
  },
  (table) => [primaryKey({ columns: [table.teamId, table.id] }), unique("reader_tokens_hash").on(table.hash)],
);
