import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { freePort } from "../../support/server";
import { findTool } from "./find-tool";
import { makeServiceFolder, spawnService } from "./service";
import { until } from "./sleep";
import type { Stage } from "./stage";

/** Starts PgBouncer in transaction mode, with that many connections, before the stage's cluster; gives its port. It ends with the stage. */
export async function openPgbouncer(stage: Stage, poolSize = 10): Promise<number> {
  const program = findTool("pgbouncer", "pgbouncer");
  const folder = makeServiceFolder("pgbouncer");
  stage.atEnd(() => rmSync(folder, { recursive: true, force: true }));
  const port = await freePort();
  const settings = [
    "[databases]",
    `* = host=127.0.0.1 port=${stage.cluster.port} user=postgres`,
    "[pgbouncer]",
    "listen_addr = 127.0.0.1",
    `listen_port = ${port}`,
    "unix_socket_dir =",
    "auth_type = any",
    "pool_mode = transaction",
    `default_pool_size = ${poolSize}`,
    "max_client_conn = 200",
    "ignore_startup_parameters = extra_float_digits",
  ];
  writeFileSync(join(folder, "pgbouncer.ini"), `${settings.join("\n")}\n`);
  let output = "";
  const child = spawnService(program, [join(folder, "pgbouncer.ini")], folder, (text) => {
    output += text;
  });
  stage.keep("PgBouncer", child);
  await until("PgBouncer's start", 10_000, async () => {
    if (child.exitCode !== null) throw new Error(`PgBouncer ended: ${output}`);
    const client = new pg.Client({ connectionString: stage.cluster.url("postgres", port) });
    client.on("error", () => {});
    return await client.connect().then(
      () => client.end().then(() => true),
      () => false,
    );
  });
  return port;
}
