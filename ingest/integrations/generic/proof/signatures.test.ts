import { createHmac } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { GenericConfig } from "@/activity/generic/generic-config";
import type { HmacSignature } from "@/activity/generic/signature-schema";
import { genericSource } from "../../generic";
import { delivery } from "../../testing/delivery";
import { describeSignature, type SignatureCase } from "../../testing/describe-signature";

const SECRET = "las-test-secret";
const AT = new Date(1_700_000_000_000);
const VECTOR = '{"action":"opened","title":"wörld ✓"}';
const BODY = '{ "type": "order.created", "name": "w\\u00f6rld ✓" }';
const seconds = (at: Date) => String(Math.floor(at.getTime() / 1_000));

type Given = Partial<SignatureCase> & { label: string; headers: Record<string, string>; sign: SignatureCase["sign"] };

/** A scheme with the vector that its headers make, which OpenSSL or the named vendor's own library gave. */
function check(config: GenericConfig, { label, headers, ...given }: Given): void {
  describeSignature({
    source: genericSource({ ...config, label }),
    vector: { secret: SECRET, at: AT, body: VECTOR, headers },
    secrets: [SECRET, "another"],
    body: BODY,
    toleranceSeconds: null,
    ...given,
  });
}

const hmac = (more: Partial<HmacSignature> = {}): GenericConfig => ({
  signature: { scheme: "hmac", header: "X-Signature", ...more },
});
const digest = (secret: string | Buffer, text: string, algorithm = "sha256", encoding: "hex" | "base64" = "hex") =>
  createHmac(algorithm, secret).update(text).digest(encoding);

// As GitHub signs.
check(hmac({ prefix: "sha256=" }), {
  label: "HMAC in hexadecimal digits after a prefix",
  headers: { "X-Signature": "sha256=9ead046082a02d19cfef704a35e42c8bbc19982da219b9b2ee512e5743bf2b2c" },
  sign: (body, { secret }) => ({ "X-Signature": `sha256=${digest(secret, body)}` }),
});

check(hmac({ encoding: "base64" }), {
  label: "HMAC in base64",
  headers: { "X-Signature": "nq0EYIKgLRnP73BKNeQsi7wZmC2iGbmy7lEuV0O/Kyw=" },
  sign: (body, { secret }) => ({ "X-Signature": digest(secret, body, "sha256", "base64") }),
});

check(hmac({ algorithm: "sha512" }), {
  label: "HMAC with SHA-512",
  headers: {
    "X-Signature":
      "0b4218e1070db0125f39cff4038cd91508bea16b2d958a110e0e12d7ca5179f906c593a23804038004f70d2048ae9eb4b6311ea77dfa8e4552b8af09fc2c5536",
  },
  sign: (body, { secret }) => ({ "X-Signature": digest(secret, body, "sha512") }),
});

// As Vercel signs.
check(hmac({ algorithm: "sha1" }), {
  label: "HMAC with SHA-1",
  headers: { "X-Signature": "597f9536657ca048ce87c968a03276a7999fcdbe" },
  sign: (body, { secret }) => ({ "X-Signature": digest(secret, body, "sha1") }),
});

// As Stripe signs.
check(
  hmac({
    signed: "{timestamp}.{body}",
    list: { timestampKey: "t", signatureKey: "v1" },
    timestamp: { toleranceSeconds: 60 },
  }),
  {
    label: "A list of a time and signatures",
    headers: { "X-Signature": "t=1700000000,v1=cee2e2ed414a2de8375b1ceb1df2e046826ba845f2451e504af2855bd4383146" },
    sign: (body, { secret, at }) => ({
      "X-Signature": `t=${seconds(at)},v1=${digest(secret, `${seconds(at)}.${body}`)}`,
    }),
    toleranceSeconds: 60,
    severalOf: (wrong, right) => {
      const [time, signature] = (right["X-Signature"] ?? "").split(",");
      return { "X-Signature": `${time}, ${wrong["X-Signature"]?.split(",")[1]}, v0=00, ${signature}` };
    },
  },
);

// As PagerDuty signs.
check(hmac({ prefix: "v1=", list: {} }), {
  label: "A list of signatures",
  headers: { "X-Signature": "v1=9ead046082a02d19cfef704a35e42c8bbc19982da219b9b2ee512e5743bf2b2c" },
  sign: (body, { secret }) => ({ "X-Signature": `v1=${digest(secret, body)}` }),
  severalOf: (wrong, right) => ({ "X-Signature": `${wrong["X-Signature"]},${right["X-Signature"]}` }),
});

// As Slack signs.
check(hmac({ prefix: "v0=", signed: "v0:{timestamp}:{body}", timestamp: { header: "X-Time" } }), {
  label: "A time in a header of its own",
  headers: {
    "X-Time": "1700000000",
    "X-Signature": "v0=9b4358bd2da031f868055f9ce21c9e24faddc4a15c9805013407f88f0de94db1",
  },
  sign: (body, { secret, at }) => ({
    "X-Time": seconds(at),
    "X-Signature": `v0=${digest(secret, `v0:${seconds(at)}:${body}`)}`,
  }),
  toleranceSeconds: 300,
});

// As Zendesk signs.
check(hmac({ encoding: "base64", signed: "{timestamp}{body}", timestamp: { header: "X-Time", unit: "iso" } }), {
  label: "A time in ISO 8601",
  headers: { "X-Time": "2023-11-14T22:13:20Z", "X-Signature": "zz0MgkT6CXpRQq0KjkkxIefyX9KG9VqpVhLd0xp1QQ8=" },
  sign: (body, { secret, at }) => {
    const time = at.toISOString().replace(".000", "");
    return { "X-Time": time, "X-Signature": digest(secret, time + body, "sha256", "base64") };
  },
  toleranceSeconds: 300,
});

check(
  {
    ...hmac({
      secretEncoding: "hex",
      signed: "{id}.{timestamp}.{body}",
      timestamp: { header: "X-Time", unit: "ms", toleranceSeconds: 3_600 },
    }),
    deliveryId: { header: "X-Id" },
  },
  {
    label: "A key of bytes, an id and milliseconds",
    vector: {
      secret: Buffer.from(SECRET).toString("hex"),
      at: AT,
      body: VECTOR,
      headers: {
        "X-Id": "msg_1",
        "X-Time": "1700000000000",
        "X-Signature": "fff433b7c4d013b72ff7b66b88cc011c0cbc18977740ff91bf8f3babdab3591b",
      },
    },
    headers: {},
    secrets: ["00ff10", "aa"],
    sign: (body, { secret, at }) => ({
      "X-Id": "msg_1",
      "X-Time": String(at.getTime()),
      "X-Signature": digest(Buffer.from(secret, "hex"), `msg_1.${at.getTime()}.${body}`),
    }),
    toleranceSeconds: 3_600,
  },
);

check(
  { signature: { scheme: "token", header: "X-Token" } },
  {
    label: "A token",
    headers: { "X-Token": SECRET },
    sign: (_body, { secret }) => ({ "X-Token": secret }),
    isBodySigned: false,
  },
);

// The example of RFC 7617, section 2.
check(
  { signature: { scheme: "basic", username: "Aladdin" } },
  {
    label: "Basic authentication",
    headers: {},
    vector: {
      secret: "open sesame",
      at: AT,
      body: VECTOR,
      headers: { Authorization: "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==" },
    },
    sign: (_body, { secret }) => ({
      Authorization: `Basic ${Buffer.from(`Aladdin:${secret}`).toString("base64")}`,
    }),
    isBodySigned: false,
  },
);

// As the libraries of Standard Webhooks sign.
check(
  { signature: { scheme: "standard" } },
  {
    label: "Standard Webhooks",
    headers: {},
    vector: {
      secret: "whsec_bGFzLXRlc3Qtc2VjcmV0LWJ5dGVzLTAxMjM0NTY3",
      at: AT,
      body: VECTOR,
      headers: {
        "webhook-id": "msg_1",
        "webhook-timestamp": "1700000000",
        "webhook-signature": "v1,GIgwcBsCmC+icZgYwTDs8LJnDb05qfYzHYSzKpnu0xI=",
      },
    },
    secrets: ["whsec_bGFzLXRlc3Qtc2VjcmV0LWJ5dGVzLTAxMjM0NTY3", "whsec_YW5vdGhlci1zZWNyZXQtYW5vdGhlci1zZWNyZXQ="],
    sign: (body, { secret, at }) => {
      const key = Buffer.from(secret.replace("whsec_", ""), "base64");
      return {
        "webhook-id": "msg_1",
        "webhook-timestamp": seconds(at),
        "webhook-signature": `v1,${digest(key, `msg_1.${seconds(at)}.${body}`, "sha256", "base64")}`,
      };
    },
    toleranceSeconds: 300,
    severalOf: (wrong, right) => ({
      ...right,
      "webhook-signature": `${wrong["webhook-signature"]} ${right["webhook-signature"]}`,
    }),
  },
);

describe("a key in base64 or hexadecimal digits", () => {
  it("is never an empty one, with which anybody can sign", () => {
    const signed = { "X-Signature": digest("", BODY) };
    for (const [secretEncoding, secrets] of [
      ["base64", ["A", "=", "", "==", "&&&&"]],
      ["hex", ["", "0", "x", "zz"]],
    ] as const)
      expect(genericSource(hmac({ secretEncoding })).verify(delivery(BODY, signed), secrets, AT).isGenuine).toBe(false);
  });
});
