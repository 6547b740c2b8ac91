// Third step of a webhook: a sender whose scheme, ids and payloads the team describes itself.
import type { GenericConfig } from "@/activity/generic/generic-config";
import { MOST_ITEMS } from "@/activity/generic/mapping-schema";
import { parsePathReference } from "@/activity/generic/reference";
import { compileMapping, compilePath, compileTemplate, type Reading } from "./generic/mapping/compile-mapping";
import { describeItem, type Sender } from "./generic/mapping/describe-item";
import { eventWord, typeOf } from "./generic/mapping/event-word";
import type { Budget } from "./generic/mapping/prune";
import { shellConfigured, signConfigured } from "./generic/proof/sign-configured";
import { secretHeadersOf, verifyConfigured } from "./generic/proof/verify-configured";
import { peekPayload, readPayload } from "./generic/read-payload";
import { sampleOf } from "./generic/sample-of";
import { setupOf } from "./generic/setup-of";
import { type Keys, without } from "./generic/value-at";
import type { Delivery, IntegrationSource } from "./integration-source";
import { deliveryIdFrom } from "./payload/delivery-id";
import { actor, entity, toEvent, typeWord } from "./payload/draft";
import { Fields } from "./payload/fields";
import { hideField } from "./payload/hide-field";
import { standardMessageId } from "./signature/verify-standard";

/** The provider of every integration that is told by a team's own settings. */
export const GENERIC_PROVIDER = "generic";

/** Most that is kept of one activity's payload, and of all of a delivery's together, bytes. */
const ITEM_BYTES = 49_152;
const DELIVERY_BYTES = 262_144;

/** Where the secret stands in the payload: nothing but the check itself may read it there. */
function secretKeysOf({ signature }: GenericConfig): Keys | null {
  const path = signature.scheme === "bodyToken" ? parsePathReference(signature.path) : "none";
  return typeof path === "string" ? null : path.keys;
}

function readDeliveryId(config: GenericConfig): (delivery: Delivery, payload: () => unknown) => string | null {
  const { deliveryId } = config;
  if (deliveryId == null) return config.signature.scheme === "standard" ? standardMessageId : () => null;
  const { header, path, template } = deliveryId;
  if (header !== undefined) return (delivery) => delivery.header(header);
  const reading = (delivery: Delivery, root: unknown): Reading => ({ delivery, root, item: root });
  if (template !== undefined) {
    const fill = compileTemplate(template);
    return (delivery, payload) => fill(reading(delivery, payload()));
  }
  const read = compilePath(path ?? "");
  return (delivery, payload) => new Fields(read(reading(delivery, payload()))).text("");
}

/** What a list that was too long holds beyond what is told. */
function tellRest(sender: Sender, word: string, count: number, receivedAt: Date) {
  const name = `${count} more`;
  const event = toEvent(
    "integration",
    [typeOf(word)],
    {
      actor: actor(sender.source, sender.label, { kind: "integration" }),
      predicate: `sent ${name}`,
      entity: entity("delivery", name, name),
    },
    receivedAt,
  );
  return { ...event, source: sender.source };
}

/** A source as a team's settings describe it. Pure: the same settings make the same source. */
export function genericSource(config: GenericConfig): IntegrationSource {
  const { label = "Webhook", source = GENERIC_PROVIDER, deliveryId, signature } = config;
  const sender = { label, source };
  const idHeader = deliveryId?.header ?? null;
  const shell = shellConfigured(signature, idHeader);
  const mapping = compileMapping(config.event ?? {});
  const secretKeys = secretKeysOf(config);
  const secretField = secretKeys?.at(-1);
  const shown = (payload: unknown) => (secretKeys === null ? payload : without(payload, secretKeys));
  const peek = (delivery: Delivery) => shown(peekPayload(delivery.body));
  const readId = readDeliveryId(config);

  /** What is told of a payload, one by one. A list at its top is a batch, and one that is empty or missing is told as a whole. */
  const readingsOf = (delivery: Delivery, root: unknown): Reading[] => {
    const list = mapping.each === null ? root : mapping.each({ delivery, root, item: root });
    const items: unknown[] = Array.isArray(list) && list.length > 0 ? list : [root];
    return items.map((item) => ({ delivery, root, item }));
  };

  return {
    provider: GENERIC_PROVIDER,
    label,
    maxBytes: 1_048_576,
    setup: setupOf(config),
    retries: config.retries ?? true,
    secretHeaders: secretHeadersOf(signature),
    verify: verifyConfigured(signature, idHeader),
    sign: signConfigured(signature, idHeader),
    ...(shell === undefined ? {} : { shell }),
    sample: sampleOf(config),
    deliveryId: (delivery) => deliveryIdFrom(readId(delivery, () => peek(delivery))),
    eventName(delivery) {
      const [first] = readingsOf(delivery, peek(delivery));
      return first === undefined || first.root === undefined ? null : typeWord(eventWord(mapping, first));
    },
    ...(typeof secretField === "string" ? { hideSecret: (body: string) => hideField(body, secretField) } : {}),
    toEvents(delivery, receivedAt) {
      const readings = readingsOf(delivery, shown(readPayload(delivery.body)));
      const told = readings.slice(0, MOST_ITEMS);
      const bytes = Math.min(ITEM_BYTES, Math.floor(DELIVERY_BYTES / told.length));
      const events = told.map((reading) => {
        const budget: Budget = { bytes };
        return describeItem(mapping, sender, reading, { receivedAt, budget });
      });
      const [next] = readings.slice(MOST_ITEMS);
      if (next !== undefined) {
        const rest = readings.length - MOST_ITEMS;
        events.push(tellRest(sender, eventWord(mapping, next), rest, receivedAt));
      }
      return events;
    },
  };
}
