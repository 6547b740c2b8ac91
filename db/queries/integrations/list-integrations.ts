import { desc, eq } from "drizzle-orm";
import type { Executor } from "../../drivers/driver";
import { integrations } from "../../schema";

/** A team's integrations without their secrets, newest first, at most 500. */
export async function listIntegrations(
  db: Executor,
  teamId: string,
): Promise<{ id: string; provider: string; name: string; createdAt: Date }[]> {
  return await db
    .select({
      id: integrations.id,
      provider: integrations.provider,
      name: integrations.name,
      createdAt: integrations.createdAt,
    })
    .from(integrations)
    .where(eq(integrations.teamId, teamId))
    .orderBy(desc(integrations.createdAt), desc(integrations.id))
    .limit(500);
}
