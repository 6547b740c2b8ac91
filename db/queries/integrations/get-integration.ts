import { and, eq } from "drizzle-orm";
import type { Executor } from "../../drivers/driver";
import { integrations } from "../../schema";

export type StoredIntegration = typeof integrations.$inferSelect;

/** The integration a webhook's address names; null when there is none. Its team comes from it, never from the caller. */
export async function getIntegration(db: Executor, id: string): Promise<StoredIntegration | null> {
  const rows = await db.select().from(integrations).where(eq(integrations.id, id)).limit(1);
  return rows[0] ?? null;
}

/** An integration of a team; null when the team has none with that id. */
export async function getTeamIntegration(db: Executor, teamId: string, id: string): Promise<StoredIntegration | null> {
  const rows = await db
    .select()
    .from(integrations)
    .where(and(eq(integrations.teamId, teamId), eq(integrations.id, id)));
  return rows[0] ?? null;
}
