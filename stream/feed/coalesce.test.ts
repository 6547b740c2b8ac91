import { expect, it } from "vitest";
import { coalesce } from "./coalesce";

it("runs once more for all who asked meanwhile, never two at a time", async () => {
  let running = 0;
  let runs = 0;
  const ask = coalesce(async () => {
    expect(running).toBe(0);
    running += 1;
    runs += 1;
    await new Promise((done) => setTimeout(done, 5));
    running -= 1;
  });
  const first = ask();
  const [second, third] = [ask(), ask()];
  await first;
  expect(runs).toBe(1);
  const fourth = ask();
  await Promise.all([second, third, fourth]);
  expect(runs).toBe(2);
  await ask();
  expect(runs).toBe(3);
});

it("tells a failure to those who waited for that run, and goes on", async () => {
  let runs = 0;
  const ask = coalesce(async () => {
    runs += 1;
    if (runs === 1) throw new Error("first");
  });
  const [first, second] = [ask(), ask()];
  await expect(first).rejects.toThrow("first");
  await second;
  expect(runs).toBe(2);
});
