import { and, eq, isNotNull } from "drizzle-orm";
import type { Executor } from "../../drivers/driver";
import { integrations } from "../../schema";
import type { StoredIntegration } from "./get-integration";

/** Brings a deleted integration back, with its address, secret, settings and deliveries; null when there is no such one. */
export async function restoreIntegration(db: Executor, teamId: string, id: string): Promise<StoredIntegration | null> {
  const rows = await db
    .update(integrations)
    .set({ deletedAt: null })
    .where(and(eq(integrations.teamId, teamId), eq(integrations.id, id), isNotNull(integrations.deletedAt)))
    .returning();
  return rows[0] ?? null;
}
