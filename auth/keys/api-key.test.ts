import { describe, expect, it } from "vitest";
import { generateKey, hashKey, isKeyShaped, keyPrefix } from "./api-key";

describe("API keys", () => {
  it("have 32 characters after las_, no two alike, every character in use", () => {
    const keys = Array.from({ length: 2_000 }, generateKey);
    expect(keys.every((key) => /^las_[0-9A-Za-z]{32}$/.test(key) && isKeyShaped(key))).toBe(true);
    expect(new Set(keys).size).toBe(keys.length);
    const counts = new Map<string, number>();
    for (const letter of keys.flatMap((key) => [...key.slice(4)])) counts.set(letter, (counts.get(letter) ?? 0) + 1);
    // 64,000 letters, 1,032 of each expected: a modulo bias would show as a fifth more of some.
    expect(counts.size).toBe(62);
    expect(Math.max(...counts.values())).toBeLessThan(1_200);
    expect(Math.min(...counts.values())).toBeGreaterThan(870);
  });

  it("are kept as a SHA-256 and shown by their first 12 characters", () => {
    const key = generateKey();
    expect(hashKey(key)).toHaveLength(32);
    expect(keyPrefix(key)).toBe(key.slice(0, 12));
  });

  it.each(["", "las_", "las_short", `las_${"a".repeat(33)}`, `LAS_${"a".repeat(32)}`, `las_${"a".repeat(31)}\n`])(
    "do not look like %j",
    (text) => expect(isKeyShaped(text)).toBe(false),
  );
});
