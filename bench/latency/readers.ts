import { request } from "node:http";

const FRAME_ID = /^id: ?[^.\n]+\.(\d+)\n/;

/** Open streams, and when each event came to each of them. */
export interface Readers {
  /** By `seq`: the time of each arrival, milliseconds of `performance.now()`. */
  arrivals: Map<number, number[]>;
  close(): void;
}

/** Finds whole `activity` frames in a stream's text; gives what is left of an unfinished one. */
function takeFrames(text: string, onActivity: (seq: number) => void): string {
  let rest = text;
  for (let end = rest.indexOf("\n\n"); end !== -1; end = rest.indexOf("\n\n")) {
    const frame = rest.slice(0, end + 1);
    rest = rest.slice(end + 2);
    const id = frame.includes("event: activity\n") ? FRAME_ID.exec(frame)?.[1] : undefined;
    if (id !== undefined) onActivity(Number(id));
  }
  return rest;
}

/** Opens `count` streams over HTTP, each on a connection of its own, and resolves when all are ready. */
export async function openReaders(url: string, key: string, count: number): Promise<Readers> {
  const arrivals = new Map<number, number[]>();
  const one = () =>
    new Promise<() => void>((done, fail) => {
      const call = request(url, { agent: false, headers: { authorization: `Bearer ${key}` } }, (response) => {
        if (response.statusCode !== 200) {
          fail(new Error(`a stream was answered ${response.statusCode}`));
          return;
        }
        let rest = "";
        response.setEncoding("utf8");
        response.on("error", () => {});
        response.on("data", (chunk: string) => {
          const now = performance.now();
          if (chunk.includes("event: ready")) done(() => call.destroy());
          rest = takeFrames(rest + chunk, (seq) => {
            const known = arrivals.get(seq);
            if (known === undefined) arrivals.set(seq, [now]);
            else known.push(now);
          });
        });
      });
      call.on("error", fail);
      call.end();
    });
  const closers = await Promise.all(Array.from({ length: count }, one));
  return {
    arrivals,
    close: () => {
      for (const close of closers) close();
    },
  };
}
