import { createParser } from "eventsource-parser";
import type { StreamMessage } from "@/activity/wire";
import { streamMessageSchema } from "@/activity/wire-schema";
import type { Hub } from "../hub";
import type { Reader } from "../reader/subscriber";
import { toStreamResponse } from "../reader/web-sink";

/** A frame as a browser's EventSource sees it. */
type SeenFrame = StreamMessage & { id: string };

/** A reader of a hub through the web door's Response, as a browser would be. */
export interface TestReader {
  frames: SeenFrame[];
  /** Everything received, byte for byte. */
  text(): string;
  /** Seqs of the activities received so far. */
  seqs(): number[];
  lastEventId(): string | null;
  /** Waits until `isThere` holds; throws after `ms`. */
  until(isThere: (reader: TestReader) => boolean, ms?: number): Promise<void>;
  /** Stops taking bytes, as a stalled browser does. */
  pause(): void;
  resume(): void;
  isEnded(): boolean;
  /** Goes away without a word. */
  cut(): void;
}

const sleep = (ms: number) => new Promise((done) => setTimeout(done, ms));

/** Opens a stream on `hub`. Without options: everything of the team, from now on, always authorised. */
export function openReader(hub: Hub, options: Partial<Reader> & { teamId: string }): TestReader {
  const abort = new AbortController();
  const response = toStreamResponse(
    {
      status: 200,
      headers: {},
      open: (sink) =>
        hub.subscribe({
          filter: {},
          lastEventId: null,
          isStillAuthorized: async () => true,
          userId: null,
          ...options,
          sink,
        }),
    },
    abort.signal,
  );
  const frames: SeenFrame[] = [];
  let text = "";
  let isEnded = false;
  let isPaused = false;
  let isCut = false;
  const parser = createParser({
    onEvent: ({ event, id, data }) => {
      frames.push({ ...streamMessageSchema.parse({ event, data: JSON.parse(data) }), id: id ?? "" });
    },
  });
  const read = async () => {
    const bytes = response.body?.getReader();
    const decoder = new TextDecoder();
    abort.signal.addEventListener("abort", () => void bytes?.cancel());
    while (!isCut) {
      if (isPaused) await sleep(5);
      if (isPaused) continue;
      const next = await bytes?.read();
      if (next === undefined || next.done || isCut) break;
      const piece = decoder.decode(next.value, { stream: true });
      text += piece;
      parser.feed(piece);
    }
  };
  read()
    .catch(() => {})
    .finally(() => {
      isEnded = true;
    });
  const reader: TestReader = {
    frames,
    text: () => text,
    seqs: () => frames.flatMap((frame) => (frame.event === "activity" ? [frame.data.seq] : [])),
    lastEventId: () => frames.at(-1)?.id ?? null,
    until: async (isThere, ms = 20_000) => {
      const end = performance.now() + ms;
      while (!isThere(reader)) {
        if (performance.now() > end)
          throw new Error(`not there after ${ms} ms; the stream so far:\n${text.slice(-2_000)}`);
        await sleep(3);
      }
    },
    pause: () => {
      isPaused = true;
    },
    resume: () => {
      isPaused = false;
    },
    isEnded: () => isEnded,
    cut: () => {
      isCut = true;
      abort.abort();
    },
  };
  return reader;
}
