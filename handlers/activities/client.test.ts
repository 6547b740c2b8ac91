import { expect, it } from "vitest";
import { z } from "zod";
import { ActivityClient, type ClientOptions } from "@/client/index";
import { type TestTeam, testServer } from "../testing/test-server";

const server = testServer();
const listSchema = z.object({
  items: z.array(z.object({ id: z.string(), seq: z.int(), entityKey: z.string() }).loose()),
});

/** A client of a new team; `meddle` stands between it and the server. */
async function createClient(
  meddle: (send: () => Promise<Response>, call: number) => Promise<Response> = (send) => send(),
  options: Partial<ClientOptions> = {},
) {
  const team = await server.createTeam();
  let calls = 0;
  const send: typeof fetch = async (url, init) => {
    calls += 1;
    const { pathname } = new URL(String(url));
    const headers = Object.fromEntries(new Headers(init?.headers));
    const body = z.string().parse(init?.body);
    return await meddle(() => server.fetch("POST", pathname, { headers, body }), calls);
  };
  const client = new ActivityClient({
    url: "http://localhost:3000",
    team: team.slug,
    key: team.key,
    waitMs: 5,
    fetch: send,
    ...options,
  });
  return { client, team, calls: () => calls };
}

async function stored(team: TestTeam) {
  const answer = await server.call("GET", `${team.activities}?limit=200`, { key: team.key });
  return listSchema.parse(answer.body).items.toSorted((a, b) => a.seq - b.seq);
}

it("posts events in batches, in order, and says where each is", async () => {
  const { client, team, calls } = await createClient(undefined, { batchSize: 40 });
  const captured = Array.from({ length: 100 }, (_, place) =>
    client.captureEvent("task.completed", { id: "ada", name: "Ada" }, `task:${place}`, { place }),
  );
  await client.flush();
  const all = await Promise.all(captured);
  expect(all.map(({ seq }) => seq)).toEqual(Array.from({ length: 100 }, (_, place) => place + 1));
  const items = await stored(team);
  expect(items.map(({ entityKey }) => entityKey)).toEqual(Array.from({ length: 100 }, (_, place) => String(place)));
  expect(items.map(({ id }) => id)).toEqual(all.map(({ id }) => id));
  expect(calls()).toBe(3);
});

it("tells what was wrong with an event, and stores its neighbours", async () => {
  const { client, team } = await createClient();
  const good = client.captureEvent("task.created", "ada", "task:1");
  const bad = client.captureEvent("task.created", "ada", "task:2", undefined, { timestamp: "1960-01-01T00:00:00Z" });
  await expect(bad).rejects.toMatchObject({ status: 422, code: "invalid_request", issues: [{ path: ["timestamp"] }] });
  expect((await good).seq).toBe(1);
  expect(() => client.captureEvent("task.created", "ada", "nothing")).not.toThrow();
  await expect(client.captureEvent("task.created", "ada", "nothing")).rejects.toThrow(/type:id/);
  expect(await stored(team)).toHaveLength(1);
});

it("stores each event once, though answers are lost on their way", async () => {
  const { client, team } = await createClient(async (send, call) => {
    const response = await send();
    if (call % 3 !== 0) throw new TypeError("the connection was lost");
    return response;
  });
  const captured = [1, 2, 3].map((place) => client.captureEvent("task.created", "ada", `task:${place}`));
  await client.flush();
  expect((await Promise.all(captured)).map(({ seq }) => seq)).toEqual([1, 2, 3]);
  expect(await stored(team)).toHaveLength(3);
});

it("waits for as long as the server asks", async () => {
  const at: number[] = [];
  const { client } = await createClient(async (send, call) => {
    at.push(performance.now());
    return call === 1 ? new Response("", { status: 503, headers: { "retry-after": "1" } }) : await send();
  });
  await client.captureEvent("task.created", "ada", "task:1");
  expect((at[1] ?? 0) - (at[0] ?? 0)).toBeGreaterThan(950);
});

it("gives up at once where trying again is of no use, and in the end where it is not", async () => {
  const wrong = await createClient(undefined, { key: "las_wrong" });
  await expect(wrong.client.captureEvent("task.created", "ada", "task:1")).rejects.toMatchObject({ status: 401 });
  expect(wrong.calls()).toBe(1);
  const down = await createClient(() => Promise.reject(new TypeError("refused")), { attempts: 2 });
  const lost = down.client.captureEvent("task.created", "ada", "task:1");
  await expect(lost).rejects.toMatchObject({ code: "given_up", message: "refused" });
  expect(down.calls()).toBe(2);
});

it("refuses what is more than may wait", async () => {
  const { client } = await createClient(undefined, { maxWaiting: 1, waitMs: 1_000 });
  const first = client.captureEvent("task.created", "ada", "task:1");
  await expect(client.captureEvent("task.created", "ada", "task:2")).rejects.toMatchObject({
    code: "too_many_waiting",
  });
  await client.flush();
  expect((await first).seq).toBe(1);
});
