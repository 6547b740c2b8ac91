import { describe, expect, it } from "vitest";
import { hashPassword, verifyPassword } from "./password";

describe("passwords", () => {
  it("are hashed with argon2id, each hash with its own salt", async () => {
    const [first, second] = await Promise.all([hashPassword("correct horse"), hashPassword("correct horse")]);
    expect(first).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(first).not.toBe(second);
    expect(await verifyPassword(first, "correct horse")).toBe(true);
    expect(await verifyPassword(first, "correct horsf")).toBe(false);
  });

  it("are the same however a keyboard composes their letters", async () => {
    expect(await verifyPassword(await hashPassword("caf\u00e9-password"), "cafe\u0301-password")).toBe(true);
  });

  it("cost the same work for an account that does not exist, and never fit", async () => {
    const stored = await hashPassword("correct horse");
    await verifyPassword(null, "warm up");
    const time = async (hash: string | null) => {
      const start = performance.now();
      for (let round = 0; round < 8; round += 1) expect(await verifyPassword(hash, "wrong")).toBe(false);
      return performance.now() - start;
    };
    const [known, unknown] = [await time(stored), await time(null)];
    expect(unknown).toBeGreaterThan(known / 3);
    expect(await verifyPassword(null, "nobody has this password")).toBe(false);
  });
});
