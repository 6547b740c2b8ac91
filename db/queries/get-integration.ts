import { eq } from "drizzle-orm";
import type { Executor } from "../drivers/driver";
import { integrations } from "../schema";

/** The integration a webhook's address names; null when there is none. Its team comes from it, never from the caller. */
export async function getIntegration(db: Executor, id: string): Promise<typeof integrations.$inferSelect | null> {
  const rows = await db.select().from(integrations).where(eq(integrations.id, id)).limit(1);
  return rows[0] ?? null;
}
