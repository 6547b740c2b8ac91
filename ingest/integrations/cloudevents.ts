// Third step of a webhook: who may send CloudEvents, and what each of a delivery's events says.

import { ActivityError, asActivityError } from "@/activity/errors";
import type { ActivityEvent } from "@/activity/event-schema";
import { type CloudEvent, eventIdentity } from "./cloudevents/cloud-event";
import { CLOUDEVENTS, describeCloudEvent } from "./cloudevents/describe-cloud-event";
import { type CloudMessage, isFault, readCloudMessage } from "./cloudevents/read-message";
import type { Delivery, IntegrationSource } from "./integration-source";
import { actor, entity, toEvent, typeWord } from "./payload/draft";
import { jsonSample } from "./payload/sample";
import { verifyStandard } from "./signature/verify-standard";
import { verifyToken } from "./signature/verify-token";

const LABEL = "CloudEvents";

/** What a delivery holds; null when it cannot be read at all. */
function peek(delivery: Delivery): CloudMessage | null {
  try {
    return readCloudMessage(delivery);
  } catch (error) {
    if (asActivityError(error) === null) throw error;
    return null;
  }
}

/** The only event of a delivery; null when it has none or several. */
function onlyEvent(delivery: Delivery): CloudEvent | null {
  const items = peek(delivery)?.items ?? [];
  const [only] = items;
  return only === undefined || items.length > 1 || isFault(only) ? null : only;
}

/** A fault with the place in its batch where it is. */
function inBatch(fault: ActivityError, place: number): ActivityError {
  const issues = (fault.issues ?? []).map(({ path, message }) => ({ path: [place, ...path], message }));
  return new ActivityError(fault.code, `${place}.${fault.message}`, { issues });
}

/** One of a batch that cannot be an event: those beside it are stored, and the team is to see that it was not. */
function tellFault(fault: ActivityError, place: number, receivedAt: Date): ActivityEvent {
  const name = `event ${place + 1} of a batch`;
  return toEvent(
    CLOUDEVENTS,
    ["unreadable"],
    {
      actor: actor(CLOUDEVENTS, LABEL, { kind: "integration" }),
      predicate: `could not read ${name}: ${fault.message}`,
      entity: entity("event", name, name),
      isImportant: true,
    },
    receivedAt,
  );
}

/** CloudEvents 1.0 over HTTP, from whoever sends them: cloudevents.io. */
export const cloudeventsSource: IntegrationSource = {
  provider: CLOUDEVENTS,
  label: LABEL,
  maxBytes: 1_048_576,
  setup: {
    menu: ["Event subscriptions", "Webhook", "Endpoint"],
    secretFrom: "us",
    secretName: "Bearer token",
    hint: "Send the header Authorization: Bearer and the token, or sign by Standard Webhooks with it. For Knative, Azure Event Grid, Harbor, Tekton, CDEvents and whoever speaks CloudEvents 1.0.",
    docsUrl: "https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/http-webhook.md",
  },
  retries: true,
  asksFirst: true,
  secretHeaders: ["Authorization"],

  // A signature says more than a token that anybody on the way may have read: where there is one, it counts.
  verify(delivery, secrets, now) {
    const isSigned = ["webhook-signature", "svix-signature"].some((name) => delivery.header(name) !== null);
    if (isSigned) return verifyStandard(delivery, secrets, now);
    return verifyToken(delivery, { header: "Authorization", prefix: "Bearer " }, secrets);
  },

  // As bytes of UTF-8, of which HTTP takes one a character.
  sign: (_body, { secret }) => ({ Authorization: `Bearer ${Buffer.from(secret).toString("latin1")}` }),
  shell: { Authorization: "Bearer $SECRET" },
  sample: (id, at) =>
    jsonSample(
      {
        specversion: "1.0",
        id,
        source: "https://cloudevents.io/",
        type: "io.cloudevents.test.sent",
        subject: "delivery",
        time: at.toISOString(),
      },
      { "Content-Type": "application/cloudevents+json" },
    ),

  // Several events come in another batch the next time: each counts by its own key.
  deliveryId(delivery) {
    const event = onlyEvent(delivery);
    return event === null ? null : eventIdentity(event);
  },

  eventName(delivery) {
    const event = peek(delivery)?.items.find((item) => !isFault(item));
    return event === undefined || isFault(event) ? null : typeWord(event.type);
  },

  // An empty batch is allowed, and says nothing.
  reply(delivery) {
    if (peek(delivery)?.items.length !== 0) return null;
    return { contentType: "application/json; charset=utf-8", body: '{"status":"stored","activityIds":[]}' };
  },

  toEvents(delivery, receivedAt) {
    const { items } = readCloudMessage(delivery);
    const [first] = items;
    if (first !== undefined && isFault(first) && items.every(isFault)) throw inBatch(first, 0);
    return items.map((item, place) =>
      isFault(item) ? tellFault(item, place, receivedAt) : describeCloudEvent(item, receivedAt),
    );
  },
};
