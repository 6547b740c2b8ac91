import { z } from "zod";
import { ActivityError } from "@/activity/errors";
import type { Caller } from "@/auth/authenticate";
import { getDatabase } from "@/db/client";
import { getTeamIntegration, type StoredIntegration } from "@/db/queries/integrations/get-integration";
import { sourceOf } from "@/ingest/integrations";
import type { IntegrationSource } from "@/ingest/integrations/integration-source";
import type { Call } from "../call";

const idSchema = z.uuid();

/** The refusal of an integration that the caller's team does not have. */
export function noSuchIntegration(): ActivityError {
  return new ActivityError("not_found", "There is no such integration.");
}

/** The integration in the path, of the caller's own team, whether its source still exists or not. Throws `not_found`. */
export async function requireStored(call: Call, caller: Caller): Promise<StoredIntegration> {
  const id = idSchema.safeParse(call.params.id);
  const { db } = await getDatabase();
  const integration = id.success ? await getTeamIntegration(db, caller.team.id, id.data) : null;
  if (integration === null) throw noSuchIntegration();
  return integration;
}

/** The integration in the path, of the caller's own team, with its source. Throws `not_found`. */
export async function requireIntegration(
  call: Call,
  caller: Caller,
): Promise<{ integration: StoredIntegration; source: IntegrationSource }> {
  const integration = await requireStored(call, caller);
  const source = sourceOf(integration);
  if (source === null) throw noSuchIntegration();
  return { integration, source };
}
