import { expect, test } from "vitest";

test("zod, which is loaded later, does not try to make functions out of text", async () => {
  await import("./instrumentation-client");
  const { config } = await import("zod");
  expect(config().jitless).toBe(true);
});
