import { describe, expect, it } from "vitest";
import { ShortCache } from "./short-cache";

const sleep = (ms: number) => new Promise((done) => setTimeout(done, ms));

describe("short cache", () => {
  it("asks once for questions that come together, and again after its time", async () => {
    const cache = new ShortCache<number>(10, 50);
    let asked = 0;
    const ask = () => cache.get("key", async () => ++asked);
    expect(await Promise.all([ask(), ask(), ask()])).toEqual([1, 1, 1]);
    await sleep(60);
    expect(await ask()).toBe(2);
  });

  it("counts the age of an answer from its question", async () => {
    const cache = new ShortCache<number>(10, 50);
    let asked = 0;
    const ask = () =>
      cache.get("key", async () => {
        const answer = ++asked;
        await sleep(60);
        return answer;
      });
    await ask();
    expect(await ask()).toBe(2);
  });

  it("keeps no failures and, once cleared, no answers that were on their way", async () => {
    const cache = new ShortCache<string>();
    await expect(cache.get("key", () => Promise.reject(new Error("down")))).rejects.toThrow("down");
    let release: (answer: string) => void = () => {};
    const before = cache.get("key", () => new Promise((done) => (release = done)));
    cache.clear();
    release("before");
    expect(await before).toBe("before");
    expect(await cache.get("key", async () => "after")).toBe("after");
  });

  it("forgets the oldest beyond its size", async () => {
    const cache = new ShortCache<string>(2);
    for (const key of ["a", "b", "c"]) await cache.get(key, async () => "first");
    expect(await cache.get("c", async () => "second")).toBe("first");
    expect(await cache.get("a", async () => "second")).toBe("second");
  });
});
