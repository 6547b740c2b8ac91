import { randomBytes } from "node:crypto";
import type { Executor } from "@/db/drivers/driver";
import { createIntegration } from "@/db/queries/integrations/create-integration";
import { encryptSecret } from "./secrets";

/** A new secret for webhooks: 32 random bytes as hex. */
export function newSecret(): string {
  return randomBytes(32).toString("hex");
}

/** Makes an integration of a team. Without a secret it gets 32 random bytes as hex. The secret is given back this once, and stored encrypted. */
export async function addIntegration(
  db: Executor,
  teamId: string,
  options: { provider: string; name: string; secret?: string | undefined },
): Promise<{ id: string; secret: string }> {
  const { provider, name, secret = newSecret() } = options;
  const id = await createIntegration(db, teamId, { provider, name, secret: encryptSecret(secret) });
  return { id, secret };
}
