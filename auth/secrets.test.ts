import { describe, expect, it } from "vitest";
import { decryptWith, deriveSecretsKey, encryptWith } from "./secrets";

const oldKey = deriveSecretsKey("the old key");
const newKey = deriveSecretsKey("the new key");

describe("secrets at rest", () => {
  it.each(["s3cret", "", "ünï😀", "x".repeat(5_000)])("come back as they were: %j", (text) => {
    const stored = encryptWith([oldKey], text);
    expect(stored).toMatch(/^v1\.[0-9a-f]{8}\.[\w-]{16}\.[\w-]+$/);
    expect(decryptWith([oldKey], stored).toString()).toBe(text);
    expect(encryptWith([oldKey], text)).not.toBe(stored);
  });

  it("are encrypted by the first key and read by any, so that keys can be changed", () => {
    const before = encryptWith([oldKey], "s3cret");
    const after = encryptWith([newKey, oldKey], "s3cret");
    expect(decryptWith([newKey, oldKey], before).toString()).toBe("s3cret");
    expect(decryptWith([newKey], after).toString()).toBe("s3cret");
    expect(() => decryptWith([newKey], before)).toThrow(/not in SECRETS_KEY/);
  });

  it("are refused when any character was altered or cut", () => {
    const stored = encryptWith([oldKey], "s3cret");
    for (let at = 0; at < stored.length - 1; at += 1) {
      const altered = `${stored.slice(0, at)}${stored[at] === "A" ? "B" : "A"}${stored.slice(at + 1)}`;
      expect(() => decryptWith([oldKey], altered), altered).toThrow(/stored secret/);
    }
    for (const cut of ["", "v1", stored.slice(0, -4), stored.split(".").slice(0, 3).join("."), "v1..."]) {
      expect(() => decryptWith([oldKey], cut), cut).toThrow(/stored secret/);
    }
  });
});
