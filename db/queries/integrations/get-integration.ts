import { and, eq, inArray, isNull } from "drizzle-orm";
import type { Executor } from "../../drivers/driver";
import { integrations } from "../../schema";

export type StoredIntegration = typeof integrations.$inferSelect;

/** The integrations that webhooks' addresses name, in order; null where there is none. The team comes from it, never from the caller. */
export async function listIntegrationsById(
  db: Executor,
  ids: readonly string[],
): Promise<(StoredIntegration | null)[]> {
  const rows = await db
    .select()
    .from(integrations)
    .where(and(inArray(integrations.id, [...new Set(ids)]), isNull(integrations.deletedAt)));
  const found = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => found.get(id) ?? null);
}

/** An integration of a team; null when the team has none with that id. */
export async function getTeamIntegration(db: Executor, teamId: string, id: string): Promise<StoredIntegration | null> {
  const rows = await db
    .select()
    .from(integrations)
    .where(and(eq(integrations.teamId, teamId), eq(integrations.id, id), isNull(integrations.deletedAt)));
  return rows[0] ?? null;
}
