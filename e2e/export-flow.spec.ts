import { once } from "node:events";
import { get, type IncomingMessage } from "node:http";
import type { APIRequestContext } from "@playwright/test";
import { type Account, postAll, taskEvent } from "./support/api";
import { expect, test } from "./support/fixtures";

const BATCHES = 60;
const ROWS_OF_BATCH = 200;

/** A number of the server's own metrics. */
async function readMetric(account: Account, name: string): Promise<number> {
  const text = await (await fetch(`${account.server.origin}/api/metrics`)).text();
  return Number(new RegExp(`^${name} (\\d+)`, "m").exec(text)?.[1]);
}

/** Calls the team's keys with the session of its owner. */
function keysOf(account: Account, request: APIRequestContext) {
  const path = `${account.server.origin}/api/teams/${account.team}/keys`;
  return {
    create: async (): Promise<{ id: string; key: string }> => {
      const answer = await request.post(path, { data: { name: "Exports", scopes: ["read"] } });
      expect(answer.status()).toBe(201);
      return await answer.json();
    },
    revoke: async (id: string) => expect((await request.delete(`${path}/${id}`)).status()).toBe(204),
  };
}

/** Starts an export over a socket of its own, and reads nothing of it yet. */
async function startExport(account: Account, source: string, key: string): Promise<IncomingMessage> {
  const path = `/api/teams/${account.team}/activities/export?format=ndjson&source=${source}`;
  const request = get(`${account.server.origin}${path}`, { agent: false, headers: { authorization: `Bearer ${key}` } });
  const [response]: IncomingMessage[] = await once(request, "response");
  if (response === undefined) throw new Error("no answer came");
  expect(response.statusCode).toBe(200);
  return response.on("error", () => {});
}

test("over the network an export waits for a slow reader, stops when it goes, and is cut when its key is revoked", async ({
  feed,
  account,
  source,
}) => {
  test.setTimeout(180_000);
  const metadata = { text: "x".repeat(4_000) };
  for (let left = BATCHES * ROWS_OF_BATCH; left > 0; left -= 1_000)
    await postAll(
      account,
      Array.from({ length: 1_000 }, (_, n) => taskEvent(`Row ${n}`, { source, metadata })),
    );
  const keys = keysOf(account, feed.page.request);
  const { id, key } = await keys.create();

  const slow = await startExport(account, source, key);
  let read = -1;
  await expect
    .poll(async () => {
      const before = read;
      read = await readMetric(account, "las_export_batches_total");
      return read > 0 && read === before;
    })
    .toBe(true);
  // What fills the buffers of two sockets, and no more.
  expect(read).toBeLessThan(BATCHES / 2);
  expect(await readMetric(account, "las_exports_open")).toBe(1);
  slow.destroy();
  await expect.poll(() => readMetric(account, "las_exports_open")).toBe(0);
  expect(await readMetric(account, "las_export_batches_total")).toBeLessThanOrEqual(read + 1);

  const cut = await startExport(account, source, key);
  await keys.revoke(id);
  await new Promise((done) => setTimeout(done, 1_500));
  let bytes = 0;
  cut.on("data", (chunk: Buffer) => {
    bytes += chunk.length;
  });
  await new Promise((done) => cut.once("close", done));
  expect(cut.complete).toBe(false);
  expect(bytes).toBeGreaterThan(0);
  await expect.poll(() => readMetric(account, "las_exports_open")).toBe(0);
});
