import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";

const server = process.env.TEST_DATABASE_URL ?? "";
const name = `las_migrate_${randomBytes(6).toString("hex")}`;

async function onServer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  await client.query(statement);
  await client.end();
}

beforeAll(() => onServer(`CREATE DATABASE ${name}`));
afterAll(() => onServer(`DROP DATABASE ${name} WITH (FORCE)`));

function migrateInAProcess(url: string): Promise<number> {
  const script = `import { getDatabase, closeDatabase } from "./db/client"; getDatabase().then(closeDatabase);`;
  const child = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", script], {
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...process.env, DATABASE_URL: url, DATABASE_DRIVER: process.env.TEST_DATABASE_DRIVER ?? "pg" },
  });
  return new Promise((done) => child.once("exit", (code) => done(code ?? 1)));
}

it("migrates once when three processes start at the same moment", async () => {
  const url = new URL(server);
  url.pathname = `/${name}`;
  const codes = await Promise.all([1, 2, 3].map(() => migrateInAProcess(url.toString())));
  expect(codes).toEqual([0, 0, 0]);
  const client = new pg.Client({ connectionString: url.toString() });
  await client.connect();
  const { rows } = await client.query(
    "SELECT count(*)::int AS applied, count(DISTINCT hash)::int AS distinct FROM drizzle.__drizzle_migrations",
  );
  await client.end();
  expect(rows[0].applied).toBeGreaterThan(0);
  expect(rows[0].applied).toBe(rows[0].distinct);
});
