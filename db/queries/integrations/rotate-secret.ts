import { and, eq, isNull, sql } from "drizzle-orm";
import type { Executor } from "../../drivers/driver";
import { integrations } from "../../schema";

/** Gives an integration a new secret, encrypted already; the one before it counts for `hours` more. False when there is no such integration. */
export async function rotateSecret(
  db: Executor,
  teamId: string,
  id: string,
  { secret, hours }: { secret: string; hours: number },
): Promise<boolean> {
  const rows = await db
    .update(integrations)
    .set({
      secret,
      previousSecret: sql`${integrations.secret}`,
      previousUntil: sql`now() + make_interval(hours => ${hours}::int)`,
    })
    .where(and(eq(integrations.teamId, teamId), eq(integrations.id, id), isNull(integrations.deletedAt)))
    .returning({ id: integrations.id });
  return rows.length > 0;
}
