// The load generator of the stream bench, a process of its own: raw sockets as readers, and a publisher. Takes what to do as JSON on stdin, prints a line of JSON.
import { Agent, request as httpRequest } from "node:http";
import { connect, type Socket } from "node:net";
import { performance } from "node:perf_hooks";
import { text } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";
import { cpuMsOf } from "../server-process";
import { percentile } from "../statistics";
import { type Load, type LoadResult, loadSchema } from "./load-schema";
import { createMarkReader, markOf } from "./marks";

/** Events on their way at once, when as much as possible is sent. */
const MOST_ON_THE_WAY = 64;
const WARM_UP_EVENTS = 40;
const PATIENCE_MS = 20_000;

const load: Load = loadSchema.parse(JSON.parse(await text(process.stdin)));
const { port } = new URL(load.origin);
const agent = new Agent({ keepAlive: true, maxSockets: 128 });
/** By an event's number: when it was sent off and committed, and when each reader had it; milliseconds of `performance.now()`. */
const sent: number[] = [];
const committed: number[] = [];
const arrivals: number[][] = [];
let deliveries = 0;

function onMark(number: number): void {
  deliveries += 1;
  arrivals[number]?.push(performance.now());
}

/** One buffer for all connections: a reader is to cost as little as it can. */
const shared = Buffer.allocUnsafe(262_144);

/** A reader on a connection of its own, once the server has answered it. */
function openReader(isStuck: boolean): Promise<Socket> {
  return new Promise((done, fail) => {
    const read = createMarkReader(onMark);
    let isOpen = false;
    const onBytes = (size: number) => {
      const chunk = shared.subarray(0, size);
      if (isOpen) read(chunk);
      else if (/^HTTP\/1\.1 (200|101) /.test(chunk.toString("latin1", 0, 13))) done(socket);
      else fail(new Error(chunk.toString()));
      isOpen = true;
      return !isStuck;
    };
    const socket = connect({ port: Number(port), host: "127.0.0.1", onread: { buffer: shared, callback: onBytes } });
    socket.once("connect", () => socket.write(load.request));
    socket.once("error", fail);
    socket.once("close", () => fail(new Error("a stream was closed at once")));
  });
}

async function openReaders(): Promise<Socket[]> {
  const sockets: Socket[] = [];
  const isStuck = (place: number) => place >= load.readers;
  const all = load.readers + load.stuck;
  // A few at a time: this is not about how fast streams are opened.
  while (sockets.length < all)
    sockets.push(
      ...(await Promise.all(
        Array.from({ length: Math.min(100, all - sockets.length) }, (_, place) =>
          openReader(isStuck(sockets.length + place)),
        ),
      )),
    );
  for (const socket of sockets) socket.on("error", () => {});
  return sockets;
}

/** Posts the event with the next number; resolves when it was answered. */
function publish(): Promise<void> {
  const number = sent.length;
  arrivals.push([]);
  committed.push(Number.NaN);
  const template = load.bodies[number % load.bodies.length] ?? "";
  const body = template.replace("@@mark@@", markOf(number));
  return new Promise((done, fail) => {
    const call = httpRequest(
      load.publishUrl,
      { method: "POST", agent, headers: { ...load.publishHeaders, "content-length": Buffer.byteLength(body) } },
      (response) => {
        let answer = "";
        response.setEncoding("utf8").on("data", (piece: string) => {
          answer += piece;
        });
        response.on("end", () => {
          if ((response.statusCode ?? 500) >= 300) return fail(new Error(`${response.statusCode} ${answer}`));
          const stamp = /"receivedAt":"([^"]+)"/.exec(answer)?.[1];
          if (stamp !== undefined) committed[number] = Date.parse(stamp) - performance.timeOrigin;
          done();
        });
      },
    );
    sent.push(performance.now());
    call.on("error", fail);
    call.end(body);
  });
}

const missing = () => sent.length * load.readers - deliveries;

async function untilDelivered(most: number): Promise<boolean> {
  const end = performance.now() + PATIENCE_MS;
  while (missing() > most * load.readers) {
    if (performance.now() > end) return false;
    await sleep(1);
  }
  return true;
}

/** At the load's rate, spread around the mean so that posts do not fall into step with anything. */
async function publishAtRate(rate: number, count: number): Promise<void> {
  const posts: Promise<void>[] = [];
  let due = performance.now();
  for (let number = 0; number < count; number += 1) {
    due += (1_000 / rate) * (0.5 + Math.random());
    const pause = due - performance.now();
    if (pause > 1) await sleep(pause);
    posts.push(publish());
  }
  await Promise.all(posts);
}

/** As many as get through, with a bounded number on the way. */
async function publishAll(seconds: number): Promise<void> {
  const end = performance.now() + seconds * 1_000;
  const caller = async () => {
    while (performance.now() < end) {
      if (missing() < MOST_ON_THE_WAY * load.readers) await publish();
      else await sleep(1);
    }
  };
  await Promise.all(Array.from({ length: MOST_ON_THE_WAY }, caller));
}

const cpuOfServers = async () => {
  const all = await Promise.all(load.pids.map((pid) => cpuMsOf(pid)));
  return all.reduce<number>((sum, ms) => sum + (ms ?? Number.NaN), 0);
};

const sockets = await openReaders();
await sleep(500);
await publishAtRate(load.rate ?? 40, Math.min(WARM_UP_EVENTS, 2 * (load.rate ?? 40)));
await untilDelivered(0);

const first = sent.length;
const deliveredBefore = deliveries;
const own = performance.eventLoopUtilization();
const cpuBefore = await cpuOfServers();
const from = performance.now();
if (load.rate === null) await publishAll(load.seconds);
else await publishAtRate(load.rate, Math.round(load.rate * load.seconds));
const offeredFor = performance.now() - from;
await untilDelivered(0);
const took = performance.now() - from;
const cpu = (await cpuOfServers()) - cpuBefore;
const { utilization } = performance.eventLoopUtilization(own);
const spread = (since: number[]) => {
  const all = arrivals
    .slice(first)
    .flatMap((times, place) => times.map((at) => at - (since[first + place] ?? Number.NaN)));
  return { p50: percentile(all, 50), p99: percentile(all, 99) };
};
const result: LoadResult = {
  events: sent.length - first,
  deliveries: deliveries - deliveredBefore,
  isComplete: arrivals.every((times) => times.length === load.readers),
  perSecond: ((deliveries - deliveredBefore) * 1_000) / took,
  /** How much longer than the offering the delivery took. */
  lateBy: took - offeredFor,
  cpuPerDelivery: (cpu * 1_000) / (deliveries - deliveredBefore),
  sent: spread(sent),
  committed: Number.isNaN(committed[first] ?? Number.NaN) ? null : spread(committed),
  busy: utilization,
};
process.stdout.write(`${JSON.stringify(result)}\n`);
for (const socket of sockets) socket.destroy();
agent.destroy();
