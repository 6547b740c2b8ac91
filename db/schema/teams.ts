import { bigint, boolean, index, integer, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { bytes, instant } from "./columns";

/** What a member may do, from most to least. */
export const ROLES = ["owner", "admin", "member", "viewer"] as const;

export const teams = pgTable("teams", {
  id: uuid("id").primaryKey(),
  slug: text("slug").notNull().unique(),
  name: text("name").notNull(),
  isSample: boolean("is_sample").notNull().default(false),
  /** An IANA name: where the team's days begin. */
  timeZone: text("time_zone").notNull().default("UTC"),
  createdAt: instant("created_at").notNull().defaultNow(),
});

/** Slugs that a team had before: they lead to it for ever, and are given to no other. */
export const teamAliases = pgTable(
  "team_aliases",
  {
    teamId: uuid("team_id")
      .notNull()
      .references(() => teams.id, { onDelete: "cascade" }),
    slug: text("slug").notNull(),
    createdAt: instant("created_at").notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.teamId, table.slug] }), unique("team_aliases_slug").on(table.slug)],
);

/** The team's counter, a narrow row of its own: whoever appends locks it first (design §3). */
export const teamSequences = pgTable("team_sequences", {
  teamId: uuid("team_id")
    .primaryKey()
    .references(() => teams.id, { onDelete: "cascade" }),
  /** Random; renewed when history was rewound, so that readers of the lost part reload. */
  epoch: text("epoch").notNull(),
  lastSeq: bigint("last_seq", { mode: "number" }).notNull().default(0),
  /** The seq of the newest change of an older activity; 0 when there is none: most reads need not look for one. */
  lastChange: bigint("last_change", { mode: "number" }).notNull().default(0),
  /** The newest time this team's events were stamped with; the next stamp never lies behind it. */
  lastStampedAt: instant("last_stamped_at").notNull().defaultNow(),
});

/** People who sign in; the shape next-auth's adapters expect, with our password and session version. */
export const users = pgTable("users", {
  id: uuid("id").primaryKey(),
  name: text("name").notNull(),
  /** Lower case. */
  email: text("email").notNull().unique(),
  emailVerified: instant("email_verified"),
  image: text("image"),
  passwordHash: text("password_hash"),
  /** Raised to revoke every session of this user. */
  sessionVersion: integer("session_version").notNull().default(1),
  createdAt: instant("created_at").notNull().defaultNow(),
});

export const members = pgTable(
  "members",
  {
    teamId: uuid("team_id")
      .notNull()
      .references(() => teams.id, { onDelete: "cascade" }),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    role: text("role", { enum: ROLES }).notNull(),
    createdAt: instant("created_at").notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.teamId, table.userId] }), index("members_user").on(table.userId)],
);

export const apiKeys = pgTable(
  "api_keys",
  {
    teamId: uuid("team_id")
      .notNull()
      .references(() => teams.id, { onDelete: "cascade" }),
    id: uuid("id").notNull(),
    name: text("name").notNull(),
    /** The first characters of the key, to recognise it by. */
    prefix: text("prefix").notNull(),
    /** SHA-256 of the whole key, which is kept nowhere. */
    hash: bytes("hash").notNull(),
    /** The key before the current one, and until when it still counts. */
    previousHash: bytes("previous_hash"),
    previousUntil: instant("previous_until"),
    scopes: text("scopes", { enum: ["capture", "read", "admin"] })
      .array()
      .notNull(),
    createdBy: uuid("created_by").references(() => users.id, { onDelete: "set null" }),
    createdAt: instant("created_at").notNull().defaultNow(),
    lastUsedAt: instant("last_used_at"),
    revokedAt: instant("revoked_at"),
  },
  (table) => [
    primaryKey({ columns: [table.teamId, table.id] }),
    unique("api_keys_team_hash").on(table.teamId, table.hash),
  ],
);
