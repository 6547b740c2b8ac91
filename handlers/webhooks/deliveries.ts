import { z } from "zod";
import { type Diagnosis, explainDiagnosis } from "@/activity/delivery";
import { ActivityError, invalid } from "@/activity/errors";
import { getDatabase } from "@/db/client";
import { getDelivery } from "@/db/queries/deliveries/get-delivery";
import type { StoredIntegration } from "@/db/queries/integrations/get-integration";
import { findOriginal } from "@/ingest/diagnose-refusal";
import type { Delivery, IntegrationSource } from "@/ingest/integrations/integration-source";
import { type Answer, type Call, json } from "../call";
import { requireMember } from "../require-caller";
import { DeliveryNotes } from "./delivery-notes";
import { readDeliveryPage, toLine } from "./read-delivery-page";
import { secretsOf } from "./receive-webhook";
import { requireIntegration } from "./require-integration";
import { openDelivery } from "./seal-delivery";
import { storeDelivery } from "./store-delivery";

const PAGE = 50;
const idSchema = z.uuid();

/** What a log's page is asked for with. */
const querySchema = z.object({
  cursor: z.uuid("must be a cursor of this list").nullable(),
  limit: z.coerce.number().int().min(1).max(200),
});

/** GET …/integrations/{id}/deliveries: the log of its calls, newest first. For members, and keys with `admin`. */
export async function listDeliveriesCall(call: Call): Promise<Answer> {
  const caller = await requireMember(call);
  const { integration } = await requireIntegration(call, caller);
  const { searchParams } = call.url;
  const query = querySchema.safeParse({
    cursor: searchParams.get("cursor"),
    limit: searchParams.get("limit") ?? PAGE,
  });
  if (!query.success) {
    const [issue] = query.error.issues;
    throw invalid([String(issue?.path[0])], issue?.message ?? "is not usable");
  }
  const { db } = await getDatabase();
  return json(200, await readDeliveryPage(db, integration, query.data));
}

/** The line in the path with what was kept of it. */
async function requireDelivery(call: Call, integration: StoredIntegration) {
  const id = idSchema.safeParse(call.params.delivery);
  const { db } = await getDatabase();
  const line = id.success ? await getDelivery(db, integration.teamId, integration.id, id.data) : null;
  if (line === null) throw new ActivityError("not_found", "There is no such delivery.");
  return { line, kept: line.sealed === null ? null : await openDelivery(line.sealed) };
}

/** GET …/deliveries/{delivery}: one line with its headers and body, secrets taken out. For members, and keys with `admin`. */
export async function getDeliveryCall(call: Call): Promise<Answer> {
  const caller = await requireMember(call);
  const { integration, source } = await requireIntegration(call, caller);
  const { line, kept } = await requireDelivery(call, integration);
  const body = kept === null ? null : Buffer.from(kept.body).toString("utf8");
  const { sealed: _sealed, teamId: _team, integrationId: _integration, ...shown } = line;
  return json(200, {
    ...toLine({ ...shown, isKept: kept !== null, became: null }),
    headers: kept?.headers ?? null,
    body: body === null ? null : (source.hideSecret?.(body) ?? body),
  });
}

/** The delivery as it was signed: as it came, or as it was before something on its way rewrote it. */
function genuine(
  source: IntegrationSource,
  delivery: Delivery,
  secrets: readonly string[],
  receivedAt: Date,
): Delivery {
  const verdict = source.verify(delivery, secrets, receivedAt);
  if (verdict.isGenuine) return delivery;
  const original =
    verdict.refusal.code === "wrong_signature" ? findOriginal(source, delivery, secrets, receivedAt) : null;
  if (original !== null) return { ...delivery, body: original.body };
  const refusal: Diagnosis = verdict.refusal;
  throw new ActivityError("conflict", `It still cannot be let in. ${explainDiagnosis(refusal, source.label).title}`);
}

/**
 * POST …/deliveries/{delivery}/replay: takes a kept delivery in once more, as of when it came. One that was refused must fit a secret
 * of now, as it came or as it was before it was rewritten; one that was stored is its own duplicate. For members, and keys with `admin`.
 */
export async function replayDeliveryCall(call: Call): Promise<Answer> {
  const caller = await requireMember(call);
  const { integration, source } = await requireIntegration(call, caller);
  const { line, kept } = await requireDelivery(call, integration);
  if (kept === null || kept.body.byteLength < line.bodyBytes)
    throw new ActivityError("conflict", "Its body was not kept whole, so it cannot be taken in again.");
  const headers = new Headers(kept.headers);
  const header = (name: string) => headers.get(name);
  const came = { header, headers: () => headers, body: kept.body };
  const delivery =
    line.outcome === "refused" ? genuine(source, came, secretsOf(integration, new Date()), line.receivedAt) : came;
  const driver = await getDatabase();
  const body = Buffer.from(delivery.body);
  const notes = new DeliveryNotes({ header, headers: () => headers, body: async () => body }, integration, source);
  await notes.body(driver);
  return await storeDelivery(driver, integration, source, delivery, notes, line.receivedAt);
}
