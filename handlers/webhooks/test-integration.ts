import { randomUUID } from "node:crypto";
import { ActivityError } from "@/activity/errors";
import { getDatabase } from "@/db/client";
import { getListedDelivery } from "@/db/queries/deliveries/list-deliveries";
import type { StoredIntegration } from "@/db/queries/integrations/get-integration";
import type { IntegrationSource } from "@/ingest/integrations/integration-source";
import { type Answer, type Call, json } from "../call";
import { requireMember } from "../require-caller";
import { DeliveryNotes } from "./delivery-notes";
import { toLine } from "./read-delivery-page";
import { receiveDelivery, secretsOf } from "./receive-webhook";
import { requireIntegration } from "./require-integration";

/** A delivery as its sender would send it now, signed with the integration's current secret. Throws `conflict` when nobody here can sign. */
function makeTest(integration: StoredIntegration, source: IntegrationSource, id: string, at: Date) {
  const [secret] = secretsOf(integration, at);
  const { label, setup } = source;
  if (secret === undefined)
    throw new ActivityError("conflict", `${label} makes the secret up: paste its ${setup.secretName} first.`);
  const { body, headers } = source.sample(id, at, secret);
  const sent = new Headers({ "User-Agent": "Live Activity Stream (test)", ...headers });
  for (const [name, value] of Object.entries(source.sign(body, { secret, id, at }))) sent.set(name, value);
  return {
    header: (name: string) => sent.get(name),
    headers: () => sent,
    body: async () => new TextEncoder().encode(body),
  };
}

/**
 * POST …/integrations/{id}/test: a delivery of the sender's own shape goes the whole way that its own ones go, its signature's check
 * included. Gives its line of the log, whose delivery id tells that it is a test. For members, and keys with `admin`.
 */
export async function testIntegrationCall(call: Call): Promise<Answer> {
  const caller = await requireMember(call);
  const { integration, source } = await requireIntegration(call, caller);
  const testId = `test_${randomUUID()}`;
  const test = makeTest(integration, source, testId, new Date());
  const notes = new DeliveryNotes(test, integration, source, testId);
  const driver = await getDatabase();
  await receiveDelivery(driver, integration, source, test, notes);
  const line = await getListedDelivery(driver.db, integration.teamId, integration.id, notes.id);
  if (line === null) throw new ActivityError("not_found", "The integration was deleted meanwhile.");
  return json(201, toLine(line));
}
