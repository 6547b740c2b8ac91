// Third step of a webhook: the signature, delivery id and events of Forgejo and Gitea.
import { invalid } from "@/activity/errors";
import { formPayload, hookName, readHook } from "./forge/hook";
import { describeForgejo } from "./forgejo/describe-forgejo";
import { forgeNamed } from "./forgejo/people";
import type { Delivery, IntegrationSource } from "./integration-source";
import { deliveryIdFrom } from "./payload/delivery-id";
import { typeWord } from "./payload/draft";
import { jsonSample } from "./payload/sample";
import { hexInShell, signHex, verifyHex } from "./signature/verify-hex";

/** How a delivery is signed that bears Forgejo's own names. */
const SIGNATURE = { header: "X-Forgejo-Signature" };

/** Forgejo sends each of its headers under Gitea's name too, so only its own tell the two apart. */
function senderOf(delivery: Delivery): "Forgejo" | "Gitea" {
  const hasAny = (name: string) =>
    ["Signature", "Event", "Delivery"].some((part) => delivery.header(`X-${name}-${part}`) !== null);
  return hasAny("Gitea") && !hasAny("Forgejo") ? "Gitea" : "Forgejo";
}

/** The header whose signature counts: Gitea's only where Forgejo's was not sent. Without either, the one that its sender would send. */
function signatureHeader(delivery: Delivery): string {
  const sent = ["X-Forgejo-Signature", "X-Gitea-Signature"].find((name) => delivery.header(name) !== null);
  return sent ?? `X-${senderOf(delivery)}-Signature`;
}

/** A header under the name that counts: Gitea's only where Forgejo's was not sent. */
function header(delivery: Delivery, part: string): string | null {
  return delivery.header(`X-Forgejo-${part}`) ?? delivery.header(`X-Gitea-${part}`);
}

/** Some versions name an event by its type alone. */
function eventOf(delivery: Delivery): string | null {
  return typeWord(header(delivery, "Event")) ?? typeWord(header(delivery, "Event-Type"));
}

/**
 * The signed bytes: the JSON text, also when it is sent as the field of a form. The form itself then counts for nothing,
 * or a JSON delivery sent again as a form could be read as another text than the one that was signed.
 */
function signed(delivery: Delivery): (Uint8Array | string)[] {
  try {
    const payload = formPayload(delivery.body, delivery.header("Content-Type"));
    return payload === undefined ? [delivery.body] : [payload ?? ""];
  } catch {
    return [delivery.body];
  }
}

/** Forgejo's and Gitea's webhooks: forgejo.org/docs/latest/user/webhooks, docs.gitea.com/usage/webhooks. */
export const forgejoSource: IntegrationSource = {
  provider: "forgejo",
  label: "Forgejo / Gitea",
  maxBytes: 25 * 1024 * 1024,
  setup: {
    menu: ["Settings", "Webhooks", "Add webhook", "Forgejo or Gitea"],
    secretFrom: "us",
    secretName: "Secret",
    hint: "Set the method to POST and the content type to application/json, and choose which events to send.",
    docsUrl: "https://forgejo.org/docs/latest/user/webhooks/",
  },
  // What somebody replays gets an id of its own.
  retries: false,

  verify: (delivery, secrets) => verifyHex(delivery, { header: signatureHeader(delivery), signed }, secrets),
  sign: (body, { secret }) => signHex(body, SIGNATURE, secret),
  shell: hexInShell(SIGNATURE),
  sample: (id, at) =>
    jsonSample(
      {
        action: "opened",
        number: 1,
        issue: {
          id: 1,
          number: 1,
          title: "Test delivery: nothing is to be done",
          html_url: "https://codeberg.org/example/test-delivery/issues/1",
          created_at: at.toISOString(),
        },
        repository: {
          id: 1,
          full_name: "example/test-delivery",
          html_url: "https://codeberg.org/example/test-delivery",
        },
        sender: { id: 1, login: "forgejo", full_name: "Forgejo" },
      },
      { "X-Forgejo-Event": "issues", "X-Forgejo-Delivery": id },
    ),

  deliveryId: (delivery) => deliveryIdFrom(header(delivery, "Delivery")),

  eventName: (delivery) => hookName(eventOf(delivery), delivery.body, delivery.header("Content-Type")),

  toEvents(delivery, receivedAt) {
    const event = eventOf(delivery);
    if (event === null) throw invalid([`X-${senderOf(delivery)}-Event`], "must be sent");
    const forge = forgeNamed(senderOf(delivery));
    return [describeForgejo(readHook(forge, event, delivery.body, delivery.header("Content-Type")), receivedAt)];
  },
};
