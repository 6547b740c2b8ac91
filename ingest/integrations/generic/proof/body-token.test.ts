import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { genericSource } from "../../generic";
import { delivery, RECEIVED_AT } from "../../testing/delivery";

const source = genericSource({
  label: "Figma",
  signature: { scheme: "bodyToken", path: "auth.passcode" },
  event: { message: '{$actor} says {auth.passcode|$.auth.passcode|hint|"nothing"}' },
});

function codeOf(payload: unknown, secrets: readonly string[]): string {
  const body = typeof payload === "string" ? payload : JSON.stringify(payload);
  const verdict = source.verify(delivery(body), secrets, RECEIVED_AT);
  return verdict.isGenuine ? "genuine" : verdict.refusal.code;
}
const withCode = (passcode: unknown) => ({ auth: { passcode, by: "us" }, name: "A file" });

describe("a payload that holds the secret itself", () => {
  it("holds any one of them, whole", () => {
    expect(codeOf(withCode("s3cret"), ["s3cret"])).toBe("genuine");
    expect(codeOf(withCode("s3cret"), ["other", "s3cret"])).toBe("genuine");
    expect(codeOf('{"auth":{"passcode":"w\\u00f6rd ✓"}}', ["wörd ✓"])).toBe("genuine");
    for (const wrong of ["s3cre", "s3crett", "S3cret", " s3cret", "x"])
      expect(codeOf(withCode(wrong), ["s3cret"])).toBe("wrong_signature");
  });

  it("is refused where there is no secret, an empty one, or no field", () => {
    expect(codeOf(withCode("s3cret"), [])).toBe("wrong_signature");
    expect(codeOf(withCode("s3cret"), [""])).toBe("wrong_signature");
    for (const none of [withCode(""), withCode(1), withCode(["s3cret"]), {}, [], "null", "{", "", '"s3cret"'])
      expect(codeOf(none, ["", "s3cret", "1"])).toBe("missing_field");
  });

  it("is the secret and nothing but the secret", () => {
    const word = fc.string({ unit: "binary", minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(word, word, (sent, secret) => {
        expect(codeOf(withCode(sent), [secret])).toBe(sent === secret ? "genuine" : "wrong_signature");
      }),
    );
  });

  it("does not tell it, whatever the mapping asks for", () => {
    const body = JSON.stringify({ ...withCode("s3cret"), hint: "hello" });
    const [event] = source.toEvents(delivery(body), RECEIVED_AT);
    expect(event?.message).toBe("Figma says hello");
    expect(event?.metadata).toEqual({ auth: { by: "us" }, name: "A file", hint: "hello" });
    expect(JSON.stringify(event)).not.toContain("s3cret");
  });

  it("is shown without it, though it be cut off", () => {
    expect(source.hideSecret?.('{"auth": {"passcode" : "a\\"b\\\\", "by": "us"}}')).toBe(
      '{"auth": {"passcode" : "(not kept)", "by": "us"}}',
    );
    expect(source.hideSecret?.('{"passcode":"a", "x":[{"passcode":"s3c')).toBe(
      '{"passcode":"(not kept)", "x":[{"passcode":"(not kept)"',
    );
    expect(genericSource({ signature: { scheme: "standard" } }).hideSecret).toBeUndefined();
  });
});
