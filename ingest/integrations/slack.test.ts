import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { eventSchema } from "@/activity/event-schema";
import { slackSource } from "./slack";
import { ACCOUNTS } from "./slack/testing/accounts";
import { CHANNELS } from "./slack/testing/channels";
import { ITEMS } from "./slack/testing/items";
import { MESSAGES } from "./slack/testing/messages";
import { asStored } from "./testing/as-stored";
import { delivery, RECEIVED_AT } from "./testing/delivery";
import { describeSignature } from "./testing/describe-signature";
import { expectTold } from "./testing/expect-told";

const AT = new Date(1_700_000_000_000);

// The vector was accepted by Slack's own @slack/bolt 5.1.0.
describeSignature({
  source: slackSource,
  vector: {
    secret: "las-test-secret",
    at: AT,
    body: '{"action":"opened","title":"wörld ✓"}',
    headers: {
      "X-Slack-Request-Timestamp": "1700000000",
      "X-Slack-Signature": "v0=9b4358bd2da031f868055f9ce21c9e24faddc4a15c9805013407f88f0de94db1",
    },
  },
  secrets: ["8f742231b10e8888abcd99yyyzzz85a5", "another"],
  body: '{ "type": "event_callback", "event": { "type": "message", "text": "w\\u00f6rld ✓" } }',
  toleranceSeconds: 300,
});

// From docs.slack.dev/authentication/verifying-requests-from-slack: "A recipe for security".
it("is that of Slack's documentation", () => {
  const body =
    "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c";
  const signature = "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503";
  const sent = delivery(body, { "X-Slack-Request-Timestamp": "1531420618", "X-Slack-Signature": signature });
  const verdict = slackSource.verify(sent, ["8f742231b10e8888abcd99yyyzzz85a5"], new Date(1_531_420_618_000));
  expect(verdict).toEqual({ isGenuine: true });
});

// After docs.slack.dev/apis/events-api: "Callback field overview".
const envelope = (event: unknown, more: object = {}) => ({
  token: "XXYYZZ-secret",
  team_id: "T061EG9R6",
  api_app_id: "A0PNCHHK2",
  event,
  type: "event_callback",
  event_id: "Ev0PV52K21",
  event_time: 1355517523,
  authorizations: [{ team_id: "T061EG9R6", user_id: "UBOT", is_bot: true }],
  ...more,
});
const readAll = (payload: unknown) => slackSource.toEvents(delivery(JSON.stringify(payload)), RECEIVED_AT);
const read = (payload: unknown) => {
  const [told] = readAll(payload);
  if (told === undefined) throw new Error("nothing was told");
  return told;
};

describe("an event", () => {
  it.each([...MESSAGES, ...ITEMS, ...CHANNELS, ...ACCOUNTS])("of %j", (event, sentence) => {
    const told = read(envelope(event));
    expect(asStored(told).message).toBe(sentence);
    expectTold(asStored(told));
    expect(JSON.stringify(told)).not.toContain("secret");
    expect(told.eventType.startsWith(`slack.${event.type}`)).toBe(true);
  });

  it("is told with the names that are known by the time it is stored", () => {
    const [message] = MESSAGES[0] ?? [];
    const known = { actor: "Ada Lovelace", entity: "#general" };
    expect(asStored(read(envelope(message)), known).message).toBe("Ada Lovelace posted in #general: Hello world");
    const named = read(envelope({ type: "channel_created", channel: { id: "C2147483705", name: "general" } }));
    expect(named.entity).toMatchObject({ id: read(envelope(message)).entity.id, type: "channel", name: "#general" });
    const [joined] = ACCOUNTS[0] ?? [];
    expect(read(envelope(joined)).actor).toMatchObject({ id: "W012A3CDE", name: "Egon", kind: "user" });
  });

  it("has its id, name, type, time and link", () => {
    const [message] = MESSAGES[0] ?? [];
    const one = delivery(JSON.stringify(envelope(message)));
    expect([slackSource.deliveryId(one), slackSource.eventName(one)]).toEqual(["Ev0PV52K21", "message"]);
    expect(read(envelope(message))).toEqual({
      eventType: "slack.message",
      timestamp: "2012-12-14T20:38:43.000Z",
      actor: { id: "U2147483697" },
      entity: {
        type: "channel",
        id: "C2147483705",
        url: "https://slack.com/app_redirect?team=T061EG9R6&channel=C2147483705&message_ts=1355517523.000005",
      },
      metadata: { body: "Hello world", excerpt: "Hello world", channelType: "channel", ts: "1355517523.000005" },
      isImportant: false,
      source: "slack",
    });
    const joined = delivery(JSON.stringify(envelope({ type: "message", subtype: "channel_join" })));
    expect(slackSource.eventName(joined)).toBe("message.channel_join");
  });

  it("keeps what an edit changed, and not what a deleted message said", () => {
    const find = (subtype: string) => read(envelope(MESSAGES.find(([event]) => event.subtype === subtype)?.[0]));
    expect(find("message_changed").metadata).toMatchObject({ body: "Hello, world!", previousBody: "Hello, wrold!" });
    const gone = find("message_deleted");
    expect(gone.metadata).toEqual({ author: "U123ABC456", channelType: "channel", ts: "1358878749.000002" });
  });

  it("is important when the app is cut off, or hears less than there was", () => {
    // After docs.slack.dev/apis/events-api: "Rate limiting".
    const limited = { token: "t", type: "app_rate_limited", team_id: "T1A", minute_rate_limited: 1, api_app_id: "A1A" };
    expect(asStored(read(limited)).message).toBe("Slack held back events of app A1A: there were too many");
    for (const payload of [limited, envelope({ type: "tokens_revoked" }), envelope({ type: "app_uninstalled" })])
      expect(read(payload).isImportant).toBe(true);
  });

  it("is valid whatever is in it", () => {
    const all = [...MESSAGES, ...ITEMS, ...CHANNELS, ...ACCOUNTS].map(([event]) => event);
    const parts = [
      "user",
      "channel",
      "item",
      "file",
      "message",
      "previous_message",
      "text",
      "files",
      "subtype",
      "actions",
    ];
    fc.assert(
      fc.property(
        fc.jsonValue({ maxDepth: 3 }),
        fc.constantFrom(...all),
        fc.constantFrom(...parts, "type", "links", "subteam", "app_request", "names", "user_id", "channel_id"),
        (value, event, key) => {
          for (const payload of [
            envelope({ ...event, [key]: value }),
            envelope(value, { team_id: value, api_app_id: value, event_time: value }),
            { type: value, [key]: value, team: value, view: value },
          ]) {
            const told = read(payload);
            expect(eventSchema.safeParse(told).error?.issues).toBeUndefined();
            const { message, actor, entity } = asStored(told);
            expect(message?.startsWith(`${actor.name} `)).toBe(true);
            if (actor.id !== entity.id) expect(message).toContain(entity.name);
          }
        },
      ),
      { numRuns: 1_000 },
    );
  });
});

it("is shown without what lets somebody in", () => {
  const hide = (body: string) => slackSource.hideSecret?.(body) ?? body;
  expect(hide('{"token":"x0xb","event":{"bot_access_token": "x0xb","text":"token x"}}')).toBe(
    '{"token":"(not kept)","event":{"bot_access_token": "(not kept)","text":"token x"}}',
  );
  expect(hide("token=x0xb&command=%2Fdeploy&text=now&response_url=https%3A%2F%2Fx&trigger_id=1.2")).toBe(
    "token=(not kept)&command=%2Fdeploy&text=now&response_url=(not kept)&trigger_id=(not kept)",
  );
  const payload = new URLSearchParams({ payload: '{"type":"block_actions","token":"x0xb","trigger_id":"1.2"}' });
  expect(hide(payload.toString())).not.toMatch(/x0xb|1\.2/);
});
