import { and, eq } from "drizzle-orm";
import type { Executor } from "../../drivers/driver";
import { members, teams } from "../../schema";
import { type Team, teamColumns } from "./get-team";

export type Role = "owner" | "member";

/** The team of that slug and the user's role in it; null for an unknown team and for a stranger's alike. */
export async function getMembership(
  db: Executor,
  slug: string,
  userId: string,
): Promise<{ team: Team; role: Role } | null> {
  const rows = await db
    .select({ team: teamColumns, role: members.role })
    .from(teams)
    .innerJoin(members, and(eq(members.teamId, teams.id), eq(members.userId, userId)))
    .where(eq(teams.slug, slug));
  return rows[0] ?? null;
}
