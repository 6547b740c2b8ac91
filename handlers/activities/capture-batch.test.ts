import { describe, expect, it } from "vitest";
import { z } from "zod";
import { activitySchema } from "@/activity/activity";
import { EVENT, FULL_EVENT } from "../testing/events";
import { expectProblem } from "../testing/expect-problem";
import { type TestTeam, testServer } from "../testing/test-server";

const server = testServer();
const page = z.object({ items: z.array(activitySchema) });
const named = (name: string) => ({ ...EVENT, entity: { ...EVENT.entity, name } });

const postLines = (team: TestTeam, body: string) =>
  server.call("POST", team.activities, { key: team.key, headers: { "content-type": "application/x-ndjson" }, body });

async function names(team: TestTeam): Promise<string[]> {
  const answer = await server.call("GET", `${team.activities}?limit=200`, { key: team.key });
  return page.parse(answer.body).items.map(({ entityName }) => entityName);
}

describe("an array", () => {
  it("stores its good items, in order, and says of each bad one what is wrong", async () => {
    const team = await server.createTeam();
    const json = [named("a"), { ...EVENT, typo: 1 }, null, named("b"), { ...EVENT, actor: { id: "" } }];
    const answer = await server.call("POST", team.activities, { key: team.key, json });
    expect(answer).toMatchObject({
      status: 201,
      body: {
        results: [
          { status: 201, activity: { seq: 1, entityName: "a" } },
          { status: 422, code: "invalid_request", issues: [{ path: ["typo"] }] },
          { status: 422, code: "invalid_request", issues: [{ path: [] }] },
          { status: 201, activity: { seq: 2, entityName: "b" } },
          { status: 422, code: "invalid_request", issues: [{ path: ["actor", "id"], message: "must not be empty" }] },
        ],
      },
    });
    expect(await names(team)).toEqual(["b", "a"]);
  });

  it("of one item is a batch too", async () => {
    const team = await server.createTeam();
    const answer = await server.call("POST", team.activities, { key: team.key, json: [FULL_EVENT] });
    expect(answer).toMatchObject({ status: 201, body: { results: [{ status: 201, activity: { seq: 1 } }] } });
  });

  it("is 422 when no item could be stored, and says why of each", async () => {
    const team = await server.createTeam();
    const answer = await server.call("POST", team.activities, { key: team.key, json: [{}, 1, [EVENT]] });
    expect(answer.headers.get("content-type")).toBe("application/json; charset=utf-8");
    expect(answer).toMatchObject({
      status: 422,
      body: { results: [{ status: 422 }, { status: 422 }, { status: 422 }] },
    });
    expect(await names(team)).toEqual([]);
  });

  it("holds 1 to 1,000 items", async () => {
    const team = await server.createTeam();
    const many = (count: number) => Array.from({ length: count }, () => EVENT);
    for (const json of [[], many(1_001)]) {
      expectProblem(await server.call("POST", team.activities, { key: team.key, json }), 422, "invalid_request", [""]);
    }
    expect(await names(team)).toEqual([]);
    const answer = await server.call("POST", team.activities, { key: team.key, json: many(1_000) });
    const { results } = z.object({ results: z.array(z.object({ activity: activitySchema })) }).parse(answer.body);
    expect(results.map(({ activity }) => activity.seq)).toEqual(Array.from({ length: 1_000 }, (_, place) => place + 1));
  });
});

describe("NDJSON", () => {
  it("stores its good lines; a malformed one is refused alone", async () => {
    const team = await server.createTeam();
    const lines = [named("a"), named("b")].map((event) => JSON.stringify(event));
    const answer = await postLines(team, `${lines[0]}\n{"eventType":\n[1]\n${lines[1]}`);
    expect(answer).toMatchObject({
      status: 201,
      body: {
        results: [
          { status: 201, activity: { entityName: "a" } },
          { status: 422, code: "malformed_json", issues: [{ path: [] }] },
          { status: 422, code: "invalid_request", issues: [{ path: [] }] },
          { status: 201, activity: { entityName: "b" } },
        ],
      },
    });
  });

  it("may end its lines as Windows does, and have blank ones", async () => {
    const team = await server.createTeam();
    const answer = await postLines(
      team,
      `\r\n${JSON.stringify(named("a"))}\r\n\r\n  \n${JSON.stringify(named("b"))}\r\n`,
    );
    expect(answer).toMatchObject({ status: 201, body: { results: [{ status: 201 }, { status: 201 }] } });
    expect(await names(team)).toEqual(["b", "a"]);
  });

  it("holds 1 to 1,000 lines", async () => {
    const team = await server.createTeam();
    for (const body of ["", "\n\r\n ", `${JSON.stringify(EVENT)}\n`.repeat(1_001)]) {
      expectProblem(await postLines(team, body), 422, "invalid_request", [""]);
    }
    expectProblem(
      await server.call("POST", team.activities, {
        key: team.key,
        headers: { "content-type": "application/x-ndjson" },
      }),
      422,
      "invalid_request",
    );
    expect(await names(team)).toEqual([]);
  });

  it("is 422 when no line could be stored", async () => {
    const team = await server.createTeam();
    const answer = await postLines(team, "nonsense\n{}\n");
    expect(answer).toMatchObject({
      status: 422,
      body: { results: [{ code: "malformed_json" }, { code: "invalid_request" }] },
    });
  });
});
