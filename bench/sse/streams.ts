import { options } from "../options";
import { type Figure, forInformation, limit, ratio } from "../report";
import { show } from "../statistics";
import { measureIdleMemory } from "./idle-memory";
import type { LoadResult } from "./load-schema";
import { interleave, middle, type Shape } from "./run-load";
import type { Side } from "./sides";

const READERS = 1_000;
const SECONDS = options.quick ? 3 : 4;

type Measured = Promise<{ figures: Figure[]; notes: string[] }>;
type Bound = { atMost: number } | { atLeast: number } | null;

const cpu = (result: LoadResult) => result.cpuPerDelivery;
const p50 = (result: LoadResult) => result.sent.p50;
const p99 = (result: LoadResult) => result.sent.p99;
const committedP99 = (result: LoadResult) => result.committed?.p99 ?? Number.NaN;
const rate = (result: LoadResult) => result.perSecond;

/** One figure of two sides; without a bound for information. */
function compare(
  what: string,
  [ours, against]: [readonly LoadResult[] | undefined, readonly LoadResult[] | undefined],
  pick: (result: LoadResult) => number,
  unit: string,
  bound: Bound,
): Figure {
  const sides = { ours: middle(ours, pick), against: middle(against, pick), unit, show };
  return bound === null ? forInformation(ratio(what, sides, { atLeast: 0 })) : ratio(what, sides, bound);
}

function same<Name extends string>(sides: Record<Name, Side>, names: readonly Name[], shape: Shape) {
  return names.map((name) => ({ name, side: sides[name], shape }));
}

/** 1,000 readers at 20 events/s, and as much as gets through. */
export async function measureSteady(sides: Record<"ours" | "stream" | "nchan" | "http" | "ws", Side>): Measured {
  const names = ["stream", "ours", "nchan", "http", "ws"] as const;
  const steady = await interleave(same(sides, names, { readers: READERS, rate: 20, seconds: SECONDS }));
  const most = await interleave(
    same(sides, ["stream", "nchan", "http", "ws"], { readers: READERS, rate: null, seconds: SECONDS }),
  );
  const pair = (
    name: (typeof names)[number],
    other: (typeof names)[number] = "stream",
  ): [LoadResult[] | undefined, LoadResult[] | undefined] => [steady.get(other), steady.get(name)];
  const fromCommit = (name: "stream" | "ours") => ({
    ours: middle(steady.get(name), committedP99),
    against: middle(steady.get("nchan"), p99),
    unit: "ms",
    show,
  });
  const what = "1,000 readers, 20 events/s";
  return {
    figures: [
      compare(`${what}: CPU a delivery, against nchan`, pair("nchan"), cpu, "µs", { atMost: 1 }),
      ratio(`${what}: p99 from the commit, against nchan's from the POST`, fromCommit("stream"), { atMost: 0.9 }),
      compare(`${what}: p99 from the POST, its commit included, against nchan`, pair("nchan"), p99, "ms", null),
      compare(
        "1,000 readers: most deliveries a second, against nchan",
        [most.get("stream"), most.get("nchan")],
        rate,
        "/s",
        { atLeast: 0.9 },
      ),
      compare(
        `${what}: CPU a delivery, captured by the same process, against nchan`,
        pair("nchan", "ours"),
        cpu,
        "µs",
        null,
      ),
      forInformation(
        ratio(`${what}: p99 from the commit, captured by the same process, against nchan`, fromCommit("ours"), {
          atLeast: 0,
        }),
      ),
      compare(`${what}: CPU a delivery, against bare node:http`, pair("http"), cpu, "µs", null),
      compare(`${what}: CPU a delivery, against ws`, pair("ws"), cpu, "µs", null),
      compare(
        "1,000 readers: most deliveries a second, against ws",
        [most.get("stream"), most.get("ws")],
        rate,
        "/s",
        null,
      ),
      compare(
        "1,000 readers: most deliveries a second, against bare node:http",
        [most.get("stream"), most.get("http")],
        rate,
        "/s",
        null,
      ),
    ],
    notes: [
      "p99: from sending the POST, or from our append's own stamp just before its commit, to the bytes at each reader. Ours has the event committed to PostgreSQL and read back from it in that time; nchan, `ws`, node:http and Next's plain handler hand it on from memory and would lose it with the process. CPU: of the processes that hold the readers, by the scheduler's nanoseconds; ours posts to a second server of ours on the same database unless it says otherwise.",
      `The load generator is a process of its own with raw sockets; its event loop was busy at most ${busiest(steady, most)} %.`,
    ],
  };
}

function busiest(...results: Map<string, LoadResult[]>[]): number {
  return Math.round(100 * Math.max(...results.flatMap((all) => [...all.values()].flat().map((result) => result.busy))));
}

/** 200 events/s to 1,000 readers. */
export async function measureBurst(sides: Record<"stream" | "ours" | "nchan" | "ws", Side>): Measured {
  const shape = { readers: READERS, rate: 200, seconds: SECONDS };
  const results = await interleave(same(sides, ["stream", "ours", "nchan", "ws"], shape));
  const what = "burst, 200 events/s to 1,000 readers";
  return {
    figures: [
      compare(`${what}: CPU a delivery, against nchan`, [results.get("stream"), results.get("nchan")], cpu, "µs", {
        atMost: 0.4,
      }),
      compare(`${what}: CPU a delivery, against ws`, [results.get("stream"), results.get("ws")], cpu, "µs", {
        atMost: 0.3,
      }),
      limit(`${what}: p99`, middle(results.get("stream"), p99), 50, "ms"),
      limit(`${what}: p99, captured by the same process`, middle(results.get("ours"), p99), null, "ms"),
      limit(
        `${what}: the last delivery after the last answer`,
        middle(results.get("stream"), ({ lateBy }) => lateBy),
        50,
        "ms",
      ),
    ],
    notes: [
      `Burst: nchan delivered ${Math.round(middle(results.get("nchan"), rate))}/s and ws ${Math.round(middle(results.get("ws"), rate))}/s, ours ${Math.round(middle(results.get("stream"), rate))}/s; the generator was busy at most ${busiest(results)} %.`,
    ],
  };
}

/** Beside a plain route handler of Next, at a rate that it easily bears and at one that keeps it busy. */
export async function measurePlainNext(sides: Record<"stream" | "next", Side>): Measured {
  const figures: Figure[] = [];
  for (const { readers, rate, isBusy } of [
    { readers: READERS, rate: 20, isBusy: false },
    { readers: READERS, rate: 40, isBusy: true },
    { readers: 5_000, rate: 4, isBusy: true },
  ]) {
    const results = await interleave(same(sides, ["stream", "next"], { readers, rate, seconds: SECONDS }));
    const pair: [LoadResult[] | undefined, LoadResult[] | undefined] = [results.get("stream"), results.get("next")];
    const what = `${readers.toLocaleString("en")} readers, ${rate} events/s, against a plain ReadableStream of Next`;
    figures.push(
      compare(`${what}: CPU a delivery`, pair, cpu, "µs", { atMost: 0.25 }),
      compare(`${what}: p99`, pair, p99, "ms", isBusy ? { atMost: 0.2 } : null),
    );
  }
  return { figures, notes: [] };
}

/** From the commit to 1,000 readers at 100 events/s, beside the same over Redis. */
export async function measureLatency(sides: Record<"stream" | "redis", Side>): Measured {
  const shape = { readers: READERS, rate: 100, seconds: SECONDS };
  const results = await interleave(same(sides, ["stream", "redis"], shape));
  const committed = (rank: "p50" | "p99") =>
    middle(results.get("stream"), (result) => result.committed?.[rank] ?? Number.NaN);
  const pair: [LoadResult[] | undefined, LoadResult[] | undefined] = [results.get("stream"), results.get("redis")];
  return {
    figures: [
      limit("commit to 1,000 readers at 100 events/s, p50", committed("p50"), 10, "ms"),
      limit("commit to 1,000 readers at 100 events/s, p99", committed("p99"), 40, "ms"),
      compare("POST to 1,000 readers at 100 events/s: p50, against an insert and Redis pub/sub", pair, p50, "ms", {
        atMost: 2,
      }),
      compare("POST to 1,000 readers at 100 events/s: p99, against an insert and Redis pub/sub", pair, p99, "ms", {
        atMost: 2,
      }),
    ],
    notes: [
      "Redis: node:http that inserts the event, publishes it whole over Redis and writes what it hears to its readers.",
    ],
  };
}

/** Events so large that a reader who reads nothing soon fills what the system keeps for a connection, and then what we do. */
function withLargeEvents(side: Side): Side {
  const bodies = side.target.bodies.slice(0, 20).map((body) => {
    const event: { metadata: object } = JSON.parse(body);
    return JSON.stringify({ ...event, metadata: { ...event.metadata, screen: "x".repeat(55_000) } });
  });
  return { ...side, target: { ...side.target, bodies } };
}

/** Readers that read nothing, beside readers that do. */
export async function measureStuck(sides: Record<"stream", Side>): Measured {
  const shape = { readers: READERS, rate: 50, seconds: SECONDS };
  const one = await interleave([
    { name: "none", side: sides.stream, shape },
    { name: "stuck", side: sides.stream, shape: { ...shape, stuck: 1 } },
  ]);
  const large = withLargeEvents(sides.stream);
  const heavy = { readers: 50, rate: 40, seconds: 8 };
  const many = await interleave([
    { name: "none", side: large, shape: heavy },
    { name: "stuck", side: large, shape: { ...heavy, stuck: 20 } },
  ]);
  const pair = (results: typeof one): [LoadResult[] | undefined, LoadResult[] | undefined] => [
    results.get("stuck"),
    results.get("none"),
  ];
  return {
    figures: [
      compare("one stuck reader: the p99 of 1,000 others, against none", pair(one), p99, "ms", { atMost: 1.1 }),
      compare("20 stuck readers, 55 kB an event: the p99 of 50 others, against none", pair(many), p99, "ms", {
        atMost: 1.1,
      }),
    ],
    notes: [
      "Stuck readers never read a byte. What waits for one is bounded, and it is closed once it has left that unread for 20 s.",
    ],
  };
}

/** Memory of readers that wait, each with a filter of its own at ours. */
export async function measureIdle(sides: Record<"stream" | "nchan" | "http" | "next", Side>): Measured {
  const count = options.quick ? 500 : 1_000;
  const none = () => "";
  const own = await measureIdleMemory(sides.stream, count, (place) => `?actorKey=user-${place}&type=task.*`);
  const others = {
    nchan: await measureIdleMemory(sides.nchan, count, none),
    "bare node:http": await measureIdleMemory(sides.http, count, none),
    "a plain ReadableStream of Next": await measureIdleMemory(sides.next, count, none),
  };
  const told = Object.entries(others).map(([name, kb]) => `${name} ${show(kb)}`);
  return {
    figures: [limit("memory of an idle reader with a filter of its own", own, 20, "kB")],
    notes: [
      `Memory: growth of the process's resident memory with every ${count} readers more. Without a filter: ${told.join(", ")} kB.`,
    ],
  };
}
