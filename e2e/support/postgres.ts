import { randomBytes } from "node:crypto";
import pg from "pg";

const server = process.env.TEST_DATABASE_URL ?? "";

async function onServer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  await client.query(statement);
  await client.end();
}

/** A database of its own on the test server; gives its address. */
export async function createDatabase(): Promise<string> {
  const name = `las_e2e_${randomBytes(6).toString("hex")}`;
  await onServer(`CREATE DATABASE ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.toString();
}

/** Drops what {@link createDatabase} made. */
export async function dropDatabase(url: string): Promise<void> {
  await onServer(`DROP DATABASE ${new URL(url).pathname.slice(1)} WITH (FORCE)`);
}
