import { randomBytes } from "node:crypto";
import pg from "pg";

/** A database that only this run uses. */
export interface BenchDatabase {
  url: string;
  /** Such as `PostgreSQL 15.18`. */
  version: string;
  drop(): Promise<void>;
}

/** Creates an empty database on the server that BENCH_DATABASE_URL names; default 127.0.0.1 as `postgres`. */
export async function createBenchDatabase(): Promise<BenchDatabase> {
  const server = process.env.BENCH_DATABASE_URL || "postgres://postgres@127.0.0.1:5432/postgres";
  const name = `las_bench_${randomBytes(4).toString("hex")}`;
  const run = async (text: string) => {
    const client = new pg.Client({ connectionString: server });
    await client.connect();
    try {
      return await client.query<Record<string, string>>(text);
    } finally {
      await client.end();
    }
  };
  await run(`CREATE DATABASE ${name}`);
  const version = (await run("SHOW server_version")).rows[0]?.server_version ?? "?";
  const url = new URL(server);
  url.pathname = `/${name}`;
  return {
    url: url.toString(),
    version: `PostgreSQL ${version.split(" ")[0]}`,
    drop: async () => {
      await run(`DROP DATABASE ${name} WITH (FORCE)`);
    },
  };
}
