import { index, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { bytes, instant } from "./columns";
import { ROLES, teams, users } from "./teams";

/** Where a person is signed in: one row a device. A session whose row is revoked or gone is none. */
export const userSessions = pgTable(
  "user_sessions",
  {
    id: uuid("id").primaryKey(),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    createdAt: instant("created_at").notNull().defaultNow(),
    lastSeenAt: instant("last_seen_at").notNull().defaultNow(),
    userAgent: text("user_agent"),
    ip: text("ip"),
    revokedAt: instant("revoked_at"),
  },
  (table) => [index("user_sessions_user").on(table.userId)],
);

/** Accounts elsewhere that sign a person in: GitHub, Google, an OIDC provider. */
export const userAccounts = pgTable(
  "user_accounts",
  {
    provider: text("provider").notNull(),
    /** The person's id there. */
    providerAccountId: text("provider_account_id").notNull(),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    createdAt: instant("created_at").notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.provider, table.providerAccountId] }),
    index("user_accounts_user").on(table.userId),
  ],
);

/** Links that sign a person in once, or let one choose a new password. */
export const signInLinks = pgTable(
  "sign_in_links",
  {
    /** SHA-256 of the token, which is kept nowhere. */
    hash: bytes("hash").primaryKey(),
    purpose: text("purpose", { enum: ["sign-in", "reset"] }).notNull(),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    createdAt: instant("created_at").notNull().defaultNow(),
    expiresAt: instant("expires_at").notNull(),
    usedAt: instant("used_at"),
  },
  (table) => [index("sign_in_links_user").on(table.userId)],
);

/** Invitations into a team: a link, for one person, with a role. */
export const invitations = pgTable(
  "invitations",
  {
    teamId: uuid("team_id")
      .notNull()
      .references(() => teams.id, { onDelete: "cascade" }),
    id: uuid("id").notNull(),
    /** SHA-256 of the token, which is kept nowhere. */
    hash: bytes("hash").notNull(),
    /** Whom it was sent to, lower case; null for a link that was handed on by other ways. */
    email: text("email"),
    role: text("role", { enum: ROLES }).notNull(),
    createdBy: uuid("created_by").references(() => users.id, { onDelete: "set null" }),
    createdAt: instant("created_at").notNull().defaultNow(),
    expiresAt: instant("expires_at").notNull(),
    acceptedBy: uuid("accepted_by").references(() => users.id, { onDelete: "set null" }),
    acceptedAt: instant("accepted_at"),
    revokedAt: instant("revoked_at"),
    /** When a mail server took its mail; null when none did. */
    mailedAt: instant("mailed_at"),
  },
  (table) => [primaryKey({ columns: [table.teamId, table.id] }), unique("invitations_hash").on(table.hash)],
);
