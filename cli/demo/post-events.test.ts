import { once } from "node:events";
import { createServer } from "node:http";
import { text } from "node:stream/consumers";
import { afterEach, describe, expect, it } from "vitest";
import type { ActivityEvent } from "@/activity/event-schema";
import { postEvents } from "./post-events";

const EVENT: ActivityEvent = { eventType: "task.created", actor: { id: "u_1" }, entity: { type: "task", id: "1" } };

interface Received {
  url: string | undefined;
  authorization: string | undefined;
  contentType: string | undefined;
  lines: string[];
}

const closers: (() => void)[] = [];

/** A stand-in for the server that answers with the given statuses in turn, the last one for ever. */
async function listen(statuses: number[], itemStatus = 201) {
  const received: Received[] = [];
  const server = createServer(async (request, response) => {
    const lines = (await text(request)).trim().split("\n");
    const { authorization, "content-type": contentType } = request.headers;
    received.push({ url: request.url, authorization, contentType, lines });
    const status = statuses[Math.min(received.length, statuses.length) - 1] ?? 500;
    response.writeHead(status, { "content-type": "application/json" });
    response.end(JSON.stringify({ results: lines.map(() => ({ status: itemStatus })) }));
  }).listen(0);
  await once(server, "listening");
  closers.push(() => server.close());
  const address = server.address();
  if (typeof address !== "object" || address === null) throw new Error("the server listens on no port");
  return { received, target: { origin: `http://localhost:${address.port}`, team: "acme", key: "las_test" } };
}

afterEach(() => {
  for (const close of closers.splice(0)) close();
});

describe("postEvents", () => {
  it("sends NDJSON batches of at most 500 in order, with the key", async () => {
    const { received, target } = await listen([201]);
    const events = Array.from({ length: 1_201 }, (_, i) => ({ ...EVENT, idempotencyKey: `k${i}` }));
    const progress: number[] = [];
    await postEvents(target, events, { onProgress: (posted) => progress.push(posted) });
    expect(received.map(({ lines }) => lines.length)).toEqual([500, 500, 201]);
    expect(received.flatMap(({ lines }) => lines.map((line) => JSON.parse(line)))).toEqual(events);
    expect(received[0]).toMatchObject({
      url: "/api/teams/acme/activities",
      authorization: "Bearer las_test",
      contentType: "application/x-ndjson",
    });
    expect(progress).toEqual([500, 1_000, 1_201]);
  });

  it("sends the same request again while the server is busy", async () => {
    const { received, target } = await listen([503, 201]);
    await postEvents(target, [EVENT]);
    expect(received).toHaveLength(2);
    expect(received[1]).toEqual(received[0]);
  });

  it("throws the answer when the key is refused or an event is", async () => {
    const { target } = await listen([401]);
    await expect(postEvents(target, [EVENT])).rejects.toThrow("answered 401");
    const strict = await listen([201], 422);
    await expect(postEvents(strict.target, [EVENT])).rejects.toThrow('{"status":422}');
  });

  it("stops waiting when it is told to", async () => {
    const { target } = await listen([503]);
    const signal = AbortSignal.timeout(100);
    await expect(postEvents(target, [EVENT], { signal })).rejects.toThrow(/abort/i);
  });
});
