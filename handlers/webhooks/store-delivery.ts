// Third step of a webhook: a genuine delivery is mapped, and stored with its activities and its line of the log.
import { asActivityError } from "@/activity/errors";
import type { Driver } from "@/db/drivers/driver";
import { bodyHashOf, captureDelivery, claimedId } from "@/ingest/capture-delivery";
import type { Delivery, IntegrationSource } from "@/ingest/integrations/integration-source";
import { mapDelivery } from "@/ingest/map-delivery";
import { json, type PlainAnswer } from "../call";
import { PROBLEMS } from "../problem";
import type { DeliveryNotes } from "./delivery-notes";

/** 201 when its activities were stored, 200 when it was stored before. Throws what makes a body useless, after noting it. */
export async function storeDelivery(
  driver: Driver,
  integration: { teamId: string; id: string },
  source: IntegrationSource,
  delivery: Delivery,
  notes: DeliveryNotes,
  receivedAt: Date,
): Promise<PlainAnswer> {
  const { events, fault } = await map(driver, source, delivery, notes, receivedAt);
  const sealed = await notes.seal();
  const bodyHash = bodyHashOf(delivery);
  const captured = await captureDelivery(driver, integration.teamId, {
    claim: {
      integrationId: integration.id,
      deliveryId: notes.testId ?? claimedId(source, delivery, bodyHash),
      bodyHash,
      eventType: events[0]?.eventType ?? source.provider,
    },
    events,
    entry: (made) => notes.stored(made, fault, sealed),
  });
  return json(captured.isDuplicate ? 200 : 201, {
    status: captured.isDuplicate ? "duplicate" : "stored",
    activityIds: captured.activityIds,
  });
}

async function map(
  driver: Driver,
  source: IntegrationSource,
  delivery: Delivery,
  notes: DeliveryNotes,
  receivedAt: Date,
) {
  try {
    return mapDelivery(source, delivery, receivedAt);
  } catch (error) {
    const known = asActivityError(error);
    if (known !== null) await notes.unusable(driver, PROBLEMS[known.code].status, known.message);
    throw error;
  }
}
