// The door of capture for webhooks: POST /api/webhooks/{integration}.
import { z } from "zod";
import { ActivityError } from "@/activity/errors";
import { decryptSecret } from "@/auth/secrets";
import { getDatabase } from "@/db/client";
import { getIntegration } from "@/db/queries/get-integration";
import { captureDelivery } from "@/ingest/capture-delivery";
import { getIntegrationSource } from "@/ingest/integrations";
import { type Answer, type Call, json } from "../call";

const idSchema = z.uuid();

/** A signed delivery: 201 when its activities were stored, 200 when it was stored before, 401 for a bad signature. */
export async function receiveWebhookCall(call: Call): Promise<Answer> {
  const id = idSchema.safeParse(call.params.integration);
  const driver = await getDatabase();
  const integration = id.success ? await getIntegration(driver.db, id.data.toLowerCase()) : null;
  const source = integration === null ? null : getIntegrationSource(integration.provider);
  if (integration === null || source === null) throw new ActivityError("not_found", "There is no such webhook");
  const delivery = { header: call.header, body: await call.body(source.maxBytes) };
  if (!source.verify(delivery, [decryptSecret(integration.secret)])) {
    throw new ActivityError("invalid_signature", "The signature does not fit the body and this webhook's secret");
  }
  const captured = await captureDelivery(driver, integration, source, delivery);
  return json(captured.isDuplicate ? 200 : 201, {
    status: captured.isDuplicate ? "duplicate" : "stored",
    activityIds: captured.activityIds,
  });
}
