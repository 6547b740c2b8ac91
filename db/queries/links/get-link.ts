import { and, eq, isNull } from "drizzle-orm";
import type { Executor } from "../../drivers/driver";
import { sharedLinks } from "../../schema";

/** What a link that is not revoked is called, and who made it; null when the team has no such link. */
export async function getLink(
  db: Executor,
  teamId: string,
  id: string,
): Promise<{ id: string; name: string; createdBy: string | null } | null> {
  const rows = await db
    .select({ id: sharedLinks.id, name: sharedLinks.name, createdBy: sharedLinks.createdBy })
    .from(sharedLinks)
    .where(and(eq(sharedLinks.teamId, teamId), eq(sharedLinks.id, id), isNull(sharedLinks.revokedAt)));
  return rows[0] ?? null;
}
