// `npm run test:postgres`: the database and stream tests once more on the server TEST_DATABASE_URL names, through `pg` and through Neon's driver.
import { randomBytes } from "node:crypto";
import pg from "pg";
import { buildWhenStale } from "./build-when-stale.mjs";
import { finish, runFaults, runPlaywright, runVitest } from "./testing/run-step.mjs";
import { openRelay } from "./testing/websocket-relay.mjs";

const server = process.env.TEST_DATABASE_URL;
if (!server) {
  process.stderr.write(
    "TEST_DATABASE_URL must name a PostgreSQL server, such as postgres://postgres@127.0.0.1:5432/postgres\n",
  );
  process.exit(1);
}
// The brokers that doorbells are tested with; without them their tests fail.
process.env.TEST_REDIS_URL ||= "redis://127.0.0.1:6379";
process.env.TEST_NATS_URL ||= "nats://127.0.0.1:4222";
/** What talks to the database, and calls that lock one another out; who may do what, and how it is answered, is decided above it. */
const suites = ["db/", "ingest/", "stream/", "auth/access/", "handlers/marks/", "handlers/activities/capture"];
/** What needs no database: once is enough. */
const WITHOUT_DATABASE = ["**/ingest/integrations/**", "**/db/search/**"];
async function onServer(statement) {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  await client.query(statement);
  await client.end();
}

/** `mixed` also kills the server, cuts readers, swallows doorbells, delays inserts and stops the database at once; `npm run faults` has each by itself. */
const FAULTS = ["restore", "storm", "isolation-pooled", "mixed"];
/** What a broker is there for; how a pooler in front of the database is noticed does not depend on which it is. */
const BROKER_FAULTS = { redis: ["listener", "pgbouncer"], nats: ["listener"] };
/** Conditions in statements are shown on the embedded database, which is a Postgres too; what is its own needs no server. */
const ON_EMBEDDED = ["**/db/team-conditions.test.ts", "**/db/drivers/embedded.test.ts"];
/** Random filters and long histories: what one driver has shown of statements is so of the other. */
const ONCE = [
  "**/db/queries/list-activities.test.ts",
  "**/db/queries/fold/**",
  "**/db/queries/export/**",
  "**/stream/newest/**",
];

/** Runs the suite in a database of its own, which is dropped afterwards. */
async function runOn(driver, env, which = suites) {
  const name = `las_test_${randomBytes(6).toString("hex")}`;
  await onServer(`CREATE DATABASE ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  try {
    const on = { ...env, TEST_DATABASE_URL: url.toString(), TEST_DATABASE_DRIVER: driver, LOG_LEVEL: "silent" };
    return await runVitest(`${which.join(", ")} through ${driver}`, which, on, [
      ...WITHOUT_DATABASE,
      ...ON_EMBEDDED,
      ...(driver === "neon" ? ONCE : []),
    ]);
  } finally {
    await onServer(`DROP DATABASE ${name} WITH (FORCE)`);
  }
}

const { hostname, port } = new URL(server);
const relay = await openRelay(hostname, Number(port || 5432));
const proxy = `${relay.address}/v1`;
const totals = [
  await runOn("pg", {}),
  await runOn("neon", { NEON_WS_PROXY: proxy }, ["db/", "stream/"]),
  await runOn("pg", {}, ["cli/admin/"]),
];
buildWhenStale();
totals.push(
  await runPlaywright("servers on PostgreSQL", {
    TEST_DATABASE_URL: server,
    TEST_NEON_WS_PROXY: proxy,
    DATABASE_URL: "",
  }),
);
await relay.close();
// On a PostgreSQL of its own, which it may stop and break.
totals.push(await runFaults("faults, in short", [...FAULTS, "--short"], { TEST_DATABASE_URL: "" }));
// Side by side: they wait for most of their time.
const brokers = Object.entries(BROKER_FAULTS).map(([doorbell, some]) =>
  runFaults(`faults, doorbells over ${doorbell}`, [...some, "--short", "--doorbell", doorbell], {
    TEST_DATABASE_URL: "",
  }),
);
finish([...totals, ...(await Promise.all(brokers))]);
