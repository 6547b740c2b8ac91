import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { options } from "../options";
import { median } from "../statistics";
import { type Load, type LoadResult, loadResultSchema } from "./load-schema";
import { CORES, pin } from "./pin";
import type { Side } from "./sides";

/** Events that a side is sent before anything is measured: V8 compiles what has run some thousand times. */
const WARM_UP: Shape = { readers: 5, rate: null, seconds: options.quick ? 2 : 6 };

/** One load, whichever side it is put on. */
export type Shape = Pick<Load, "readers" | "rate" | "seconds"> & { stuck?: number };

/** How often a peer that loses events, or connections, may try again. */
const TRIES = 3;

/** Puts a load on a side, by a process of its own. Throws when something was not delivered. */
export async function runLoad(side: Side, shape: Shape): Promise<LoadResult> {
  for (let tries = 1; ; tries += 1) {
    const result = await offer(side, shape);
    if (result?.isComplete) return result;
    const fault =
      result === null
        ? "the load ended early"
        : `${result.events * shape.readers - result.deliveries} of ${result.events * shape.readers} deliveries did not come`;
    process.stderr.write(`${fault}\n`);
    if (!side.mayLose || tries === TRIES) throw new Error(fault);
  }
}

/** Null when the load generator gave up, as when its connections are reset. */
async function offer(side: Side, shape: Shape): Promise<LoadResult | null> {
  const load: Load = { stuck: 0, ...shape, ...side.target };
  const child = spawn(process.execPath, ["--import", "tsx", "bench/sse/load.ts"], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  if (child.pid !== undefined) pin([child.pid], CORES.generator);
  child.stdin.end(JSON.stringify(load));
  const [output] = await Promise.all([text(child.stdout), once(child, "exit")]);
  return output === "" ? null : loadResultSchema.parse(JSON.parse(output));
}

/** Warms each side up. */
export async function warmUp(sides: Iterable<Side>): Promise<void> {
  for (const side of sides) await runLoad(side, WARM_UP);
}

/** Results of several sides under the same load, by turns. */
export type Results<Name extends string> = Record<Name, LoadResult[]>;

/** Puts each of `shapes` on its side, by turns, as often as the run's repetitions. */
export async function interleave<Name extends string>(
  sides: readonly { name: Name; side: Side; shape: Shape }[],
): Promise<Map<Name, LoadResult[]>> {
  const results = new Map<Name, LoadResult[]>(sides.map(({ name }) => [name, []]));
  for (let repetition = 0; repetition <= options.repetitions; repetition += 1) {
    for (const { name, side, shape } of sides) {
      const result = await runLoad(side, shape);
      // The first turn is for what is compiled and allocated once.
      if (repetition === 0) continue;
      results.get(name)?.push(result);
      process.stderr.write(
        `${name}, ${shape.readers} readers, ${shape.rate ?? "most"} events/s: ${result.cpuPerDelivery.toFixed(1)} µs a delivery, p99 ${result.sent.p99.toFixed(1)} ms, ${Math.round(result.perSecond)} deliveries/s\n`,
      );
    }
  }
  return results;
}

/** The middle of one figure over a side's runs. */
export function middle(results: readonly LoadResult[] | undefined, pick: (result: LoadResult) => number): number {
  return median((results ?? []).map(pick));
}
