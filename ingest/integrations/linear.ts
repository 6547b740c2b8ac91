// Third step of a webhook: Linear's signature, delivery id and events.
import type { Delivery, IntegrationSource } from "./integration-source";
import { describeLinear } from "./linear/describe-linear";
import { readHook } from "./linear/hook";
import { deliveryIdFrom } from "./payload/delivery-id";
import { typeWord } from "./payload/draft";
import { peekJsonObject, readJsonObject } from "./payload/read-json";
import { checkClock } from "./signature/check-clock";
import type { Verdict } from "./signature/verdict";
import { verifyHex } from "./signature/verify-hex";

const EVENT = "Linear-Event";
/** Seconds that the signed time may be off, as Linear's own library has it. */
const TOLERANCE_SECONDS = 60;

/** The time stands in the body, so it counts once that is known to be Linear's. Without one it might be of any day: too old. */
function verify(delivery: Delivery, secrets: readonly string[], now: Date): Verdict {
  const verdict = verifyHex(delivery, { header: "Linear-Signature" }, secrets);
  if (!verdict.isGenuine) return verdict;
  const sentAt = peekJsonObject(delivery.body)?.count("webhookTimestamp") ?? 0;
  return checkClock(sentAt, now, TOLERANCE_SECONDS);
}

/** Linear's data changes, SLAs and agents: linear.app/developers/webhooks. */
export const linearSource: IntegrationSource = {
  provider: "linear",
  label: "Linear",
  maxBytes: 5 * 1024 * 1024,
  setup: {
    menu: ["Settings", "API", "Webhooks", "New webhook"],
    secretFrom: "sender",
    secretName: "Signing secret",
    hint: "Choose which data changes to send, and of which teams. The signing secret stands in the same form.",
    docsUrl: "https://linear.app/developers/webhooks",
  },
  retries: true,
  verify,
  deliveryId: (delivery) => deliveryIdFrom(delivery.header("Linear-Delivery")),
  eventName(delivery) {
    const payload = peekJsonObject(delivery.body);
    const type = typeWord(payload?.text("type") ?? delivery.header(EVENT));
    const action = typeWord(payload?.text("action") ?? null);
    return type === null ? action : [type, ...(action === null ? [] : [action])].join(".");
  },
  toEvents: (delivery, receivedAt) => [
    describeLinear(readHook(readJsonObject(delivery.body), delivery.header(EVENT)), receivedAt),
  ],
};
