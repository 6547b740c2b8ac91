import { and, eq, isNull, ne } from "drizzle-orm";
import type { Executor } from "../../drivers/driver";
import { integrations } from "../../schema";

/** Names and secrets, encrypted, of a team's integrations but for one and for those without a secret, at most 100. */
export async function listEndpointSecrets(
  db: Executor,
  teamId: string,
  exceptId: string,
): Promise<{ name: string; secret: string }[]> {
  return await db
    .select({ name: integrations.name, secret: integrations.secret })
    .from(integrations)
    .where(
      and(
        eq(integrations.teamId, teamId),
        ne(integrations.id, exceptId),
        ne(integrations.secret, ""),
        isNull(integrations.deletedAt),
      ),
    )
    .limit(100);
}
