// Third step of a webhook: Linear's signature, delivery id and events.
import type { Delivery, IntegrationSource } from "./integration-source";
import { describeLinear } from "./linear/describe-linear";
import { readHook } from "./linear/hook";
import { deliveryIdFrom } from "./payload/delivery-id";
import { typeWord } from "./payload/draft";
import { peekJsonObject, readJsonObject } from "./payload/read-json";
import { jsonSample } from "./payload/sample";
import { checkClock } from "./signature/check-clock";
import type { Verdict } from "./signature/verdict";
import { hexInShell, signHex, verifyHex } from "./signature/verify-hex";

const SIGNATURE = { header: "Linear-Signature" };
const EVENT = "Linear-Event";
/** Seconds that the signed time may be off, as Linear's own library has it. */
const TOLERANCE_SECONDS = 60;

/** The time stands in the body, so it counts once that is known to be Linear's. Without one it might be of any day: too old. */
function verify(delivery: Delivery, secrets: readonly string[], now: Date): Verdict {
  const verdict = verifyHex(delivery, SIGNATURE, secrets);
  if (!verdict.isGenuine) return verdict;
  const payload = peekJsonObject(delivery.body);
  // Rightly signed and no JSON object: of no use at any time, which is for its reader to say.
  return payload === null ? verdict : checkClock(payload.count("webhookTimestamp") ?? 0, now, TOLERANCE_SECONDS);
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
  sign: (body, { secret }) => signHex(body, SIGNATURE, secret),
  shell: hexInShell(SIGNATURE),
  sample: (id, at) =>
    jsonSample(
      {
        action: "create",
        type: "Issue",
        createdAt: at.toISOString(),
        webhookTimestamp: at.getTime(),
        url: "https://linear.app/developers/webhooks",
        actor: { id: "test", type: "user", name: "Linear" },
        data: {
          id: "test",
          identifier: "TEST-1",
          title: "Test delivery: nothing is to be done",
          url: "https://linear.app/developers/webhooks",
          team: { id: "test", key: "TEST", name: "Test" },
        },
      },
      { [EVENT]: "Issue", "Linear-Delivery": id },
    ),
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
