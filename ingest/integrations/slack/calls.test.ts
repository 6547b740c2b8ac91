import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { eventSchema } from "@/activity/event-schema";
import { slackSource } from "../slack";
import { asStored } from "../testing/as-stored";
import { delivery, RECEIVED_AT } from "../testing/delivery";
import { expectTold } from "../testing/expect-told";

const FORM = { "Content-Type": "application/x-www-form-urlencoded" };
const form = (fields: Record<string, string>) => delivery(new URLSearchParams(fields).toString(), FORM);
const interaction = (payload: unknown) => form({ payload: JSON.stringify(payload) });
const read = (one: ReturnType<typeof delivery>) => {
  const [told] = slackSource.toEvents(one, RECEIVED_AT);
  if (told === undefined) throw new Error("nothing was told");
  return told;
};

// After docs.slack.dev/interactivity/implementing-slash-commands: "Preparing your app to receive commands".
const command = {
  token: "gIkuvaNzQIHg97ATvDxqgjtO-secret",
  team_id: "T0001",
  team_domain: "example",
  channel_id: "C2147483705",
  channel_name: "test",
  user_id: "U2147483697",
  user_name: "Steve",
  command: "/weather",
  text: "94070 & more",
  response_url: "https://hooks.slack.com/commands/1234/secret",
  trigger_id: "13345224609.738474920.secret",
  api_app_id: "A123456",
};
const who = { id: "U061F7AUR", username: "ada", name: "ada", team_id: "T0CAG" };
const where = { team: { id: "T0CAG", domain: "acme-creamery" }, channel: { id: "CBR2V3XEX", name: "review-updates" } };
const secrets = {
  token: "secret",
  trigger_id: "secret",
  response_url: "https://hooks.slack.com/actions/secret",
  api_app_id: "A02",
};
const button = {
  type: "button",
  block_id: "=qXel",
  action_id: "approve",
  text: { text: "Approve" },
  action_ts: "1548426417.840180",
};
const message = { type: "message", user: "UBOT", ts: "1548261231.000200", text: "Ready?" };
const view = {
  id: "VNHU13V36",
  type: "modal",
  callback_id: "trip",
  title: { type: "plain_text", text: "Plan a trip" },
  state: { values: { a: { b: { value: "secret" } } } },
  private_metadata: "secret",
};

describe("a slash command", () => {
  it("tells who ran what where, and no secret", () => {
    const told = read(form(command));
    expect(asStored(told).message).toBe("Steve ran /weather 94070 & more in #test");
    expectTold(asStored(told));
    expect(told).toMatchObject({
      eventType: "slack.slash_command",
      actor: { id: "U2147483697", name: "Steve" },
      entity: { type: "command", id: "/weather", url: "https://example.slack.com/archives/C2147483705" },
    });
    expect(JSON.stringify(told)).not.toContain("secret");
    expect([slackSource.deliveryId(form(command)), slackSource.eventName(form(command))]).toEqual([
      null,
      "slash_command",
    ]);
  });

  it("leaves out the names that Slack keeps to itself", () => {
    const veiled = { ...command, channel_name: "privategroup", text: "" };
    expect(asStored(read(form(veiled))).message).toBe("Steve ran /weather");
    const direct = { ...command, channel_name: "directmessage", channel_id: "D1A" };
    expect(asStored(read(form(direct))).message).toBe("Steve ran /weather 94070 & more in a direct message");
  });
});

// After docs.slack.dev/reference/interaction-payloads and the types of @slack/bolt.
const INTERACTIONS: [payload: Record<string, unknown>, sentence: string][] = [
  [
    { type: "block_actions", actions: [button], message, container: { message_ts: message.ts } },
    "ada pressed Approve in #review-updates",
  ],
  [
    { type: "block_actions", actions: [{ type: "static_select", selected_option: { text: { text: "Later" } } }] },
    "ada chose Later in #review-updates",
  ],
  [
    { type: "block_actions", actions: [{ type: "plain_text_input", action_id: "note", value: "secret" }], view },
    "ada pressed note in Plan a trip",
  ],
  [{ type: "block_actions", actions: [button], channel: undefined }, "ada pressed Approve in A02"],
  [
    {
      type: "interactive_message",
      callback_id: "game",
      actions: [{ name: "chess", type: "button", value: "chess" }],
      message_ts: "1.2",
    },
    "ada pressed chess in #review-updates",
  ],
  [
    {
      type: "interactive_message",
      actions: [{ name: "games", type: "select", selected_options: [{ value: "maze" }] }],
    },
    "ada chose maze in #review-updates",
  ],
  [{ type: "view_submission", view }, "ada submitted Plan a trip"],
  [{ type: "view_closed", view, is_cleared: false }, "ada closed Plan a trip"],
  [
    { type: "shortcut", callback_id: "shortcut_create_task", channel: undefined, action_ts: "1581106241.371594" },
    "ada ran shortcut shortcut_create_task",
  ],
  [
    { type: "message_action", callback_id: "create_task", message, message_ts: message.ts },
    "ada ran shortcut create_task on a message in #review-updates",
  ],
  [
    { type: "dialog_submission", callback_id: "employee_offsite", submission: { pin: "secret" } },
    "ada submitted dialog employee_offsite in #review-updates",
  ],
  [
    { type: "dialog_cancellation", callback_id: "employee_offsite" },
    "ada closed dialog employee_offsite in #review-updates",
  ],
  [
    { type: "workflow_step_edit", callback_id: "copy_review", channel: undefined },
    "ada edited step copy_review of a workflow",
  ],
  [
    { type: "block_suggestion", action_id: "a", block_id: "b", value: "secret", view },
    "ada looked for choices in Plan a trip",
  ],
  [{ type: "dialog_suggestion", name: "employee", value: "secret" }, "ada looked for choices in #review-updates"],
  [{ type: "robot_pressed" }, "ada triggered robot pressed on #review-updates"],
];

describe("an interaction", () => {
  it.each(INTERACTIONS)("of %j", (payload, sentence) => {
    const one = interaction({ user: who, ...where, ...secrets, ...payload });
    const told = read(one);
    expect(asStored(told).message).toBe(sentence);
    expectTold(asStored(told));
    expect(JSON.stringify(told)).not.toContain("secret");
    expect([slackSource.deliveryId(one), slackSource.eventName(one)]).toEqual([null, payload.type]);
  });

  it("is linked to its message where the workspace's address is known, and has its time", () => {
    const told = read(interaction({ user: who, ...where, type: "block_actions", actions: [button], message }));
    expect(told.entity.url).toBe("https://acme-creamery.slack.com/archives/CBR2V3XEX/p1548261231000200");
    expect(told.timestamp).toBe("2019-01-25T14:26:57.840Z");
  });
});

describe("the answer", () => {
  // After docs.slack.dev/reference/events/url_verification.
  const challenge = "3eZbrw1aBm2rZgRNFdxV2595E9CY3gmdALWMmHkvFXO7tYXAYM8P";
  const verification = { token: "Jhj5dZrVaK7ZwHHjRyZWjbDl", challenge, type: "url_verification" };

  it("to Slack's question whether the URL is ours is its own word", () => {
    expect(slackSource.reply?.(delivery(JSON.stringify(verification)))).toEqual({
      contentType: "text/plain",
      body: challenge,
    });
    expect(slackSource.reply?.(form({ ssl_check: "1", token: "t" }))).toEqual({ contentType: "text/plain", body: "" });
    for (const other of [{ ...verification, challenge: 1 }, { ...verification, type: "event_callback" }, {}])
      expect(slackSource.reply?.(delivery(JSON.stringify(other)))).toBeNull();
    for (const body of ["", "{", "[]", "\xff"]) expect(slackSource.reply?.(delivery(body))).toBeNull();
    expect(slackSource.reply?.(form(command))).toBeNull();
  });

  it("to what people pressed or ran is empty, as they would see it", () => {
    const empty = { contentType: "text/plain", body: "" };
    expect(slackSource.answer?.(form(command))).toEqual(empty);
    expect(slackSource.answer?.(interaction({ type: "view_submission" }))).toEqual(empty);
    expect(slackSource.answer?.(delivery('{"type":"event_callback"}'))).toBeNull();
  });
});

describe("a form", () => {
  it("is refused when it is no call of Slack's", () => {
    const refusal = (code: string) => expect.objectContaining({ code });
    expect(() => read(form({ a: "1" }))).toThrow(refusal("invalid_request"));
    expect(() => read(form({ payload: "[]" }))).toThrow(refusal("invalid_request"));
    expect(() => read(form({ payload: "{" }))).toThrow(refusal("malformed_json"));
    expect(slackSource.eventName(form({ a: "1" }))).toBeNull();
  });

  it("is valid whatever is in it", () => {
    const text = fc.string({ unit: "binary", maxLength: 40 });
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...Object.keys(command), "payload"), text), (fields) => {
        const told = read(form({ command: "/a", ...fields }));
        expect(eventSchema.safeParse(told).error?.issues).toBeUndefined();
        expect(asStored(told).message).toContain(told.entity.name);
      }),
      { numRuns: 300 },
    );
    fc.assert(
      fc.property(
        fc.jsonValue({ maxDepth: 3 }),
        fc.constantFrom(...INTERACTIONS),
        fc.nat(20),
        (value, [payload], at) => {
          const keys = [...Object.keys(payload), "user", "channel", "team"];
          const key = keys[at % keys.length] ?? "user";
          const told = read(interaction({ user: who, ...where, ...payload, [key]: value }));
          expect(eventSchema.safeParse(told).error?.issues).toBeUndefined();
          expect(asStored(told).message).toContain(asStored(told).entity.name);
        },
      ),
      { numRuns: 300 },
    );
  });
});
