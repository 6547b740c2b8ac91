import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { afterEach, describe, expect, it } from "vitest";
import { migrateDatabase } from "../migrate";
import { lockDirectory } from "./directory-lock.mjs";
import { type EmbeddedDriver, openEmbeddedDriver } from "./embedded";

const folders: string[] = [];
const drivers: EmbeddedDriver[] = [];
afterEach(async () => {
  for (const driver of drivers.splice(0)) await driver.close();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), "las-embedded-"));
  folders.push(path);
  return path;
}

async function open(dataDir: string | null): Promise<EmbeddedDriver> {
  const driver = await openEmbeddedDriver({ dataDir });
  drivers.push(driver);
  return driver;
}

async function one(driver: EmbeddedDriver, query: ReturnType<typeof sql>): Promise<unknown> {
  return Object.values((await driver.db.execute(query)).rows[0] ?? {})[0];
}

describe("the embedded database", () => {
  it("goes on after a query that fails, and after a transaction that was given up", async () => {
    const driver = await open(null);
    await expect(driver.db.execute(sql`SELECT 1 / ${0}::int`)).rejects.toThrow();
    await driver.db.execute(sql`CREATE TABLE notes (text text)`);
    const givenUp = driver.db.transaction(async (tx) => {
      await tx.execute(sql`INSERT INTO notes VALUES ('lost')`);
      throw new Error("given up");
    });
    await expect(givenUp).rejects.toThrow("given up");
    const client = await driver.pool.connect();
    await client.query("BEGIN");
    await client.query("INSERT INTO notes VALUES ('lost, too')");
    client.release(true);
    expect(await one(driver, sql`SELECT count(*)::int FROM notes`)).toBe(0);
  });

  it("tells the listener what was committed on the same connection", async () => {
    const driver = await open(null);
    const listener = await driver.connectDirect();
    const heard: string[] = [];
    listener.onNotification((channel, payload) => heard.push(`${channel} ${payload}`));
    await listener.query("LISTEN activity");
    await driver.db.execute(sql`SELECT pg_notify('activity', 'one')`);
    await expect(driver.db.execute(sql`SELECT bad`)).rejects.toThrow();
    await driver.db.execute(sql`SELECT pg_notify('activity', 'two')`);
    await expect.poll(() => heard).toEqual(["activity one", "activity two"]);
    await listener.close();
  });

  it("keeps the server's thread free while it works", async () => {
    const driver = await open(null);
    let turns = 0;
    const timer = setInterval(() => {
      turns += 1;
    }, 5);
    await driver.db.execute(sql`SELECT count(*) FROM generate_series(1, 3000000)`);
    clearInterval(timer);
    expect(turns).toBeGreaterThan(5);
  });

  it("keeps what was committed, migrated only once", async () => {
    const dataDir = folder();
    const first = await openEmbeddedDriver({ dataDir });
    await migrateDatabase(first);
    await first.db.execute(sql`INSERT INTO teams (id, slug, name) VALUES (gen_random_uuid(), 'acme', 'Acme')`);
    await first.close();
    const second = await open(dataDir);
    await migrateDatabase(second);
    expect(await one(second, sql`SELECT name FROM teams`)).toBe("Acme");
  });
});

describe("the directory's lock", () => {
  it("refuses a second holder with a sentence that names the directory", async () => {
    const dataDir = folder();
    const lock = await lockDirectory(dataDir);
    await expect(lockDirectory(dataDir)).rejects.toMatchObject({
      code: "unavailable",
      message: expect.stringContaining(dataDir),
    });
    await lock.release();
    await (await lockDirectory(dataDir)).release();
  });

  it("is free again once its holder was killed", async () => {
    const dataDir = folder();
    const script = `import { lockDirectory } from "./db/drivers/directory-lock.mjs";
      lockDirectory(${JSON.stringify(dataDir)}).then(() => { console.log("held"); setInterval(() => {}, 1000); });`;
    const holder = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", script], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    await new Promise((done) => holder.stdout.once("data", done));
    await expect(lockDirectory(dataDir)).rejects.toMatchObject({ code: "unavailable" });
    holder.kill("SIGKILL");
    await new Promise((done) => holder.once("exit", done));
    await (await lockDirectory(dataDir)).release();
  });

  it("goes to one of many that start at once over a killed holder's socket", async () => {
    const dataDir = folder();
    await (await lockDirectory(dataDir)).release();
    const attempts = await Promise.allSettled(Array.from({ length: 8 }, () => lockDirectory(dataDir)));
    const held = attempts.flatMap((attempt) => (attempt.status === "fulfilled" ? [attempt.value] : []));
    expect(held).toHaveLength(1);
    await held[0]?.release();
  });

  it("works in directories with very long names", async () => {
    const dataDir = join(folder(), "x".repeat(200));
    const driver = await openEmbeddedDriver({ dataDir });
    await expect(openEmbeddedDriver({ dataDir })).rejects.toMatchObject({ code: "unavailable" });
    await driver.close();
  });
});
