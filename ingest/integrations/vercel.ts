// Third step of a webhook: Vercel's signature, delivery id and events.
import type { IntegrationSource } from "./integration-source";
import { deliveryIdFrom } from "./payload/delivery-id";
import { typeWord } from "./payload/draft";
import { peekJsonObject, readJsonObject } from "./payload/read-json";
import { jsonSample } from "./payload/sample";
import { type HexScheme, hexInShell, signHex, verifyHex } from "./signature/verify-hex";
import { describeVercel } from "./vercel/describe-vercel";

/** An HMAC of SHA-1, which is sound for a MAC. */
const SIGNATURE: HexScheme = { header: "x-vercel-signature", algorithm: "sha1" };

/** Vercel's webhooks: vercel.com/docs/webhooks/webhooks-api. */
export const vercelSource: IntegrationSource = {
  provider: "vercel",
  label: "Vercel",
  maxBytes: 1_048_576,
  setup: {
    menu: ["Team Settings", "Webhooks", "Create Webhook"],
    secretFrom: "sender",
    secretName: "Webhook secret",
    hint: "Vercel shows the secret once, when the webhook is made. For an integration it is the Client Secret.",
    first: "The next deployment sends one.",
    docsUrl: "https://vercel.com/docs/webhooks",
  },
  retries: true,
  // Retries run for a day with the time of the first try, so none is refused by its age.
  verify: (delivery, secrets) => verifyHex(delivery, SIGNATURE, secrets),
  sign: (body, { secret }) => signHex(body, SIGNATURE, secret),
  shell: hexInShell(SIGNATURE),
  sample: (id, at) =>
    jsonSample({
      id,
      type: "project.created",
      createdAt: at.getTime(),
      region: "iad1",
      payload: {
        user: { id: "test" },
        project: { id: "prj_test", name: "test-delivery" },
        links: { project: "https://vercel.com/docs/webhooks" },
      },
    }),
  deliveryId: (delivery) => deliveryIdFrom(peekJsonObject(delivery.body)?.text("id") ?? null),
  eventName: (delivery) => typeWord(peekJsonObject(delivery.body)?.text("type") ?? null),
  toEvents: (delivery, receivedAt) => [describeVercel(readJsonObject(delivery.body), receivedAt)],
};
