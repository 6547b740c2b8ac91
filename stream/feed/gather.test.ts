import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { gather } from "./gather";

describe("gather", () => {
  it("runs once for all who ask together, and not again before its pause is over", async () => {
    const begun: number[] = [];
    const ask = gather(async () => {
      begun.push(performance.now());
    }, 60);
    await Promise.all([ask(), ask(), ask()]);
    expect(begun).toHaveLength(1);
    await Promise.all([ask(), sleep(5).then(ask)]);
    expect(begun).toHaveLength(2);
    expect((begun[1] ?? 0) - (begun[0] ?? 0)).toBeGreaterThan(55);
  });

  it("gives everybody a run that began after they asked, one at a time, a failed one included", async () => {
    let running = 0;
    let runs = 0;
    const ask = gather(async () => {
      running += 1;
      runs += 1;
      expect(running).toBe(1);
      await sleep(15);
      running -= 1;
      if (runs === 1) throw new Error("the first fails");
    }, 0);
    const first = ask();
    const outcome = expect(first).rejects.toThrow("the first fails");
    await sleep(8);
    const before = runs;
    await ask();
    expect(runs).toBe(before + 1);
    await outcome;
  });
});
