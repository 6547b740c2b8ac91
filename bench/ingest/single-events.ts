// 64 callers with single events, each answered after commit: group commit against an INSERT and a NOTIFY per request.
import type { Driver } from "@/db/drivers/driver";
import { captureItems } from "@/ingest/capture";
import { resolveNames } from "@/ingest/resolve-names";
import { type Load, runCallers } from "../callers";
import { makeEvents } from "../events";
import { options } from "../options";
import { type Figure, forInformation, ratio } from "../report";
import { median, show } from "../statistics";
import type { BenchTeam } from "../team";
import { insertAndNotify } from "./insert-notify";
import { createTwin, startAfresh } from "./tables";

const CALLERS = 64;
const SECONDS = options.quick ? 2 : 5;
const TWIN = "bench_insert";

/** Events for one repetition; wraps around when a side is faster than expected. */
function endless<T>(list: readonly T[]): () => T {
  let next = 0;
  return () => {
    const item = list[next++ % list.length];
    if (item === undefined) throw new Error("there are no events");
    return item;
  };
}

/** Measures both sides by turns; the listener that a server holds is there for both. */
export async function measureSingleEvents(
  driver: Driver,
  team: BenchTeam,
): Promise<{ figures: Figure[]; notes: string[] }> {
  await createTwin(driver.pool, TWIN);
  const listener = await driver.connectDirect();
  await listener.query("LISTEN activity");
  const ours: Load[] = [];
  const theirs = [
    { insert: insertAndNotify(driver, TWIN, team.id, { prepared: false }), loads: [] as Load[] },
    { insert: insertAndNotify(driver, TWIN, team.id, { prepared: true }), loads: [] as Load[] },
  ] as const;

  for (let repetition = 0; repetition <= options.repetitions; repetition += 1) {
    const events = makeEvents(40_000, repetition);
    const isWarmUp = repetition === 0;
    const duration = isWarmUp ? 1_000 : SECONDS * 1_000;

    await startAfresh(driver.pool, TWIN);
    const nextOwn = endless(events);
    const own = await runCallers(CALLERS, duration, () =>
      captureItems(driver, team.id, { items: [{ event: nextOwn() }], key: null }),
    );

    const names = await resolveNames(driver.db, team.id, events, "lazily");
    if (!isWarmUp) ours.push(own);
    for (const { insert, loads } of theirs) {
      const nextTheirs = endless(events.map((event, place) => ({ event, names: names[place] })));
      await startAfresh(driver.pool, TWIN);
      const other = await runCallers(CALLERS, duration, async () => {
        const { event, names: known } = nextTheirs();
        if (known === undefined) throw new Error("an event has no names");
        return await insert(event, known);
      });
      if (!isWarmUp) loads.push(other);
    }
  }
  await listener.close();

  const middle = (loads: Load[], pick: (load: Load) => number) => median(loads.map(pick));
  const percent = (loads: Load[]) => Math.round(100 * middle(loads, ({ busy }) => busy));
  const [same, prepared] = theirs.map(({ loads }) => loads);
  if (same === undefined || prepared === undefined) throw new Error("a side was not measured");
  const rates = (loads: Load[]) => ({
    ours: middle(ours, ({ rate }) => rate),
    against: middle(loads, ({ rate }) => rate),
    unit: "events/s",
    show,
  });
  const p99s = (loads: Load[]) => ({
    ours: middle(ours, ({ p99 }) => p99),
    against: middle(loads, ({ p99 }) => p99),
    unit: "ms",
    show,
  });
  return {
    figures: [
      ratio(`single events, ${CALLERS} callers: rate, against INSERT + NOTIFY per request`, rates(same), {
        atLeast: 5,
      }),
      ratio(`single events, ${CALLERS} callers: p99`, p99s(same), { atMost: 0.5 }),
      forInformation(ratio("the same, against prepared statements: rate", rates(prepared), { atLeast: 0 })),
      forInformation(ratio("the same, against prepared statements: p99", p99s(prepared), { atLeast: 0 })),
    ],
    notes: [
      `Single events: callers run in the process of the capture code, on both sides alike; its event loop was busy ${percent(ours)} % with ours and ${percent(same)} % with INSERT + NOTIFY (near 100 %: this process, enrichment included, was the limit, not the database). ` +
        `p50: ${show(middle(ours, ({ p50 }) => p50))} ms and ${show(middle(same, ({ p50 }) => p50))} ms. ` +
        "The other side is one statement per request through the same client, pool and protocol (statements without a name, as a pooler demands), into a table of the same definition with bigserial numbers, with the same enrichment; its actors and entities were looked up beforehand, ours pays for them. " +
        "Prepared: each of its connections parses and plans the statement once; ours does not.",
    ],
  };
}
