// The door of capture for webhooks: POST /api/webhooks/{integration}.
import { z } from "zod";
import { ActivityError } from "@/activity/errors";
import { NO_SECRET } from "@/auth/add-integration";
import { decryptSecret } from "@/auth/secrets";
import { getDatabase } from "@/db/client";
import type { Driver } from "@/db/drivers/driver";
import type { StoredIntegration } from "@/db/queries/integrations/get-integration";
import { webhookGate } from "@/ingest/fair-gate";
import { sourceOf } from "@/ingest/integrations";
import type { Delivery, IntegrationSource, Reply } from "@/ingest/integrations/integration-source";
import type { Verdict } from "@/ingest/integrations/signature/verdict";
import type { Answer, Call } from "../call";
import { DeliveryNotes } from "./delivery-notes";
import { findIntegration } from "./find-integration";
import { storeDelivery } from "./store-delivery";

const idSchema = z.uuid();

/** An integration's secrets that count now, the current one first; none while none is set. */
export function secretsOf(integration: StoredIntegration, now: Date): string[] {
  const { secret, previousSecret, previousUntil } = integration;
  const isPreviousGood = previousSecret !== null && previousUntil !== null && previousUntil > now;
  return [secret, ...(isPreviousGood ? [previousSecret] : [])].filter((one) => one !== NO_SECRET).map(decryptSecret);
}

/** What a sender is told of a refusal: what it can see for itself, and nothing of our secrets. */
function refusalOf(verdict: Extract<Verdict, { isGenuine: false }>): ActivityError {
  const { refusal } = verdict;
  const told = (detail: string) => new ActivityError("invalid_signature", detail);
  switch (refusal.code) {
    case "missing_header":
      return told(`The header ${refusal.header} must be sent`);
    case "missing_field":
      return told(`The field ${refusal.field} of the body must be sent`);
    case "malformed_header":
      return told(`The header ${refusal.header} is not of the form it should have`);
    case "wrong_signature":
      return told("The signature does not fit the body and this webhook's secret");
    case "clock_off": {
      const side = refusal.seconds > 0 ? "ahead of" : "behind";
      return told(`The delivery's time is ${Math.abs(refusal.seconds)} seconds ${side} our clock`);
    }
  }
}

function inItsWords({ contentType, body }: Reply): Answer {
  return { status: 200, headers: { "content-type": contentType, "cache-control": "no-store" }, body };
}

async function take(
  driver: Driver,
  integration: StoredIntegration,
  source: IntegrationSource,
  delivery: Delivery,
  notes: DeliveryNotes,
): Promise<Answer> {
  const now = new Date();
  const secrets = secretsOf(integration, now);
  const verdict = source.verify(delivery, secrets, now);
  if (!verdict.isGenuine) {
    await notes.refused(driver, verdict.refusal, secrets);
    throw refusalOf(verdict);
  }
  const reply = source.reply?.(delivery) ?? null;
  if (reply !== null) {
    await notes.answered(driver);
    return inItsWords(reply);
  }
  const stored = await storeDelivery(driver, integration, source, delivery, notes, now);
  const answer = source.answer?.(delivery) ?? null;
  return answer === null ? stored : inItsWords(answer);
}

/** The integration in the path, with its source. Throws `not_found`. */
export async function requireWebhook(
  driver: Driver,
  call: Call,
): Promise<{ integration: StoredIntegration; source: IntegrationSource }> {
  const id = idSchema.safeParse(call.params.integration);
  const integration = id.success ? await findIntegration(driver.db, id.data.toLowerCase()) : null;
  const source = integration === null ? null : sourceOf(integration);
  if (integration === null || source === null) throw new ActivityError("not_found", "There is no such webhook");
  return { integration, source };
}

/** A signed delivery: 201 when its activities were stored, 200 when it was stored before, 401 for a bad signature. */
export async function receiveWebhookCall(call: Call): Promise<Answer> {
  const driver = await getDatabase();
  const { integration, source } = await requireWebhook(driver, call);
  const encoding = call.header("content-encoding")?.trim().toLowerCase() ?? "identity";
  if (encoding !== "identity" && encoding !== "")
    throw new ActivityError(
      "unsupported_media_type",
      "The body must not be compressed: its signature is over the bytes that are sent",
    );
  return await receiveDelivery(driver, integration, source, call, new DeliveryNotes(call, integration, source));
}

/** Reads a call's body and takes it in when it is its integration's turn. Throws what the call is to be refused with. */
export async function receiveDelivery(
  driver: Driver,
  integration: StoredIntegration,
  source: IntegrationSource,
  call: Pick<Call, "header" | "headers">,
  notes: DeliveryNotes,
): Promise<Answer> {
  const delivery = { header: call.header, headers: call.headers, body: await notes.body(driver) };
  return await webhookGate().run(integration.id, () => take(driver, integration, source, delivery, notes));
}
