// Third step of a webhook: Slack's signature, delivery id, answers and events.
import type { Delivery, IntegrationSource } from "./integration-source";
import { deliveryIdFrom } from "./payload/delivery-id";
import { typeWord } from "./payload/draft";
import { jsonSample } from "./payload/sample";
import { checkClock, unixSeconds } from "./signature/check-clock";
import { refused, type Verdict } from "./signature/verdict";
import { signHex, verifyHex } from "./signature/verify-hex";
import { describeSlack } from "./slack/describe-slack";
import { hideSlackSecrets } from "./slack/hide-secrets";
import { peekSlackCall, readSlackCall, slackEventName } from "./slack/read-call";

const SIGNATURE = "X-Slack-Signature";
const TIME = "X-Slack-Request-Timestamp";
/** Seconds that a signed time may be off; Slack's libraries look back only, we look ahead too. */
const TOLERANCE_SECONDS = 300;

/** How a body sent at that time is signed. */
const scheme = (time: string, body: Uint8Array | string) => ({
  header: SIGNATURE,
  prefix: "v0=",
  signed: () => [`v0:${time}:`, body],
});

/** `v0=<hex>` over `v0:{time}:{body}`. */
function verify(delivery: Delivery, secrets: readonly string[], now: Date): Verdict {
  const time = delivery.header(TIME)?.trim() ?? "";
  if (time === "") return refused({ code: "missing_header", header: TIME });
  const sentAt = unixSeconds(time);
  if (sentAt === null) return refused({ code: "malformed_header", header: TIME });
  const verdict = verifyHex(delivery, scheme(time, delivery.body), secrets);
  return verdict.isGenuine ? checkClock(sentAt, now, TOLERANCE_SECONDS) : verdict;
}

/** Slack's events, slash commands and interactions: docs.slack.dev/apis/events-api. */
export const slackSource: IntegrationSource = {
  provider: "slack",
  label: "Slack",
  maxBytes: 1_048_576,
  setup: {
    menu: ["Your Apps", "Event Subscriptions", "Request URL"],
    secretFrom: "sender",
    secretName: "Signing Secret",
    hint: "Copy the Signing Secret from Basic Information first: Slack tries the URL at once. Then subscribe to events; slash commands and interactivity may use the same URL.",
    docsUrl: "https://docs.slack.dev/apis/events-api/using-http-request-urls/",
  },
  retries: true,
  verify,
  sign(body, { secret, at }) {
    const time = String(Math.floor(at.getTime() / 1_000));
    return signHex(body, scheme(time, body), secret, { [TIME]: time });
  },
  shell: {
    [TIME]: "$TIME",
    [SIGNATURE]: `v0=$(printf %s "v0:$TIME:$BODY" | openssl dgst -sha256 -hmac "$SECRET" | sed 's/.* //')`,
  },
  sample: (id, at) =>
    jsonSample({
      type: "event_callback",
      event_id: id,
      event_time: Math.floor(at.getTime() / 1_000),
      team_id: "T00000000",
      api_app_id: "A00000000",
      event: {
        type: "message",
        channel: "C00000000",
        channel_type: "channel",
        user: "U00000000",
        user_profile: { real_name: "Slack", display_name: "Slack" },
        text: "Test delivery: this address works",
        ts: `${Math.floor(at.getTime() / 1_000)}.000100`,
      },
    }),
  // Commands and interactions have no id; each differs by a trigger of its own.
  hideSecret: hideSlackSecrets,
  deliveryId: (delivery) => deliveryIdFrom(peekSlackCall(delivery)?.payload.text("event_id") ?? null),
  eventName(delivery) {
    const call = peekSlackCall(delivery);
    return call === null ? null : typeWord(slackEventName(call));
  },
  reply(delivery) {
    const call = peekSlackCall(delivery);
    const challenge = call?.payload.at("challenge").value;
    if (call?.payload.text("type") === "url_verification" && typeof challenge === "string")
      return { contentType: "text/plain", body: challenge };
    return call?.payload.text("ssl_check") === "1" ? { contentType: "text/plain", body: "" } : null;
  },
  // People would see any other answer, as a message or as an error.
  answer: (delivery) => (peekSlackCall(delivery)?.kind === "event" ? null : { contentType: "text/plain", body: "" }),
  toEvents: (delivery, receivedAt) => [describeSlack(readSlackCall(delivery), receivedAt)],
};
