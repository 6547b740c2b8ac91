import { randomBytes } from "node:crypto";
import type { Executor } from "@/db/drivers/driver";
import { createIntegration } from "@/db/queries/integrations/create-integration";
import { encryptSecret } from "./secrets";

/** What is stored in the place of a secret that is not known yet. */
export const NO_SECRET = "";

/** A new secret for webhooks: 32 random bytes as hex. */
export function newSecret(): string {
  return randomBytes(32).toString("hex");
}

/** A new integration of a team. */
interface NewIntegration {
  provider: string;
  name: string;
  /** What its sender signs with, when that is known already. */
  secret: string | undefined;
  /** Who makes the secret up. What the sender makes up, it shows once it knows the address: until then the integration has none. */
  secretFrom: "us" | "sender";
  /** A team's own settings, where the provider takes some. */
  config?: unknown;
}

/** Makes an integration of a team. Its secret, null while it has none, is given back this once, and stored encrypted. */
export async function addIntegration(
  db: Executor,
  teamId: string,
  { provider, name, secret: given, secretFrom, config }: NewIntegration,
): Promise<{ id: string; secret: string | null }> {
  const secret = given ?? (secretFrom === "us" ? newSecret() : null);
  const stored = secret === null ? NO_SECRET : encryptSecret(secret);
  const id = await createIntegration(db, teamId, { provider, name, secret: stored, config });
  return { id, secret };
}
