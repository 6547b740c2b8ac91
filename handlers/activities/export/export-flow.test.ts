import { beforeAll, describe, expect, it } from "vitest";
import { EXPORT_FORMATS } from "@/activity/export-format";
import { renewEpochs } from "@/db/queries/teams/renew-epochs";
import { listByOracle } from "@/db/testing/feed-oracle";
import { appendRandom, createWorld, seeded, type World } from "@/db/testing/random-activities";
import { metrics } from "@/metrics";
import { openExport } from "../../testing/read-export";
import { type TestTeam, testServer } from "../../testing/test-server";

const server = testServer();
const MANY = 25_000;
const random = seeded(7);
let team: TestTeam;
let world: World;

const append = (count: number, more: { endMs?: number } = {}) =>
  appendRandom(server.driver.db, world, { random, count, spanMs: 1_000_000, ...more });

beforeAll(async () => {
  team = await server.createTeam();
  world = await createWorld(server.driver.db, team.id);
  for (let left = MANY; left > 0; left -= 500) await append(500);
}, 120_000);

/** Time in which a reader that is not held back would go on. */
const settle = () => new Promise((done) => setTimeout(done, 300));

describe("a long export", () => {
  it("comes whole, in the order of the feed, a batch a read", async () => {
    const batches = metrics.exportBatches;
    const sent = await openExport(server, team, "format=ndjson", { key: team.key });
    const total = Number(sent.headers.get("x-total-count"));
    let largest = 0;
    let text = "";
    for (let piece = await sent.read(); piece !== null; piece = await sent.read()) {
      largest = Math.max(largest, piece.length);
      text += piece;
    }
    const expected = await listByOracle(server.driver.db, team.id, {});
    expect(total).toBe(expected.length);
    // Twenty-five thousand are compared as texts, where the first that differs is told.
    const lines = expected.map((activity) => JSON.stringify(activity));
    expect(text.split("\n").find((line, place) => line !== (lines[place] ?? ""))).toBeUndefined();
    expect(text.split("\n")).toHaveLength(lines.length + 1);
    expect(metrics.exportBatches - batches).toBe(MANY / 200);
    expect(largest).toBeLessThan(text.length / 100);
  }, 60_000);

  it("waits for its reader: nothing is read ahead of one that stands still", async () => {
    const batches = metrics.exportBatches;
    const sent = await openExport(server, team, "format=csv", { key: team.key });
    await sent.read();
    await sent.read();
    await settle();
    expect(metrics.exportBatches - batches).toBe(2);
    expect(metrics.exportsOpen).toBe(1);
    await sent.cancel();
    expect(metrics.exportsOpen).toBe(0);
  });

  it("stops reading the database at once when its reader goes", async () => {
    for (const leave of ["cancel", "abort"] as const) {
      const batches = metrics.exportBatches;
      const gone = new AbortController();
      const sent = await openExport(server, team, "format=json", { key: team.key, signal: gone.signal });
      await sent.read();
      const pending = sent.read().catch(() => null);
      if (leave === "cancel") await sent.cancel();
      else gone.abort();
      await pending;
      await settle();
      expect(metrics.exportBatches - batches).toBeLessThanOrEqual(2);
      expect(metrics.exportsOpen).toBe(0);
    }
  });

  it("stops in the midst of a search that finds nothing, too", async () => {
    const gone = new AbortController();
    const sent = await openExport(server, team, "format=json", { key: team.key, signal: gone.signal });
    // All of it is newer than the export and lies above what it has: forty batches without anything.
    for (let count = 0; count < 16; count += 1) await append(500, { endMs: Date.now() + 3_000_000 });
    const batches = metrics.exportBatches;
    const pending = sent.read().catch(() => null);
    await expect.poll(() => metrics.exportBatches, { interval: 1 }).toBeGreaterThan(batches);
    gone.abort();
    await pending;
    await settle();
    const read = metrics.exportBatches;
    await settle();
    expect(metrics.exportBatches).toBe(read);
    expect(read - batches).toBeLessThan(40);
    expect(metrics.exportsOpen).toBe(0);
  }, 60_000);

  it("never looks complete when it breaks off", async () => {
    for (const format of EXPORT_FORMATS) {
      const sent = await openExport(server, team, `format=${format}`, { key: team.key });
      let text = (await sent.read()) ?? "";
      await renewEpochs(server.driver.db, team.id);
      const rest = async () => {
        for (let piece = await sent.read(); piece !== null; piece = await sent.read()) text += piece;
      };
      await expect(rest(), format).rejects.toThrow();
      expect(metrics.exportsOpen).toBe(0);
      const last = text.trimEnd().split("\n").at(-1) ?? "";
      if (format === "ndjson") expect(JSON.parse(last)).toMatchObject({ error: { status: 503, code: "unavailable" } });
      if (format === "json") expect(() => JSON.parse(text)).toThrow();
    }
  });

  it("is cut when its key is revoked", async () => {
    const key = await server.createKey(team, ["read"]);
    const sent = await openExport(server, team, "format=csv", { key });
    expect(await sent.read()).toContain("eventType");
    const { body } = await server.call("GET", `/api/teams/${team.slug}/keys`, { cookie: team.cookie });
    const id = JSON.stringify(body).match(/"id":"([^"]+)"[^}]*?"scopes":\["read"\]/)?.[1] ?? "";
    const answer = await server.call("DELETE", `/api/teams/${team.slug}/keys/${id}`, { cookie: team.cookie });
    expect(answer.status).toBe(204);
    // What is known of a key is believed for a second.
    await new Promise((done) => setTimeout(done, 1_100));
    await expect(sent.read()).rejects.toThrow();
    expect(metrics.exportsOpen).toBe(0);
  });
});
