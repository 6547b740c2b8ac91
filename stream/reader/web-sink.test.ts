import { expect, it } from "vitest";
import { Piece } from "../feed/frame";
import type { Sink } from "./sink";
import { toStreamResponse } from "./web-sink";

const KB = new Piece(Buffer.alloc(1_024), []);

/** A response, its sink, and how often it unsubscribed. */
function openResponse() {
  const opened: { sink: Sink; left: number }[] = [];
  const abort = new AbortController();
  const response = toStreamResponse(
    {
      status: 200,
      headers: { "content-type": "text/event-stream" },
      open: (sink) => {
        const state = { sink, left: 0 };
        opened.push(state);
        return () => {
          state.left += 1;
        };
      },
    },
    abort.signal,
  );
  const [state] = opened;
  if (state === undefined || response.body === null) throw new Error("the stream was not opened");
  return { abort, state, sink: state.sink, reader: response.body.getReader() };
}

it("passes frames on as the very bytes it was given, and ends after the last", async () => {
  const { sink, reader, state } = openResponse();
  sink.write(KB);
  sink.close();
  sink.close();
  expect((await reader.read()).value).toBe(KB.sse);
  expect((await reader.read()).done).toBe(true);
  expect(sink.write(KB)).toBe(false);
  expect(state.left).toBe(0);
});

it("says when its reader is behind, when it has caught up, and when it is hopeless", async () => {
  const { sink, reader } = openResponse();
  for (let kb = 0; kb < 300; kb += 1) expect(sink.write(KB)).toBe(true);
  expect(sink.isBehind()).toBe(true);
  let isDrained = false;
  const drained = sink.drained().then(() => {
    isDrained = true;
  });
  for (let kb = 0; kb < 100; kb += 1) await reader.read();
  expect(isDrained).toBe(false);
  for (let kb = 0; kb < 140; kb += 1) await reader.read();
  await drained;
  expect(sink.isBehind()).toBe(false);
  expect(sink.write(new Piece(Buffer.alloc(2_000_000), []))).toBe(false);
});

it("drops what a reader does not take when it is closed", async () => {
  const { sink, reader } = openResponse();
  for (let kb = 0; kb < 300; kb += 1) sink.write(KB);
  sink.close();
  await expect(reader.read()).rejects.toMatchObject({ name: "AbortError" });
});

it.each(["abort", "cancel"])("unsubscribes at once, and once, when the reader goes away by %s", async (way) => {
  const { abort, reader, sink, state } = openResponse();
  if (way === "abort") abort.abort();
  else await reader.cancel();
  expect(state.left).toBe(1);
  expect(sink.write(KB)).toBe(false);
  await sink.drained();
});
