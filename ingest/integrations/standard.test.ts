import { generateKeyPairSync, sign as signWithKey } from "node:crypto";
import fc from "fast-check";
import { Webhook } from "standardwebhooks";
import { describe, expect, it } from "vitest";
import { eventSchema } from "@/activity/event-schema";
import { standardSource } from "./standard";
import { delivery, RECEIVED_AT } from "./testing/delivery";
import { describeSignature } from "./testing/describe-signature";
import { expectTold } from "./testing/expect-told";

const VECTOR_AT = new Date(1_700_000_000_000);
const BODY = '{"action":"opened","title":"wörld ✓"}';

describeSignature({
  source: standardSource,
  vector: {
    secret: "whsec_bGFzLXRlc3Qtc2VjcmV0LWJ5dGVzLTAxMjM0NTY3",
    at: VECTOR_AT,
    body: BODY,
    headers: {
      "webhook-id": "msg_1",
      "webhook-timestamp": "1700000000",
      "webhook-signature": "v1,GIgwcBsCmC+icZgYwTDs8LJnDb05qfYzHYSzKpnu0xI=",
    },
  },
  secrets: ["whsec_bGFzLXRlc3Qtc2VjcmV0LWJ5dGVzLTAxMjM0NTY3", "whsec_YW5vdGhlci1zZWNyZXQtYW5vdGhlci1zZWNyZXQ="],
  body: '{ "type": "user.created", "data": { "name": "w\\u00f6rld ✓" } }',
  toleranceSeconds: 300,
  severalOf: (wrong, right) => ({
    ...right,
    "webhook-signature": `${wrong["webhook-signature"]} v9,abc ${right["webhook-signature"]}`,
  }),
});

it("agrees with the specification's own library, both ways", () => {
  const secret = "whsec_bGFzLXRlc3Qtc2VjcmV0LWJ5dGVzLTAxMjM0NTY3";
  const library = new Webhook(secret);
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), fc.uuid(), (text, id) => {
      const at = new Date();
      const body = JSON.stringify({ text });
      const ours = standardSource.sign(body, { secret, id, at });
      expect(library.verify(body, ours)).toEqual({ text });
      expect(ours["webhook-signature"]).toBe(library.sign(id, at, body));
    }),
  );
});

describe("the other forms", () => {
  const secret = "whsec_bGFzLXRlc3Qtc2VjcmV0LWJ5dGVzLTAxMjM0NTY3";
  const isGenuine = (headers: Record<string, string>, secrets: string[]) =>
    standardSource.verify(delivery(BODY, headers), secrets, VECTOR_AT).isGenuine;

  it("take Svix's names, which count only where the specification's are missing", () => {
    const signed = Object.entries(standardSource.sign(BODY, { secret, id: "msg_1", at: VECTOR_AT }));
    const svix = Object.fromEntries(signed.map(([name, value]) => [name.replace("webhook-", "svix-"), value]));
    expect(isGenuine(svix, [secret])).toBe(true);
    expect(standardSource.deliveryId(delivery(BODY, svix))).toBe("msg_1");
    expect(isGenuine({ ...svix, "webhook-signature": "v1,AAAA" }, [secret])).toBe(false);
  });

  it("have nothing after a signature", () => {
    const headers = standardSource.sign(BODY, { secret, id: "msg_1", at: VECTOR_AT });
    for (const more of [",", ",x", "="])
      expect(
        isGenuine({ ...headers, "webhook-signature": `${headers["webhook-signature"]}${more}` }, [secret]),
        more,
      ).toBe(false);
  });

  it("take a signature of a key pair, and no other's", () => {
    const [ours, theirs] = [generateKeyPairSync("ed25519"), generateKeyPairSync("ed25519")];
    const secretOf = ({ publicKey }: typeof ours) =>
      `whpk_${publicKey.export({ format: "der", type: "spki" }).subarray(-32).toString("base64")}`;
    const signed = Buffer.from(`msg_1.1700000000.${BODY}`);
    const headers = {
      "webhook-id": "msg_1",
      "webhook-timestamp": "1700000000",
      "webhook-signature": `v1a,${signWithKey(null, signed, ours.privateKey).toString("base64")}`,
    };
    expect(isGenuine(headers, [secretOf(ours)])).toBe(true);
    expect(isGenuine(headers, [secretOf(theirs)])).toBe(false);
    expect(isGenuine(headers, [secret])).toBe(false);
    // A public key is no secret: what is signed with it as one must not be let in.
    const asSecret = { secret: secretOf(ours).replace("whpk_", ""), id: "msg_1", at: VECTOR_AT };
    expect(isGenuine(standardSource.sign(BODY, asSecret), [secretOf(ours)])).toBe(false);
    expect(() => standardSource.sign(BODY, { ...asSecret, secret: secretOf(ours) })).toThrow(/Only the sender/);
  });
});

const read = (payload: unknown) => {
  const [event] = standardSource.toEvents(delivery(JSON.stringify(payload)), RECEIVED_AT);
  if (event === undefined) throw new Error("nothing was told");
  return event;
};

// The examples of clerk.com/docs/webhooks and resend.com/docs/dashboard/webhooks/event-types, shortened.
const clerkUser = {
  data: {
    birthday: "",
    email_addresses: [{ email_address: "example@example.org", id: "idn_1", object: "email_address" }],
    first_name: "Example",
    id: "user_29w83sxmDNGwOuEthce5gg56FcC",
    image_url: "https://img.clerk.com/xxxxxx",
    last_name: "Example",
    object: "user",
  },
  object: "event",
  timestamp: 1_654_012_591_835,
  type: "user.created",
};
const resendMail = {
  type: "email.bounced",
  created_at: "2026-11-23T08:41:11.894Z",
  data: {
    created_at: "2026-11-23T08:40:11.894Z",
    email_id: "56761188-7520-42d8-8898-ff6fc54ce618",
    from: "Acme <onboarding@resend.dev>",
    to: ["delivered@resend.dev", "other@resend.dev"],
    subject: "Sending this example",
    bounce: { message: "The mailbox is full", type: "Permanent" },
  },
};

describe("a message", () => {
  it.each([
    [clerkUser, "Webhook created user Example Example"],
    [resendMail, "Webhook bounced email Sending this example to delivered@resend.dev and 1 more"],
    [
      { type: "invoice.paid", data: { id: "in_1", actor: { id: 7, name: "Ada" }, url: "https://pay.example/in_1" } },
      "Ada paid invoice in_1",
    ],
    [{ type: "contact", data: {} }, "Webhook updated a contact"],
    [{ hello: "world" }, "Webhook updated a message"],
  ])("says %j", (payload, sentence) => {
    const event = read(payload);
    expect(event.message).toBe(sentence);
    expectTold(event, { hasLink: false });
  });

  it("has its own id, type and link", () => {
    const event = read({ type: "invoice.paid", data: { id: "in_1", url: "https://pay.example/in_1" } });
    expect(event).toMatchObject({ eventType: "standard.invoice.paid", entity: { type: "invoice", id: "in_1" } });
    expect(event.entity.url).toBe("https://pay.example/in_1");
    expect(read(resendMail)).toMatchObject({ isImportant: true, metadata: { reason: "The mailbox is full" } });
    expect(standardSource.eventName(delivery('{"type":"a.b"}'))).toBe("a.b");
    expect(standardSource.eventName(delivery("{"))).toBeNull();
  });

  it("is an event whatever is in it, or an error that names the fault", () => {
    fc.assert(
      fc.property(
        fc.jsonValue({ maxDepth: 4 }),
        fc.jsonValue({ maxDepth: 3 }),
        fc.string({ unit: "binary" }),
        (data, part, type) => {
          const event = read({ type, data, [type]: part });
          expect(eventSchema.safeParse(event).error?.issues).toBeUndefined();
          expect(event.message).toContain(event.entity.name);
        },
      ),
      { numRuns: 500 },
    );
    for (const bad of ["", "[]", "null", "{"]) {
      expect(() => standardSource.toEvents(delivery(bad), RECEIVED_AT)).toThrow(
        expect.objectContaining({ code: expect.stringMatching(/malformed_json|invalid_request/) }),
      );
    }
  });
});
