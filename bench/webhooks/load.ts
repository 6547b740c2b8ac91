// The load generator of webhooks, a process of its own: reads its load as JSON from stdin, prints what was heard as one line of JSON.
import { randomUUID } from "node:crypto";
import { Agent, request } from "node:http";
import { performance } from "node:perf_hooks";
import { json } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";
import type { Sample } from "@/ingest/integrations/integration-source";
import { type Heard, type LoadResult, loadSchema, type Sender } from "./load-schema";
import { deliveriesOf } from "./make-delivery";

/** One delivery in so many is sent once more after its answer, as senders do that did not hear it. */
const AGAIN_EVERY = 50;
const TIMEOUT_MS = 60_000;
/** Connections of one sender: more of its deliveries wait on its own side. */
const SOCKETS = 400;

interface Answer {
  /** 0 when none came. */
  status: number;
  retryAfter: string | undefined;
}

function post(url: string, agent: Agent, { body, headers }: Sample): Promise<Answer> {
  return new Promise((done) => {
    const call = request(url, {
      method: "POST",
      agent,
      timeout: TIMEOUT_MS,
      headers: { ...headers, "content-length": Buffer.byteLength(body) },
    });
    const none = () => done({ status: 0, retryAfter: undefined });
    call.on("response", (response) => {
      response.resume();
      response.once("end", () =>
        done({ status: response.statusCode ?? 0, retryAfter: response.headers["retry-after"] }),
      );
      response.once("error", none);
    });
    call.on("timeout", () => call.destroy()).on("error", none);
    call.end(body);
  });
}

/** Sends at a steady rate whatever the answers, by chance around the mean, so that a slow server is not asked less. */
async function send(sender: Sender, endAt: number, countFrom: number): Promise<Heard> {
  const make = deliveriesOf(sender);
  const agent = new Agent({ keepAlive: true, maxSockets: SOCKETS });
  const heard: Heard = {
    provider: sender.provider,
    latencies: [],
    accepted: [],
    refused: [],
    unanswered: [],
    statuses: {},
    withoutRetryAfter: 0,
  };
  const note = ({ status, retryAfter }: Answer) => {
    heard.statuses[status] = (heard.statuses[status] ?? 0) + 1;
    if (status === 429 && !/^[1-9]\d*$/.test(retryAfter ?? "")) heard.withoutRetryAfter += 1;
    return status === 0 ? "unanswered" : status < 300 ? "accepted" : "refused";
  };
  const deliver = async (dueAt: number, isSentAgain: boolean) => {
    const id = randomUUID();
    const delivery = make(id);
    const first = note(await post(sender.url, agent, delivery));
    if (dueAt >= countFrom && first === "accepted") heard.latencies.push(performance.now() - dueAt);
    const again = isSentAgain ? note(await post(sender.url, agent, delivery)) : first;
    const fate = (["accepted", "unanswered"] as const).find((one) => first === one || again === one) ?? "refused";
    heard[fate].push(id);
  };
  const inFlight: Promise<void>[] = [];
  for (let dueAt = performance.now(); dueAt < endAt; ) {
    while (dueAt <= performance.now() && dueAt < endAt) {
      inFlight.push(deliver(dueAt, inFlight.length % AGAIN_EVERY === 0));
      dueAt += (-Math.log(1 - Math.random()) * 1_000) / sender.rate;
    }
    await sleep(1);
  }
  await Promise.all(inFlight);
  agent.destroy();
  return heard;
}

const load = loadSchema.parse(await json(process.stdin));
const before = performance.eventLoopUtilization();
const countFrom = performance.now() + load.warmUpSeconds * 1_000;
const endAt = countFrom + load.seconds * 1_000;
const heard = await Promise.all(load.senders.map((sender) => send(sender, endAt, countFrom)));
const { utilization } = performance.eventLoopUtilization(before);
const result: LoadResult = { heard, busy: utilization };
process.stdout.write(`${JSON.stringify(result)}\n`);
