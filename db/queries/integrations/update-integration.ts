import { and, eq, isNull } from "drizzle-orm";
import type { Executor } from "../../drivers/driver";
import { integrations } from "../../schema";
import type { StoredIntegration } from "./get-integration";

/** Changes the name or the settings of an integration; what is undefined stays. Null when the team has none with that id. */
export async function updateIntegration(
  db: Executor,
  teamId: string,
  id: string,
  changes: { name?: string | undefined; config?: unknown },
): Promise<StoredIntegration | null> {
  const rows = await db
    .update(integrations)
    .set(changes)
    .where(and(eq(integrations.teamId, teamId), eq(integrations.id, id), isNull(integrations.deletedAt)))
    .returning();
  return rows[0] ?? null;
}
