import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { delivery } from "../testing/delivery";
import { verifyToken } from "./verify-token";

const bare = { header: "X-Token" };
const bearer = { header: "Authorization", prefix: "Bearer " };

function codeOf(value: string | null, secrets: readonly string[], scheme: typeof bare = bare): string {
  const verdict = verifyToken(delivery("{}", value === null ? {} : { [scheme.header]: value }), scheme, secrets);
  return verdict.isGenuine ? "genuine" : verdict.refusal.code;
}

describe("a header that holds the secret itself", () => {
  it("holds any one of them, whole", () => {
    expect(codeOf("s3cret", ["s3cret"])).toBe("genuine");
    expect(codeOf("s3cret", ["other", "s3cret"])).toBe("genuine");
    expect(codeOf(" s3cret ", ["s3cret"])).toBe("genuine");
    for (const wrong of ["s3cre", "s3crett", "S3cret", "Bearer s3cret", "s3cret, s3cret", "x"])
      expect(codeOf(wrong, ["s3cret"])).toBe("wrong_signature");
  });

  it("is refused where there is no secret, or an empty one", () => {
    expect(codeOf("s3cret", [])).toBe("wrong_signature");
    expect(codeOf("s3cret", [""])).toBe("wrong_signature");
    for (const blank of [null, "", "  "]) expect(codeOf(blank, ["", "s3cret"])).toBe("missing_header");
  });

  it("has its prefix, whatever the capitals, and nothing else before the secret", () => {
    expect(codeOf("Bearer s3cret", ["s3cret"], bearer)).toBe("genuine");
    expect(codeOf("bearer s3cret", ["s3cret"], bearer)).toBe("genuine");
    expect(codeOf("Bearer  s3cret", ["s3cret"], bearer)).toBe("wrong_signature");
    expect(codeOf("Bearer other", ["s3cret"], bearer)).toBe("wrong_signature");
    for (const malformed of ["s3cret", "Basic s3cret", "Bearer", "Bearer "])
      expect(codeOf(malformed, ["s3cret"], bearer)).toBe("malformed_header");
  });

  it("may be of any letters, which HTTP hands over byte by byte", () => {
    expect(codeOf(Buffer.from("wörd ✓").toString("latin1"), ["wörd ✓"])).toBe("genuine");
    expect(codeOf("wörd", ["wörd"])).toBe("wrong_signature");
  });

  it("is the secret and nothing but the secret", () => {
    const word = fc.string({ unit: "grapheme-ascii", minLength: 1, maxLength: 40 }).map((text) => text.trim());
    fc.assert(
      fc.property(word, word, (sent, secret) => {
        fc.pre(sent !== "" && secret !== "");
        expect(codeOf(sent, [secret])).toBe(sent === secret ? "genuine" : "wrong_signature");
        expect(codeOf(sent, [secret, sent])).toBe("genuine");
      }),
    );
  });
});
