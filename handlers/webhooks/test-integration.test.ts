import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { activityPageSchema } from "@/activity/activity";
import { type DeliveryPage, deliveryPageSchema, deliverySchema, isTest } from "@/activity/delivery";
import { INTEGRATION_SOURCES } from "@/ingest/integrations";
import type { IntegrationSource } from "@/ingest/integrations/integration-source";
import { expectProblem } from "../testing/expect-problem";
import { type TestTeam, testServer } from "../testing/test-server";

const server = testServer();
/** Fits every scheme. */
const SECRET = "whsec_bGFzLXRlc3Qtc2VjcmV0LWJ5dGVzLTAxMjM0NTY3";

interface Hook {
  team: TestTeam;
  /** Of the integration, in the API. */
  path: string;
  address: string;
  secret: string | null;
}

async function createHook(provider: string): Promise<Hook> {
  const team = await server.createTeam();
  const path = `/api/teams/${team.slug}/integrations`;
  const { body } = await server.call("POST", path, { cookie: team.cookie, json: { provider } });
  const made = z.object({ id: z.uuid(), url: z.url(), secret: z.string().nullable() }).parse(body);
  return { team, path: `${path}/${made.id}`, address: new URL(made.url).pathname, secret: made.secret };
}

const act = ({ team, path }: Hook, what: string, json?: object) =>
  server.call("POST", `${path}/${what}`, { cookie: team.cookie, ...(json === undefined ? {} : { json }) });

async function readLog({ team, path }: Hook): Promise<DeliveryPage> {
  return deliveryPageSchema.parse((await server.call("GET", `${path}/deliveries`, { cookie: team.cookie })).body);
}

async function listActivities({ team }: Hook) {
  return activityPageSchema.parse((await server.call("GET", `${team.activities}?source=-team`, { key: team.key })).body)
    .items;
}

/** A delivery as the sender itself would send it. */
function deliver(hook: Hook, source: IntegrationSource, secret: string, id = randomUUID()) {
  const at = new Date();
  const { body, headers } = source.sample(id, at);
  return server.call("POST", hook.address, { body, headers: { ...headers, ...source.sign(body, { secret, id, at }) } });
}

describe.each(INTEGRATION_SOURCES.map((source) => [source.label, source] as const))("a test of %s", (_, source) => {
  it("becomes an activity and a line of the log that is no delivery of the sender's", async () => {
    const hook = await createHook(source.provider);
    if (hook.secret === null) await act(hook, "rotate", { secret: SECRET });
    const answer = await act(hook, "test");
    expect(answer.status).toBe(201);
    const line = deliverySchema.parse(answer.body);
    expect(line).toMatchObject({ outcome: "stored", status: 201, diagnosis: null, isKept: true });
    expect(isTest(line)).toBe(true);
    expect(await readLog(hook)).toMatchObject({ items: [line], total: 1, refused: 0, hasArrived: false });
    expect(await listActivities(hook)).toMatchObject([
      { id: line.activityIds[0], message: line.became, source: source.provider },
    ]);
    // Each is one of its own.
    expect((await act(hook, "test")).status).toBe(201);
    expect(await readLog(hook)).toMatchObject({ total: 2, hasArrived: false });

    expect((await deliver(hook, source, hook.secret ?? SECRET)).status).toBe(201);
    const page = await readLog(hook);
    expect(page.items.map(isTest)).toEqual([false, true, true]);
    expect(page).toMatchObject({ total: 3, hasArrived: true });
    expect(await listActivities(hook)).toHaveLength(3);
  });
});

describe("an integration whose secret its sender makes up", () => {
  const stripe = INTEGRATION_SOURCES.find(({ provider }) => provider === "stripe");
  if (stripe === undefined) throw new Error("there is no Stripe");

  it("has none at first, lets nothing in, and takes what was refused once the secret is pasted", async () => {
    const hook = await createHook("stripe");
    expect(hook.secret).toBeNull();
    expectProblem(await act(hook, "test"), 409, "conflict");
    expectProblem(await deliver(hook, stripe, ""), 401, "invalid_signature");
    expectProblem(await deliver(hook, stripe, SECRET), 401, "invalid_signature");
    const page = await readLog(hook);
    expect(page).toMatchObject({ total: 2, refused: 2, hasArrived: false });
    expect(page.items.map(({ diagnosis }) => diagnosis)).toEqual([{ code: "no_secret" }, { code: "no_secret" }]);

    await act(hook, "rotate", { secret: SECRET });
    expect((await act(hook, `deliveries/${page.items[0]?.id}/replay`)).status).toBe(201);
    expectProblem(await act(hook, `deliveries/${page.items[1]?.id}/replay`), 409, "conflict");
    // What came before it counts beside it, and that was nothing.
    expectProblem(await deliver(hook, stripe, ""), 401, "invalid_signature");
    expect(await readLog(hook)).toMatchObject({ hasArrived: true });
  });
});

describe("a test", () => {
  it("is for members and keys with `admin`, of the integration's own team", async () => {
    const [hook, other] = [await createHook("github"), await createHook("github")];
    const { team, path } = hook;
    const reader = await server.createKey(team, ["capture", "read"]);
    expectProblem(await server.call("POST", `${path}/test`), 401, "unauthenticated");
    expectProblem(await server.call("POST", `${path}/test`, { key: reader }), 403, "forbidden");
    expectProblem(await server.call("POST", `${path}/test`, { cookie: other.team.cookie }), 404, "not_found");
    const foreign = path.replace(team.slug, other.team.slug);
    expectProblem(await server.call("POST", `${foreign}/test`, { cookie: other.team.cookie }), 404, "not_found");
    const elsewhere = { cookie: team.cookie, headers: { origin: "https://evil.example" } };
    expectProblem(await server.call("POST", `${path}/test`, elsewhere), 403, "forbidden");
    expect((await server.call("POST", `${path}/test`, { key: team.key })).status).toBe(201);
    expect(await listActivities(hook)).toHaveLength(1);
  });

  it("cannot be made with a public key, which only checks", async () => {
    const hook = await createHook("standard");
    await act(hook, "rotate", { secret: `whpk_${"A".repeat(43)}=` });
    expectProblem(await act(hook, "test"), 409, "conflict");
    expect(await readLog(hook)).toMatchObject({ total: 0 });
  });

  it("is signed with the newest secret", async () => {
    const hook = await createHook("github");
    await act(hook, "rotate", { overlapHours: 0 });
    expect((await act(hook, "test")).status).toBe(201);
  });
});
