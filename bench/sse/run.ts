// The stream's fan-out beside nginx + nchan, `ws`, bare node:http and a plain route handler of Next, all in one interleaved run.
import pg from "pg";
import { buildWhenStale } from "@/cli/build-when-stale.mjs";
import { createBenchDatabase } from "../bench-database";
import { createTwin } from "../ingest/tables";
import { isWanted } from "../options";
import { type Part, withKeptParts } from "../parts";
import { publish } from "../report";
import { prepareTeam } from "../team";
import { INSERT_STATEMENT } from "./insert-statement.mjs";
import { CORES, pin } from "./pin";
import { measurePosts } from "./posts";
import { warmUp } from "./run-load";
import { postElsewhere, readStored, startNginx, startOurs, startPeer, startPlainNext } from "./sides";
import { measureBurst, measureIdle, measureLatency, measurePlainNext, measureSteady, measureStuck } from "./streams";

buildWhenStale();
const database = await createBenchDatabase();
const team = await prepareTeam({ url: database.url, dataDir: "" }, "sse");
const pool = new pg.Pool({ connectionString: database.url, max: 1 });
await createTwin(pool, "bench_posts");
await pool.end();
const store = {
  BENCH_POSTS_URL: database.url,
  BENCH_INSERT: INSERT_STATEMENT,
  BENCH_TEAM: team.id,
  BENCH_REDIS_URL: process.env.BENCH_REDIS_URL || "redis://127.0.0.1:6379",
};
const capturing = await startOurs(database.url, team);
const bodies = await readStored(capturing, team);
const sides = {
  /** Readers and writers in one process. */
  ours: capturing,
  /** The readers' process alone: events are posted to the other one. */
  stream: postElsewhere(await startOurs(database.url, team), capturing),
  nchan: await startNginx(bodies),
  http: await startPeer("http", bodies),
  ws: await startPeer("ws", bodies),
  next: await startPlainNext(bodies, store),
  redis: await startPeer("redis", bodies, store),
  insert: await startPeer("insert", bodies, store),
};

try {
  await publish(async () => {
    const isPinned = pin(
      Object.values(sides).flatMap(({ target }) => target.pids),
      CORES.servers,
    );
    const pinned = isPinned
      ? "The servers share one core, one at a time at work; the load generator has another. PostgreSQL runs where it likes."
      : "Nothing was bound to a core.";
    const { insert, ...streams } = sides;
    await warmUp(Object.values(streams));
    const parts = {
      steady: () => measureSteady(sides),
      burst: () => measureBurst(sides),
      next: () => measurePlainNext(sides),
      latency: () => measureLatency(sides),
      stuck: () => measureStuck(sides),
      idle: () => measureIdle(sides),
      posts: () => measurePosts({ ours: sides.ours, bare: insert, plain: sides.next }, team, bodies),
    };
    const fresh: Record<string, Part> = {};
    for (const [part, measure] of Object.entries(parts)) if (isWanted(part)) fresh[part] = await measure();
    const { figures, notes } = await withKeptParts("sse", Object.keys(parts), fresh);
    return {
      name: "sse",
      title: "Fan-out",
      databases: [database.version],
      figures,
      notes: [pinned, ...notes],
      isInParts: true,
    };
  });
} finally {
  for (const side of Object.values(sides)) await side.stop();
  await database.drop();
}
