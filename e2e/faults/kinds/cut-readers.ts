import type { Reader } from "../recorder/reader";
import { sleep } from "../rig/sleep";
import type { Fault } from "./fault";

const SHORTEST_MS = 200;
const LONGEST_MS = 5_000;

/** Cuts each reader's connection at random, every 0.2 to 5 s; the reader comes back by itself. */
export function cutReaders(readers: readonly Reader[]): Fault {
  let isOver = false;
  let running: Promise<unknown> = Promise.resolve();
  const moments: number[] = [];
  const cut = async (reader: Reader) => {
    while (!isOver) {
      await sleep(SHORTEST_MS + Math.random() * (LONGEST_MS - SHORTEST_MS));
      if (isOver) return;
      reader.cut();
      moments.push(performance.now());
    }
  };
  return {
    name: "reader cut",
    recovery: "lateness",
    moments,
    start: async () => {
      running = Promise.all(readers.map(cut));
    },
    stop: async () => {
      isOver = true;
      await running;
    },
  };
}
