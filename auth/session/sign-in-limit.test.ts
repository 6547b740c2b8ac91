import { describe, expect, it } from "vitest";
import { createSignInLimiters, limitSignIn } from "./sign-in-limit";

const who = { email: "ann@example.com", address: "192.0.2.1" };
const fail = async () => null;
const succeed = async () => "user";

describe("limit of sign-in attempts", () => {
  it("refuses an account from one address after ten failures, even when all come at once", async () => {
    const limiters = createSignInLimiters();
    let tried = 0;
    const attempt = async () => {
      tried += 1;
      return null;
    };
    await Promise.all(Array.from({ length: 30 }, () => limitSignIn(limiters, who, attempt)));
    expect(tried).toBe(10);
    expect(await limitSignIn(limiters, who, succeed)).toBe("refused");
    expect(await limitSignIn(limiters, { ...who, address: "192.0.2.2" }, succeed)).toBe("user");
    expect(await limitSignIn(limiters, { ...who, email: "bob@example.com" }, succeed)).toBe("user");
  });

  it("starts anew after a success", async () => {
    const limiters = createSignInLimiters();
    for (let round = 0; round < 5; round += 1) {
      for (let failure = 0; failure < 9; failure += 1) expect(await limitSignIn(limiters, who, fail)).toBeNull();
      expect(await limitSignIn(limiters, who, succeed)).toBe("user");
    }
  });

  it("refuses an account after fifty failures from addresses that are made up", async () => {
    const limiters = createSignInLimiters();
    for (let n = 0; n < 50; n += 1) await limitSignIn(limiters, { ...who, address: `203.0.113.${n}` }, fail);
    expect(await limitSignIn(limiters, who, succeed)).toBe("refused");
  });
});
