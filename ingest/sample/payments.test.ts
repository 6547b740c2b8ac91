import { describe, expect, it } from "vitest";
import { formatPrice } from "./payments";

describe("formatPrice", () => {
  it("writes minor units the way each currency has them", () => {
    expect(formatPrice(420_000, "USD")).toBe("$4,200.00");
    expect(formatPrice(98_000, "JPY")).toBe("¥98,000");
    expect(formatPrice(72_050, "GBP")).toBe("£720.50");
  });
});
