import { createHmac, randomInt, randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { activityPageSchema } from "@/activity/activity";
import { examples } from "@/ingest/integrations/github/testing/deliver";
import { expectProblem } from "../testing/expect-problem";
import { type TestAnswer, type TestTeam, testServer } from "../testing/test-server";

const server = testServer();
const MB = 1_048_576;

interface Hook {
  team: TestTeam;
  path: string;
  secret: string;
}

/** A team with an integration made through the API, as its settings page makes it. */
async function createHook(): Promise<Hook> {
  const team = await server.createTeam();
  const answer = await server.call("POST", `/api/teams/${team.slug}/integrations`, {
    cookie: team.cookie,
    json: { provider: "github" },
  });
  const { url, secret } = z.object({ url: z.url(), secret: z.string() }).parse(answer.body);
  return { team, path: new URL(url).pathname, secret };
}

const sign = (body: string | Uint8Array, secret: string) =>
  `sha256=${createHmac("sha256", secret).update(body).digest("hex")}`;

function deliver(
  hook: Hook,
  body: string | Uint8Array<ArrayBuffer>,
  { event = "star", id = `${randomUUID()}`, signature = sign(body, hook.secret), type = "application/json" } = {},
): Promise<TestAnswer> {
  const headers = {
    "content-type": type,
    "x-github-event": event,
    "x-github-delivery": id,
    "x-hub-signature-256": signature,
  };
  return server.call("POST", hook.path, { headers, body });
}

/** Every activity of the hook's team. */
async function listAll({ team }: Hook) {
  const items = [];
  for (let cursor: string | null = ""; cursor !== null; ) {
    const query: string = cursor === "" ? "source=-team&limit=200" : `source=-team&limit=200&cursor=${cursor}`;
    const page = activityPageSchema.parse(
      (await server.call("GET", `${team.activities}?${query}`, { key: team.key })).body,
    );
    items.push(...page.items);
    cursor = page.nextCursor;
  }
  return items;
}

const accepted = z.strictObject({ status: z.enum(["stored", "duplicate"]), activityIds: z.array(z.uuid()).length(1) });

it("stores every real payload once, refuses it with any byte changed, and says something readable", async () => {
  const hook = await createHook();
  const all = examples();
  expect(all.length).toBeGreaterThan(500);
  const ids = new Set<string>();
  const work = all.entries();
  const worker = async () => {
    for (const [place, { event, payload }] of work) {
      const body = new TextEncoder().encode(JSON.stringify(payload));
      const id = `delivery-${place}`;
      const signature = sign(body, hook.secret);
      const flipped = body.slice();
      const at = randomInt(body.length);
      flipped[at] = (body[at] ?? 0) ^ (1 << randomInt(8));
      expectProblem(await deliver(hook, flipped, { event, id, signature }), 401, "invalid_signature");

      const first = await deliver(hook, body, { event, id });
      expect({ place, event, status: first.status, text: first.text }).toMatchObject({ status: 201 });
      const stored = accepted.parse(first.body);
      const again = await deliver(hook, body, { event, id });
      expect(again).toMatchObject({ status: 200, body: { ...stored, status: "duplicate" } });
      for (const activityId of stored.activityIds) ids.add(activityId);
    }
  };
  await Promise.all(Array.from({ length: 8 }, worker));

  const items = await listAll(hook);
  expect(items).toHaveLength(all.length);
  expect(new Set(items.map(({ id }) => id))).toEqual(ids);
  // The first number tells that the integration was added.
  expect(items.map(({ seq }) => seq).sort((a, b) => a - b)).toEqual(items.map((_, place) => place + 2));
  for (const { message, actorName, entityName, eventType, source } of items) {
    expect(message).not.toMatch(/undefined|\[object Object\]|\bnull\b|NaN|\(\)|""/);
    for (const name of [message, actorName, entityName]) expect(name.trim()).not.toBe("");
    expect(message).toContain(actorName);
    expect(eventType).toMatch(/^github\./);
    expect(source).toBe("github");
  }
}, 180_000);

describe("a delivery", () => {
  const body = JSON.stringify({ action: "created", sender: { login: "ada" }, repository: { full_name: "acme/api" } });

  it("is stored once when ten copies come at the same moment", async () => {
    const hook = await createHook();
    const answers = await Promise.all(Array.from({ length: 10 }, () => deliver(hook, body, { id: "same" })));
    expect(answers.map(({ status }) => status).sort()).toEqual([...Array(9).fill(200), 201]);
    expect(new Set(answers.map(({ body: answer }) => accepted.parse(answer).activityIds[0])).size).toBe(1);
    expect(await listAll(hook)).toHaveLength(1);
  });

  it("without an id counts by its body", async () => {
    const hook = await createHook();
    expect((await deliver(hook, body, { id: "" })).status).toBe(201);
    expect((await deliver(hook, body, { id: "" })).status).toBe(200);
    expect((await deliver(hook, `${body} `, { id: "" })).status).toBe(201);
  });

  it("may have the id of another integration's", async () => {
    const [one, other] = [await createHook(), await createHook()];
    expect((await deliver(one, body, { id: "same" })).status).toBe(201);
    expect((await deliver(other, body, { id: "same" })).status).toBe(201);
  });

  it("is 401 without the right signature, and then nothing is stored", async () => {
    const [hook, other] = [await createHook(), await createHook()];
    const sha1 = `sha1=${createHmac("sha1", hook.secret).update(body).digest("hex")}`;
    for (const signature of [
      "",
      "sha256=",
      sha1,
      sign(body, "wrong"),
      sign(body, ""),
      sign(body, other.secret),
      sign(`${body} `, hook.secret),
    ]) {
      expectProblem(await deliver(hook, body, { signature }), 401, "invalid_signature");
    }
    expectProblem(await server.call("POST", hook.path, { body }), 401, "invalid_signature");
    expect(await listAll(hook)).toEqual([]);
  });

  it("is 404 for an integration that does not exist, whatever its id looks like", async () => {
    const hook = await createHook();
    for (const id of [randomUUID(), "1", "%00", "x".repeat(5_000), "'%20or%201=1"]) {
      expectProblem(await deliver({ ...hook, path: `/api/webhooks/${id}` }, body), 404, "not_found");
    }
    expect((await deliver({ ...hook, path: hook.path.replace(/[^/]+$/, (id) => id.toUpperCase()) }, body)).status).toBe(
      201,
    );
  });

  it("is 404 once its integration is deleted", async () => {
    const hook = await createHook();
    const id = hook.path.split("/").at(-1);
    const path = `/api/teams/${hook.team.slug}/integrations/${id}`;
    expect((await server.call("DELETE", path, { cookie: hook.team.cookie })).status).toBe(204);
    expectProblem(await deliver(hook, body), 404, "not_found");
  });

  it("has at most 25 MB", async () => {
    const hook = await createHook();
    const large = (bytes: number) => body + " ".repeat(bytes - body.length);
    expect((await deliver(hook, large(25 * MB))).status).toBe(201);
    expectProblem(await deliver(hook, large(25 * MB + 1)), 413, "payload_too_large");
  });

  it("is 400 when it is signed but not JSON, 422 when it is no object or names no event", async () => {
    const hook = await createHook();
    for (const bad of ["{", "payload=", new Uint8Array([0x22, 0xff, 0x22])]) {
      expectProblem(await deliver(hook, bad), 400, "malformed_json");
    }
    for (const bad of ["", "null", "[]", "1", '"text"'])
      expectProblem(await deliver(hook, bad), 422, "invalid_request");
    for (const event of ["", "a b", "@/x", "x".repeat(65)]) {
      expectProblem(await deliver(hook, body, { event }), 422, "invalid_request", ["X-GitHub-Event"]);
    }
    expect(await listAll(hook)).toEqual([]);
    expect((await deliver(hook, body)).status).toBe(201);
  });
});
