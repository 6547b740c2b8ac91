import { createHmac, randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { deliveryPageSchema } from "@/activity/delivery";
import { tidyDeliveryLog } from "@/ingest/tidy-delivery-log";
import { expectProblem } from "../testing/expect-problem";
import { type TestTeam, testServer } from "../testing/test-server";

const server = testServer();
const BODY = '{ "action": "created", "sender": { "login": "ada" }, "repository": { "full_name": "acme/wörld" } }';
const sign = (body: string, secret: string) => `sha256=${createHmac("sha256", secret).update(body).digest("hex")}`;

interface Hook {
  team: TestTeam;
  /** Of the integration, in the API. */
  path: string;
  address: string;
  secret: string;
}

async function createHook(team?: TestTeam, json: object = {}): Promise<Hook> {
  const owner = team ?? (await server.createTeam());
  const path = `/api/teams/${owner.slug}/integrations`;
  const made = await server.call("POST", path, { cookie: owner.cookie, json: { provider: "github", ...json } });
  const { id, url, secret } = z.object({ id: z.uuid(), url: z.url(), secret: z.string() }).parse(made.body);
  return { team: owner, path: `${path}/${id}`, address: new URL(url).pathname, secret };
}

const post = (hook: Hook, body: string, signature: string | null, more: Record<string, string> = {}) =>
  server.call("POST", hook.address, {
    body,
    headers: {
      "content-type": "application/json",
      "x-github-event": "star",
      "x-github-delivery": randomUUID(),
      ...(signature === null ? {} : { "x-hub-signature-256": signature }),
      ...more,
    },
  });

async function listLog(hook: Hook, query = "") {
  const answer = await server.call("GET", `${hook.path}/deliveries${query}`, { cookie: hook.team.cookie });
  return deliveryPageSchema.parse(answer.body);
}

async function newest(hook: Hook) {
  const [line] = (await listLog(hook)).items;
  if (line === undefined) throw new Error("nothing was logged");
  return line;
}

const replay = (hook: Hook, id: string) =>
  server.call("POST", `${hook.path}/deliveries/${id}/replay`, { cookie: hook.team.cookie });

async function countActivities({ team }: Hook): Promise<number> {
  const answer = await server.call("GET", `${team.activities}?source=-team`, { key: team.key });
  return z.object({ items: z.array(z.unknown()) }).parse(answer.body).items.length;
}

describe("the delivery log", () => {
  it("has a line for what was stored, with its sentence, and one for its duplicate", async () => {
    const hook = await createHook();
    const id = { "x-github-delivery": "one" };
    const stored = await post(hook, BODY, sign(BODY, hook.secret), id);
    await post(hook, BODY, sign(BODY, hook.secret), id);
    const { items, total, refused } = await listLog(hook);
    expect({ total, refused }).toEqual({ total: 2, refused: 0 });
    const { activityIds } = z.object({ activityIds: z.array(z.string()) }).parse(stored.body);
    const both = { deliveryId: "one", eventName: "star.created", activityIds, became: "ada starred acme/wörld" };
    expect(items).toMatchObject([
      { ...both, outcome: "duplicate", status: 200, isKept: false },
      { ...both, outcome: "stored", status: 201, isKept: true, bodyBytes: Buffer.byteLength(BODY), diagnosis: null },
    ]);
  });

  it("gives headers and body back, and no secret", async () => {
    const hook = await createHook();
    await post(hook, BODY, sign(BODY, hook.secret), { authorization: "Bearer s3cret", "x-api-key": "s3cret" });
    const { id } = await newest(hook);
    const kept = await server.call("GET", `${hook.path}/deliveries/${id}`, { cookie: hook.team.cookie });
    expect(kept.body).toMatchObject({ body: BODY, headers: { "x-github-event": "star", authorization: "(not kept)" } });
    expect(kept.text).not.toContain("s3cret");
    const { rows } = await server.driver.db.execute<{ sealed: string }>(
      sql`SELECT sealed FROM delivery_log WHERE id = ${id}::uuid`,
    );
    expect(rows[0]?.sealed).toMatch(/^v1\./);
  });

  it("is the team's own", async () => {
    const [hook, other] = [await createHook(), await createHook()];
    await post(hook, BODY, sign(BODY, hook.secret));
    const { id } = await newest(hook);
    const paths = [`${hook.path}/deliveries`, `${hook.path}/deliveries/${id}`];
    for (const path of paths)
      expectProblem(await server.call("GET", path, { cookie: other.team.cookie }), 404, "not_found");
    for (const path of paths) {
      const own = path.replace(hook.team.slug, other.team.slug);
      expectProblem(await server.call("GET", own, { cookie: other.team.cookie }), 404, "not_found");
    }
    expectProblem(
      await server.call("POST", `${other.path}/deliveries/${id}/replay`, { cookie: other.team.cookie }),
      404,
      "not_found",
    );
  });

  it("is given page by page", async () => {
    const hook = await createHook();
    for (let turn = 0; turn < 5; turn += 1) await post(hook, BODY, sign(BODY, hook.secret));
    const first = await listLog(hook, "?limit=2");
    const second = await listLog(hook, `?limit=3&cursor=${first.nextCursor}`);
    const ids = [...first.items, ...second.items].map(({ id }) => id);
    expect(new Set(ids).size).toBe(5);
    expect(second.nextCursor).toBeNull();
    const bad = await server.call("GET", `${hook.path}/deliveries?limit=0`, { cookie: hook.team.cookie });
    expectProblem(bad, 422, "invalid_request");
  });

  it("forgets old lines, and honours their ids all the same", async () => {
    const hook = await createHook();
    const id = { "x-github-delivery": "old" };
    await post(hook, BODY, sign(BODY, hook.secret), id);
    await server.driver.db.execute(
      sql`UPDATE delivery_log SET received_at = now() - interval '31 days' WHERE team_id = ${hook.team.id}::uuid`,
    );
    await tidyDeliveryLog(server.driver);
    expect((await listLog(hook)).items).toEqual([]);
    expect((await post(hook, BODY, sign(BODY, hook.secret), id)).status).toBe(200);
  });
});

describe("a refused call", () => {
  it("is told why", async () => {
    const hook = await createHook();
    const other = await createHook(hook.team, { name: "The other one" });
    const anew = JSON.stringify(JSON.parse(BODY));
    const cases: [body: string, signature: string | null, diagnosis: object][] = [
      [BODY, null, { code: "missing_header", header: "X-Hub-Signature-256" }],
      [BODY, "sha1=00", { code: "malformed_header", header: "X-Hub-Signature-256" }],
      [BODY, sign(BODY, "wrong"), { code: "wrong_signature", header: "X-Hub-Signature-256" }],
      [BODY, sign(BODY, other.secret), { code: "other_endpoint", integration: "The other one" }],
      [BODY, sign(BODY, `${hook.secret}\n`), { code: "secret_with_blanks" }],
      [BODY, sign(anew, hook.secret), { code: "body_reencoded", how: "compact" }],
      [anew, sign(JSON.stringify(JSON.parse(BODY), null, 2), hook.secret), { code: "body_reencoded", how: "indented" }],
      [`${anew}\n`, sign(anew, hook.secret), { code: "body_reencoded", how: "line break added" }],
    ];
    for (const [body, signature, diagnosis] of cases) {
      expectProblem(await post(hook, body, signature), 401, "invalid_signature");
      expect(await newest(hook)).toMatchObject({
        outcome: "refused",
        status: 401,
        diagnosis,
        activityIds: [],
        became: null,
      });
    }
    expect((await listLog(hook)).refused).toBe(cases.length);
    expect(await countActivities(hook)).toBe(0);
  });

  it("is kept up to 64 kB, and of them a thousand an hour", async () => {
    const hook = await createHook();
    await post(hook, `"${"x".repeat(200_000)}"`, sign(BODY, "wrong"));
    const line = await newest(hook);
    expect(line.bodyBytes).toBe(200_002);
    const kept = await server.call("GET", `${hook.path}/deliveries/${line.id}`, { cookie: hook.team.cookie });
    expect(z.object({ body: z.string() }).loose().parse(kept.body).body).toHaveLength(65_536);
    expectProblem(await replay(hook, line.id), 409, "conflict");
    await server.driver.db.execute(sql`
      INSERT INTO delivery_log (team_id, id, integration_id, received_at, outcome, status, took_ms, activity_ids, body_bytes)
      SELECT team_id, ('00000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid, integration_id, now(), 'refused', 401, 1, '{}', 0
      FROM delivery_log, generate_series(1, 998) n WHERE team_id = ${hook.team.id}::uuid`);
    for (let turn = 0; turn < 3; turn += 1) expect((await post(hook, BODY, sign(BODY, "wrong"))).status).toBe(401);
    expect((await listLog(hook)).refused).toBe(1_000);
    expect((await post(hook, BODY, sign(BODY, hook.secret))).status).toBe(201);
    expect((await newest(hook)).outcome).toBe("stored");
  });

  it("may be replayed once the secret is right, or as it was before it was rewritten", async () => {
    const hook = await createHook();
    const anew = JSON.stringify(JSON.parse(BODY));
    await post(hook, BODY, sign(anew, hook.secret));
    expect((await replay(hook, (await newest(hook)).id)).status).toBe(201);
    expect(await countActivities(hook)).toBe(1);

    await post(hook, BODY, sign(BODY, "theirs"));
    const { id } = await newest(hook);
    expectProblem(await replay(hook, id), 409, "conflict");
    const rotated = await server.call("POST", `${hook.path}/rotate`, {
      cookie: hook.team.cookie,
      json: { secret: " theirs\n" },
    });
    expect(rotated).toMatchObject({ status: 200, body: { secret: "theirs" } });
    expect((await replay(hook, id)).status).toBe(201);
    expect((await replay(hook, id)).status).toBe(200);
    expect(await countActivities(hook)).toBe(2);
  });

  it("that is signed and of no use is noted with what is wrong", async () => {
    const hook = await createHook();
    await post(hook, "[]", sign("[]", hook.secret));
    expect(await newest(hook)).toMatchObject({ outcome: "unusable", status: 422, diagnosis: { code: "unusable" } });
    await post(hook, "{", sign("{", hook.secret));
    expect(await newest(hook)).toMatchObject({ outcome: "unusable", status: 400 });
    expectProblem(
      await post(hook, BODY, sign(BODY, hook.secret), { "content-encoding": "gzip" }),
      415,
      "unsupported_media_type",
    );
  });
});

describe("a secret", () => {
  it("counts beside its successor for as long as was asked, and no longer", async () => {
    const hook = await createHook();
    const rotate = async (json: object) => {
      const answer = await server.call("POST", `${hook.path}/rotate`, { cookie: hook.team.cookie, json });
      return z.object({ secret: z.string() }).parse(answer.body).secret;
    };
    const next = await rotate({});
    expect(next).not.toBe(hook.secret);
    expect((await post(hook, BODY, sign(BODY, hook.secret))).status).toBe(201);
    expect((await post(hook, BODY, sign(BODY, next))).status).toBe(201);
    const last = await rotate({ overlapHours: 0 });
    for (const gone of [hook.secret, next])
      expectProblem(await post(hook, BODY, sign(BODY, gone)), 401, "invalid_signature");
    expect((await post(hook, BODY, sign(BODY, last))).status).toBe(201);
    const other = await createHook();
    const foreign = hook.path.replace(hook.team.slug, other.team.slug);
    expectProblem(
      await server.call("POST", `${foreign}/rotate`, { cookie: other.team.cookie, json: {} }),
      404,
      "not_found",
    );
  });
});
