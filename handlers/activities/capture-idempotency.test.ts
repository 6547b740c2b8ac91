import { expect, it } from "vitest";
import { EVENT } from "../testing/events";
import { expectProblem } from "../testing/expect-problem";
import { type TestTeam, testServer } from "../testing/test-server";

const server = testServer();

const post = (team: TestTeam, key: string, json: unknown) =>
  server.call("POST", team.activities, { key: team.key, headers: { "idempotency-key": key }, json });

async function count(team: TestTeam): Promise<number> {
  const answer = await server.call("GET", team.activities, { key: team.key });
  return (answer.text.match(/"seq":/g) ?? []).length;
}

it("gives the same answer again for the same key and body, and says so", async () => {
  const team = await server.createTeam();
  for (const json of [EVENT, [EVENT, { ...EVENT, typo: 1 }, EVENT]]) {
    const key = `key-${Array.isArray(json)}`;
    const first = await post(team, key, json);
    const again = await post(team, key, json);
    expect(first.status).toBe(201);
    expect(first.headers.get("idempotency-replayed")).toBeNull();
    expect(again.headers.get("idempotency-replayed")).toBe("true");
    expect(again.status).toBe(201);
    expect(again.body).toEqual(first.body);
  }
  expect(await count(team)).toBe(3);
});

it("refuses the same key with another body, a byte being enough", async () => {
  const team = await server.createTeam();
  await post(team, "key", EVENT);
  expectProblem(await post(team, "key", { ...EVENT, source: "x" }), 422, "idempotency_mismatch", ["Idempotency-Key"]);
  const headers = { "idempotency-key": "key", "content-type": "application/json" };
  const body = `${JSON.stringify(EVENT)} `;
  expectProblem(
    await server.call("POST", team.activities, { key: team.key, headers, body }),
    422,
    "idempotency_mismatch",
  );
  expect(await count(team)).toBe(1);
});

it("knows the keys of an item, too", async () => {
  const team = await server.createTeam();
  const keyed = { ...EVENT, idempotencyKey: "item" };
  const first = await server.call("POST", team.activities, { key: team.key, json: keyed });
  const again = await server.call("POST", team.activities, { key: team.key, json: keyed });
  expect(again.headers.get("idempotency-replayed")).toBe("true");
  expect(again.body).toEqual(first.body);
  const json = [
    keyed,
    { ...keyed, source: "x" },
    { ...EVENT, idempotencyKey: "twin" },
    { ...EVENT, idempotencyKey: "twin" },
  ];
  const batch = await server.call("POST", team.activities, { key: team.key, json });
  expect(batch).toMatchObject({
    status: 201,
    body: {
      results: [
        { status: 201, activity: first.body },
        { status: 422, code: "idempotency_mismatch", issues: [{ path: ["idempotencyKey"] }] },
        { status: 201, activity: { seq: 2 } },
        { status: 201, activity: { seq: 2 } },
      ],
    },
  });
  const mismatch = await server.call("POST", team.activities, { key: team.key, json: { ...keyed, isImportant: true } });
  expectProblem(mismatch, 422, "idempotency_mismatch", ["idempotencyKey"]);
  expect(await count(team)).toBe(2);
});

it("answers 409 while the same key is being captured, and stores it once", async () => {
  const team = await server.createTeam();
  const answers = await Promise.all(Array.from({ length: 8 }, () => post(team, "same", EVENT)));
  const created = answers.filter(({ status }) => status === 201);
  expect(created.length).toBeGreaterThan(0);
  for (const answer of answers.filter(({ status }) => status !== 201)) {
    expectProblem(answer, 409, "idempotency_in_progress");
    expect(answer.headers.get("retry-after")).toBe("1");
  }
  expect(answers.some(({ status }) => status === 409)).toBe(true);
  expect(await count(team)).toBe(1);
});

it("keeps a team's keys apart from another's", async () => {
  const [one, other] = [await server.createTeam(), await server.createTeam()];
  await post(one, "key", EVENT);
  const answer = await post(other, "key", { ...EVENT, source: "x" });
  expect(answer.status).toBe(201);
  expect(answer.headers.get("idempotency-replayed")).toBeNull();
});

it("refuses an empty key and one of more than 256 bytes", async () => {
  const team = await server.createTeam();
  for (const key of ["", "x".repeat(257), "é".repeat(129)]) {
    expectProblem(await post(team, key, EVENT), 422, "invalid_request", ["Idempotency-Key"]);
  }
  for (const key of ["x".repeat(256), "a, b", "' or 1=1"]) expect((await post(team, key, EVENT)).status).toBe(201);
});

it("does not keep a key of a request that was refused", async () => {
  const team = await server.createTeam();
  expectProblem(await post(team, "key", { ...EVENT, typo: 1 }), 422, "invalid_request", ["typo"]);
  expect((await post(team, "key", EVENT)).status).toBe(201);
});
