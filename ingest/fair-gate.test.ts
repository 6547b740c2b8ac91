import { expect, it } from "vitest";
import { FairGate } from "./fair-gate";

/** Work that is done when it is told to, with who began in which order. */
function createWork() {
  const begun: string[] = [];
  const ends: (() => void)[] = [];
  return {
    begun,
    work: (name: string) => () => {
      begun.push(name);
      return new Promise<void>((done) => ends.push(done));
    },
    async endOne() {
      ends.shift()?.();
      await new Promise((done) => setImmediate(done));
    },
  };
}

it("takes turns by key, so that a flood of one keeps no other waiting", async () => {
  const gate = new FairGate(2, 100);
  const { begun, work, endOne } = createWork();
  const all = Array.from({ length: 20 }, (_, place) => gate.run("noisy", work(`noisy ${place}`)));
  all.push(gate.run("quiet", work("quiet 0")), gate.run("quiet", work("quiet 1")), gate.run("third", work("third 0")));
  for (let turn = 0; turn < all.length; turn += 1) await endOne();
  await Promise.all(all);
  expect(begun.slice(0, 8)).toEqual([
    "noisy 0",
    "noisy 1",
    "noisy 2",
    "quiet 0",
    "third 0",
    "noisy 3",
    "quiet 1",
    "noisy 4",
  ]);
  expect(begun).toHaveLength(all.length);
});

it("refuses what is more than may wait, of that key alone", async () => {
  const gate = new FairGate(1, 2);
  const { work, endOne } = createWork();
  const taken = [1, 2, 3].map((place) => gate.run("noisy", work(`${place}`)));
  await expect(gate.run("noisy", work("4"))).rejects.toMatchObject({ code: "too_many_requests" });
  taken.push(gate.run("quiet", work("5")));
  for (let turn = 0; turn < 4; turn += 1) await endOne();
  await Promise.all(taken);
});

it("gives the place on when work fails", async () => {
  const gate = new FairGate(1, 2);
  await expect(gate.run("a", () => Promise.reject(new Error("no")))).rejects.toThrow("no");
  expect(await gate.run("a", async () => "yes")).toBe("yes");
});
