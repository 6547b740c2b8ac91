import { type Tenant, TenantCalls } from "../recorder/tenant";
import { addTeam } from "../rig/add-team";
import { openPgbouncer } from "../rig/open-pgbouncer";
import { openProduct, type Product } from "../rig/product";
import { sleep } from "../rig/sleep";
import type { Stage } from "../rig/stage";
import { inWords } from "./figures";
import type { Scenario, Verdict } from "./scenario";

const AT_ONCE = 32;
const STREAMS_EACH = 5;
/** One is too many; so many are no accident, and it ends. */
const MOST_BREACHES = 20;
const MARKS = ["quince", "walnut"] as const;

async function addTenant(product: Product, mark: string): Promise<Tenant> {
  const team = await addTeam(product, `Team ${mark}`);
  const answer = await fetch(`${product.server.origin}/api/teams/${team.slug}/links`, {
    method: "POST",
    headers: { authorization: `Bearer ${team.key}`, "content-type": "application/json" },
    body: JSON.stringify({ name: mark }),
  });
  const { url }: { url: string } = await answer.json();
  return { ...team, mark, linkToken: new URL(url).pathname.split("/").at(-1) ?? "" };
}

const callsOf = (stage: Stage) => stage.form({ short: 3_000, full: 40_000 });

/** Two teams call as fast as they can over the same few connections. */
async function mix(product: Product, calls: number): Promise<Verdict> {
  const [first, second] = [await addTenant(product, MARKS[0]), await addTenant(product, MARKS[1])];
  const { port } = product.server;
  const sides = [new TenantCalls(port, first, second), new TenantCalls(port, second, first)] as const;
  const streams = sides.flatMap((side) =>
    Array.from({ length: STREAMS_EACH }, () => ({ side, stream: side.follow() })),
  );
  const from = performance.now();
  let next = 0;
  const lane = async () => {
    for (let n = next++; n < calls && sides.every(({ breaches }) => breaches.length < MOST_BREACHES); n = next++) {
      const [own, other] = n % 2 === 0 ? sides : [sides[1], sides[0]];
      await own.call(Math.floor(n / 2), other.stored);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  const took = performance.now() - from;
  // Where notifications do not arrive, events come by polling.
  await sleep(3_000);
  const violations = sides.flatMap(({ breaches }) => breaches.slice(0, MOST_BREACHES));
  for (const { side, stream } of streams) {
    const seen = stream.stop();
    const { size } = new Set(side.stored);
    if (seen < size) violations.push(`a stream gave ${seen} of ${size} activities`);
  }
  const delivered = sides.reduce((sum, { stored }) => sum + new Set(stored).size, 0) * STREAMS_EACH;
  const breaches = sides.reduce((sum, side) => sum + side.breaches.length, 0);
  return {
    figures: [
      `${Math.min(next, calls).toLocaleString("en")} calls of two teams in ${inWords(took)}, ${delivered.toLocaleString("en")} deliveries on ${streams.length} streams`,
      `${breaches} with anything of the other`,
    ],
    violations,
  };
}

/** The calls and streams of two teams, mixed on two connections: neither ever meets a row of the other. */
export const isolation: Scenario = {
  name: "isolation",
  play: async (stage) => {
    const product = await openProduct(stage, async () => ({ DATABASE_POOL_SIZE: "2", RATE_LIMIT: "off" }));
    return await mix(product, callsOf(stage));
  },
};

/** The same through a pooler in transaction mode, whose two connections serve one statement of this team and one of that. */
export const isolationPooled: Scenario = {
  name: "isolation-pooled",
  play: async (stage) => {
    const port = await openPgbouncer(stage, 2);
    const product = await openProduct(stage, async (database) => {
      const url = stage.cluster.url(database, port);
      return { DATABASE_URL: url, DATABASE_URL_UNPOOLED: url, RATE_LIMIT: "off" };
    });
    return await mix(product, callsOf(stage));
  },
};
