// What each step from one server to several costs: a second server, a broker as doorbell, a replica's check; all on one PostgreSQL.
import { buildWhenStale } from "@/cli/build-when-stale.mjs";
import { createBenchDatabase } from "../bench-database";
import { options } from "../options";
import { type Figure, limit, publish } from "../report";
import { interleave, middle, warmUp } from "../sse/run-load";
import { postElsewhere, type Side, startOurs } from "../sse/sides";
import { prepareTeam } from "../team";

const READERS = 100;
const SECONDS = options.quick ? 3 : 6;

buildWhenStale();
const database = await createBenchDatabase();
const team = await prepareTeam({ url: database.url, dataDir: "" }, "scale");
const redis = { DOORBELL_URL: process.env.BENCH_REDIS_URL || "redis://127.0.0.1:6379" };
const nats = { DOORBELL_URL: process.env.BENCH_NATS_URL || "nats://127.0.0.1:4222" };
const started: Side[] = [];

async function start(environment: Record<string, string>): Promise<Side> {
  const side = await startOurs(database.url, team, environment);
  started.push(side);
  return side;
}

/** Events are posted to one server, the readers are at another. */
async function startTwo(environment: Record<string, string>): Promise<Side> {
  const capturing = await start(environment);
  return postElsewhere(await start(environment), capturing);
}

try {
  await publish(async () => {
    const sides = {
      "one server": await start({}),
      "two servers, LISTEN and NOTIFY": await startTwo({}),
      "two servers, Redis": await startTwo(redis),
      "two servers, NATS": await startTwo(nats),
    };
    await warmUp(Object.values(sides));
    const turns = (rate: number | null) =>
      Object.entries(sides).map(([name, side]) => ({
        name,
        side,
        shape: { readers: READERS, rate, seconds: SECONDS },
      }));
    const calm = await interleave(turns(20));
    const most = await interleave(turns(null));
    const figures: Figure[] = Object.keys(sides).flatMap((name) => {
      const committed = (rank: "p50" | "p99") =>
        middle(calm.get(name), (result) => result.committed?.[rank] ?? Number.NaN);
      return [
        limit(`${name}: commit to ${READERS} readers at 20 events/s, p50`, committed("p50"), null, "ms"),
        limit(`${name}: commit to ${READERS} readers at 20 events/s, p99`, committed("p99"), null, "ms"),
        limit(
          `${name}: most events a second of one team, delivered to ${READERS} readers`,
          middle(most.get(name), ({ perSecond }) => perSecond / READERS),
          null,
          "events/s",
        ),
      ];
    });
    return {
      name: "scale",
      title: "From one server to several",
      databases: [database.version],
      figures,
      notes: [
        "All servers, PostgreSQL, the brokers and the load generator share the machine's cores: a second server brings no second machine here, so the rates tell what the step itself costs, not what it gains. Single events by 64 callers of one team.",
      ],
    };
  });
} finally {
  for (const side of started) await side.stop();
  await database.drop();
}
