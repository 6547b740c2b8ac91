// One event a POST over HTTP: the product's production server against an empty route handler of the same Next.
import { buildWhenStale } from "@/cli/build-when-stale.mjs";
import { options } from "../options";
import { type PostLoad, postTo } from "../post-to";
import { type Figure, forInformation, ratio } from "../report";
import { startProduct } from "../server-process";
import { startEmptyApp } from "../start-empty-app";
import { median, show } from "../statistics";
import type { BenchTeam } from "../team";

const SECONDS = options.quick ? 4 : 8;
/** Next's path is long: V8 has it compiled after some thousand requests. */
const WARM_UP_SECONDS = options.quick ? 8 : 15;
/** Measures the handlers by turns; both servers run all the time. */
export async function measureRoute(
  databaseUrl: string,
  team: BenchTeam,
): Promise<{ figures: Figure[]; notes: string[] }> {
  buildWhenStale();
  const product = await startProduct({ DATABASE_URL: databaseUrl, LANES: "off" });
  const direct = await startProduct({ DATABASE_URL: databaseUrl });
  const empty = await startEmptyApp();
  const sides = {
    ours: { server: product, path: `/api/teams/${team.slug}/activities`, loads: [] as PostLoad[] },
    lane: { server: direct, path: `/api/teams/${team.slug}/activities`, loads: [] as PostLoad[] },
    exchange: { server: empty, path: `/api/teams/${team.slug}/activities`, loads: [] as PostLoad[] },
    nothing: { server: empty, path: `/api/teams/${team.slug}/nothing`, loads: [] as PostLoad[] },
  };
  try {
    for (let repetition = 0; repetition <= options.repetitions; repetition += 1) {
      const isWarmUp = repetition === 0;
      for (const { server, path, loads } of Object.values(sides)) {
        const load = await postTo(server, path, { key: team.key, seconds: isWarmUp ? WARM_UP_SECONDS : SECONDS });
        if (!isWarmUp) loads.push(load);
      }
    }
  } finally {
    await Promise.all([product.stop(), direct.stop(), empty.stop()]);
  }
  const middle = (side: keyof typeof sides, figure: keyof PostLoad) =>
    median(sides[side].loads.map((load) => load[figure]));
  const busy = Math.round(
    100 * Math.max(...Object.values(sides).flatMap(({ loads }) => loads.map((load) => load.busy))),
  );
  const against = (side: keyof typeof sides, ours: keyof typeof sides = "ours") => ({
    ours: middle(ours, "rate"),
    against: middle(side, "rate"),
    unit: "requests/s",
    show,
  });
  const each = (figure: keyof PostLoad) =>
    `${show(middle("ours", figure))}, ${show(middle("lane", figure))}, ${show(middle("exchange", figure))} and ${show(middle("nothing", figure))}`;
  return {
    figures: [
      ratio("single POST over HTTP, against an empty Next route handler for the same exchange", against("exchange"), {
        atLeast: 0.8,
      }),
      forInformation(
        ratio("the same, against one that reads nothing and answers nothing", against("nothing"), { atLeast: 0 }),
      ),
      forInformation(
        ratio(
          "single POST through the direct lane of `npm start`, against the empty handler",
          against("exchange", "lane"),
          {
            atLeast: 0,
          },
        ),
      ),
    ],
    notes: [
      `POSTs over HTTP: production servers (the product with \`LANES=off\` and with its lanes, the empty app by \`next start\`), autocannon with 64 connections in a process of its own, whose event loop was busy at most ${busy} % (${busy > 90 ? "the generator may have been the limit" : "the generator was not the limit"}); servers, generator and PostgreSQL share the machine's cores. ` +
        "The same request goes to both; the empty handler of the same exchange stands at the same path, takes the posted text and answers a ready text as long as a stored activity: what Next itself takes for a body in and a body out is on both sides. " +
        `p99, ours, by the lane, the same exchange and nothing: ${each("p99")} ms; CPU of the server's process a request: ${each("cpuPerPost")} µs.`,
    ],
  };
}
