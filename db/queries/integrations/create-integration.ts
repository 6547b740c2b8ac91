import { v4 } from "uuid";
import type { Executor } from "../../drivers/driver";
import { integrations } from "../../schema";

/** Stores an integration and gives its id, which is random: a webhook's address tells nothing else. `secret` is encrypted already; `config` is for a source that the team sets itself. */
export async function createIntegration(
  db: Executor,
  teamId: string,
  integration: { provider: string; name: string; secret: string; config?: unknown },
): Promise<string> {
  const id = v4();
  await db.insert(integrations).values({ teamId, id, ...integration });
  return id;
}
