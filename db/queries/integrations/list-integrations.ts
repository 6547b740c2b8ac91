import { and, desc, eq, isNull } from "drizzle-orm";
import type { Executor } from "../../drivers/driver";
import { integrations } from "../../schema";

export type ListedIntegration = Pick<
  typeof integrations.$inferSelect,
  "id" | "provider" | "name" | "config" | "createdAt"
>;

/** A team's integrations without their secrets, newest first, at most 500. */
export async function listIntegrations(db: Executor, teamId: string): Promise<ListedIntegration[]> {
  return await db
    .select({
      id: integrations.id,
      provider: integrations.provider,
      name: integrations.name,
      config: integrations.config,
      createdAt: integrations.createdAt,
    })
    .from(integrations)
    .where(and(eq(integrations.teamId, teamId), isNull(integrations.deletedAt)))
    .orderBy(desc(integrations.createdAt), desc(integrations.id))
    .limit(500);
}
