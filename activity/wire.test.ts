import { expect, test } from "vitest";
import { STREAM_EVENTS } from "./wire";
import { streamMessageSchema } from "./wire-schema";

test("a browser listens for every message that the stream may send", () => {
  expect([...STREAM_EVENTS].sort()).toEqual(streamMessageSchema.options.map(({ shape }) => shape.event.value).sort());
});
