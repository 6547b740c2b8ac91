import { z } from "zod";
import { ActivityError } from "@/activity/errors";
import type { Caller } from "@/auth/authenticate";
import { getDatabase } from "@/db/client";
import { getTeamIntegration, type StoredIntegration } from "@/db/queries/integrations/get-integration";
import { sourceOf } from "@/ingest/integrations";
import type { IntegrationSource } from "@/ingest/integrations/integration-source";
import type { Call } from "../call";

const idSchema = z.uuid();

/** The integration in the path, of the caller's own team, with its source. Throws `not_found`. */
export async function requireIntegration(
  call: Call,
  caller: Caller,
): Promise<{ integration: StoredIntegration; source: IntegrationSource }> {
  const id = idSchema.safeParse(call.params.id);
  const { db } = await getDatabase();
  const integration = id.success ? await getTeamIntegration(db, caller.team.id, id.data) : null;
  const source = integration === null ? null : sourceOf(integration);
  if (integration === null || source === null) throw new ActivityError("not_found", "There is no such integration.");
  return { integration, source };
}
