import { describe, expect, it } from "vitest";
import { createSlides } from "./slides";

describe("createSlides", () => {
  it("lets a few rows slide in, none of a crowd, and again those that come once it is quiet", () => {
    const slides = createSlides();
    expect([0, 400, 800].map(slides)).toEqual([true, true, true]);
    expect([900, 950].map(slides)).toEqual([false, false]);
    expect(Array.from({ length: 100 }, (_, n) => slides(1_000 + n * 20)).some(Boolean)).toBe(false);
    expect([4_000, 4_500].map(slides)).toEqual([true, true]);
  });
});
