// Single POSTs over HTTP, each answered after its commit: our lane, bare node:http and a plain route handler of Next.
import { options } from "../options";
import { type PostLoad, postTo } from "../post-to";
import { type Figure, ratio } from "../report";
import { median, show } from "../statistics";
import type { BenchTeam } from "../team";
import type { Side } from "./sides";

const SECONDS = options.quick ? 3 : 4;
const WARM_UP_SECONDS = options.quick ? 4 : 8;

/** Measures the three by turns. `bodies`: what the plain ones are posted, stored activities, which they need not enrich. */
export async function measurePosts(
  sides: { ours: Side; bare: Side; plain: Side },
  team: BenchTeam,
  bodies: readonly string[],
): Promise<{ figures: Figure[]; notes: string[] }> {
  const turns = {
    ours: { side: sides.ours, path: `/api/teams/${team.slug}/activities`, bodies: undefined, loads: [] as PostLoad[] },
    bare: { side: sides.bare, path: "/publish", bodies, loads: [] as PostLoad[] },
    plain: { side: sides.plain, path: "/insert", bodies, loads: [] as PostLoad[] },
  };
  for (let repetition = 0; repetition <= options.repetitions; repetition += 1) {
    for (const { side, path, bodies: posted, loads } of Object.values(turns)) {
      if (side.server === null) throw new Error("POSTs need a server of Node");
      const seconds = repetition === 0 ? WARM_UP_SECONDS : SECONDS;
      const load = await postTo(side.server, path, {
        key: team.key,
        seconds,
        ...(posted === undefined ? {} : { bodies: posted }),
      });
      if (repetition > 0) loads.push(load);
    }
  }
  const rate = (name: keyof typeof turns) => median(turns[name].loads.map((load) => load.rate));
  const against = (name: "bare" | "plain") => ({ ours: rate("ours"), against: rate(name), unit: "requests/s", show });
  const busy = Math.round(
    100 * Math.max(...Object.values(turns).flatMap(({ loads }) => loads.map((load) => load.busy))),
  );
  return {
    figures: [
      ratio("single POSTs, 64 callers, durable, against bare node:http with the same commit", against("bare"), {
        atLeast: 0.5,
      }),
      ratio("the same, against a plain route handler of Next with the same commit", against("plain"), { atLeast: 8 }),
    ],
    notes: [
      `POSTs: autocannon in a process of its own, busy at most ${busy} %. The plain ones insert the posted activity, enriched already, into a table with the feed's columns and indexes and notify, in one statement a request, and answer what was posted; ours checks the key, validates, enriches and commits in groups.`,
    ],
  };
}
