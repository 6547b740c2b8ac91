import { and, eq, inArray } from "drizzle-orm";
import type { Executor } from "../../drivers/driver";
import { apiKeys } from "../../schema";

/** What a team's keys are called, in the order asked; null for one that is not there. */
export async function listKeyNames(db: Executor, teamId: string, ids: readonly string[]): Promise<(string | null)[]> {
  const rows = await db
    .select({ id: apiKeys.id, name: apiKeys.name })
    .from(apiKeys)
    .where(and(eq(apiKeys.teamId, teamId), inArray(apiKeys.id, [...ids])));
  const names = new Map(rows.map(({ id, name }) => [id, name]));
  return ids.map((id) => names.get(id) ?? null);
}
