import { expect, test } from "@playwright/test";
import { listAll, setUp } from "./support/api";
import { Server } from "./support/server";
import { findLosses, writeUntilKilled } from "./support/write-until-killed";

test("every acknowledged event survives kill -9 of the server on the embedded database", async () => {
  test.setTimeout(120_000);
  const server = await Server.start();
  const account = await setUp(server);
  const acknowledged: string[] = [];
  for (let round = 1; round <= 3; round += 1) {
    acknowledged.push(...(await writeUntilKilled(account, server, 8, 150 * round)));
    await server.restart();
  }
  expect(acknowledged.length).toBeGreaterThan(450);
  expect(findLosses(acknowledged, await listAll(account))).toEqual([]);
  await server.stop();
});

test("a stopping server ends its streams, answers what it took in, and exits clean", async () => {
  const server = await Server.start();
  const account = await setUp(server);
  const stream = await fetch(`${server.origin}/api/teams/${account.team}/activities/stream`, {
    headers: { authorization: `Bearer ${account.key}` },
  });
  expect(stream.status).toBe(200);
  let text = "";
  const ended = stream.body?.pipeThrough(new TextDecoderStream()).pipeTo(
    new WritableStream({
      write: (piece) => {
        text += piece;
      },
    }),
  );
  await expect.poll(() => text).toContain("event: ready");
  const started = Date.now();
  expect(await server.signal("SIGTERM")).toBe(0);
  // A cut connection would be an error here.
  await ended;
  expect(text.endsWith("\n\n")).toBe(true);
  expect(Date.now() - started).toBeLessThan(10_000);
  await server.stop();
});

test("a second server on the same embedded database is refused with a sentence", async () => {
  const server = await Server.start();
  await expect(Server.start({ DATA_DIR: server.dataDir })).rejects.toThrow(/in use by another process/);
  expect((await fetch(`${server.origin}/api/health`)).status).toBe(200);
  await server.stop();
});
