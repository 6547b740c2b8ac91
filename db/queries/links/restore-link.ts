import { and, eq, isNotNull } from "drizzle-orm";
import type { Executor } from "../../drivers/driver";
import { sharedLinks } from "../../schema";
import { ringAccess } from "../ring-access";

/** Lets a revoked link lead to its view again, as of the moment it always showed; null when the team has no such revoked link. Run it in a transaction. */
export async function restoreLink(
  db: Executor,
  teamId: string,
  id: string,
): Promise<{ id: string; name: string; createdBy: string | null } | null> {
  const rows = await db
    .update(sharedLinks)
    .set({ revokedAt: null })
    .where(and(eq(sharedLinks.teamId, teamId), eq(sharedLinks.id, id), isNotNull(sharedLinks.revokedAt)))
    .returning({ id: sharedLinks.id, name: sharedLinks.name, createdBy: sharedLinks.createdBy });
  await ringAccess(db, { teamId });
  return rows[0] ?? null;
}
