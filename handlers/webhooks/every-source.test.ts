import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { activityPageSchema } from "@/activity/activity";
import { deliveryPageSchema } from "@/activity/delivery";
import { INTEGRATION_SOURCES } from "@/ingest/integrations";
import type { IntegrationSource } from "@/ingest/integrations/integration-source";
import { expectProblem } from "../testing/expect-problem";
import { type TestAnswer, testServer } from "../testing/test-server";

const server = testServer();
/** Fit every scheme. */
const [SECRET, NEXT, OTHER] = ["0123", "4567", "89ab"].map(
  (end) => `whsec_${Buffer.from(`las-test-secret-bytes-00000000${end}`).toString("base64")}`,
) as [string, string, string];
/** Those whose scheme is a secret in a header: their bodies are not signed. */
const TOKENS = new Set(["cloudevents", "generic"]);

/** A genuine delivery: its headers, those of its signature among them, and its body. */
function genuine(source: IntegrationSource, secret = SECRET, body?: string) {
  const [id, at] = [randomUUID(), new Date()];
  const sample = source.sample(id, at);
  const text = body ?? sample.body;
  const signature = source.sign(text, { secret, id, at });
  return { body: text, headers: { ...sample.headers, ...signature }, signature: Object.keys(signature) };
}

async function openHook(source: IntegrationSource) {
  const team = await server.createTeam();
  const integrations = `/api/teams/${team.slug}/integrations`;
  const json = { provider: source.provider, secret: SECRET };
  const made = await server.call("POST", integrations, { cookie: team.cookie, json });
  const { id, url } = z.object({ id: z.uuid(), url: z.url() }).parse(made.body);
  const path = `${integrations}/${id}`;
  const send = (call: { body: string | Uint8Array<ArrayBuffer>; headers: Record<string, string> }) =>
    server.call("POST", new URL(url).pathname, { body: call.body, headers: call.headers });
  const stored = async () =>
    activityPageSchema.parse((await server.call("GET", `${team.activities}?source=-team`, { key: team.key })).body)
      .items;
  const lines = async () =>
    deliveryPageSchema.parse((await server.call("GET", `${path}/deliveries`, { cookie: team.cookie })).body).items;
  const rotate = (secret: string, overlapHours: number) =>
    server.call("POST", `${path}/rotate`, { cookie: team.cookie, json: { secret, overlapHours } });
  return { send, stored, lines, rotate };
}

const answer = z.object({ status: z.enum(["stored", "duplicate"]), activityIds: z.array(z.uuid()).min(1) });
const idsOf = ({ body }: TestAnswer) => answer.parse(body).activityIds;

describe.each(INTEGRATION_SOURCES.map((source) => [source.label, source] as const))("a delivery of %s", (_, source) => {
  it("is stored once, sent twice or ten times at the same moment", async () => {
    const { send, stored, lines } = await openHook(source);
    const one = genuine(source);
    const first = await send(one);
    expect(first.status).toBe(201);
    const again = await send(one);
    expect(again.status).toBe(200);
    expect(idsOf(again)).toEqual(idsOf(first));
    const before = await stored();
    expect(before.map(({ id }) => id).sort()).toEqual(idsOf(first).sort());
    const another = genuine(source);
    const all = await Promise.all(Array.from({ length: 10 }, () => send(another)));
    expect(all.map(({ status }) => status).sort()).toEqual([...Array(9).fill(200), 201]);
    expect(new Set(all.map((each) => idsOf(each).join())).size).toBe(1);
    expect(await stored()).toHaveLength(before.length + idsOf(all[0] as TestAnswer).length);
    expect((await lines()).filter(({ outcome }) => outcome === "stored")).toHaveLength(2);
  });

  it("is refused without its signature, with another secret's, and for another body", async () => {
    const { send, stored, lines } = await openHook(source);
    const { body, headers, signature } = genuine(source);
    let refused = 0;
    const refuse = async (call: Parameters<typeof send>[0]) => {
      expectProblem(await send(call), 401, "invalid_signature");
      refused += 1;
    };
    for (const name of signature) {
      const { [name]: _left, ...rest } = headers;
      // An id or a time that is not signed may be missing: only the signature itself must be there, whatever it is called.
      if (/signature|authorization|token/i.test(name)) await refuse({ body, headers: rest });
    }
    await refuse(genuine(source, OTHER));
    if (!TOKENS.has(source.provider)) {
      const bytes = new TextEncoder().encode(body);
      const place = Math.floor(bytes.length / 2);
      await refuse({ body: bytes.map((byte, at) => (at === place ? byte ^ 1 : byte)), headers });
      await refuse({ body: JSON.stringify(JSON.parse(body), null, 1), headers });
    }
    expect(await stored()).toEqual([]);
    expect((await lines()).map(({ outcome, diagnosis }) => [outcome, diagnosis === null])).toEqual(
      Array(refused).fill(["refused", false]),
    );
  });

  it("fits the secret before the current one for as long as that is said, and then no longer", async () => {
    const { send, rotate } = await openHook(source);
    expect((await rotate(NEXT, 1)).status).toBe(200);
    expect((await send(genuine(source, SECRET))).status).toBe(201);
    expect((await send(genuine(source, NEXT))).status).toBe(201);
    expect((await rotate(OTHER, 0)).status).toBe(200);
    expect((await send(genuine(source, NEXT))).status).toBe(401);
    expect((await send(genuine(source, SECRET))).status).toBe(401);
    expect((await send(genuine(source, OTHER))).status).toBe(201);
  });

  it("is told to be of no use, and logged, when it is signed but empty, no JSON or no object", async () => {
    const { send, stored, lines } = await openHook(source);
    const useless = ["", "{", "nothing", '"text"', "7", "null"];
    for (const body of useless) {
      const { status } = await send(genuine(source, SECRET, body));
      expect([400, 422], body).toContain(status);
    }
    expect(await stored()).toEqual([]);
    expect((await lines()).map(({ outcome }) => outcome)).toEqual(Array(useless.length).fill("unusable"));
  });
});
