import { and, eq, sql } from "drizzle-orm";
import type { Executor } from "../../drivers/driver";
import { members, type ROLES, teams } from "../../schema";
import { type Team, teamColumns } from "./get-team";
import { holdsSlug } from "./slug-holder";

export type Role = (typeof ROLES)[number];

/** A team and a user's role in it. */
export interface Membership {
  team: Team;
  role: Role;
}

/** The teams of these slugs or aliases and these users' roles in them, in the order asked; null for an unknown team and for a stranger's alike. */
export async function listMemberships(
  db: Executor,
  asked: readonly { slug: string; userId: string }[],
): Promise<(Membership | null)[]> {
  const slugs = sql.param(asked.map(({ slug }) => slug));
  const userIds = sql.param(asked.map(({ userId }) => userId));
  const rows = await db
    .select({ place: sql<number>`asked.place::int`, team: teamColumns, role: members.role })
    .from(sql`unnest(${slugs}::text[], ${userIds}::uuid[]) WITH ORDINALITY AS asked (slug, user_id, place)`)
    .innerJoin(teams, holdsSlug(sql`asked.slug`))
    .innerJoin(members, and(eq(members.teamId, teams.id), eq(members.userId, sql`asked.user_id`)));
  const found = new Map(rows.map(({ place, ...membership }) => [place, membership]));
  return asked.map((_, index) => found.get(index + 1) ?? null);
}
