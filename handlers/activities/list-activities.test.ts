import { describe, expect, it, vi } from "vitest";
import { activityPageSchema, activitySchema } from "@/activity/activity";
import { EVENT } from "../testing/events";
import { expectProblem } from "../testing/expect-problem";
import { type TestTeam, testServer } from "../testing/test-server";

const server = testServer();

async function post(team: TestTeam, ...events: object[]) {
  const answer = await server.call("POST", team.activities, { key: team.key, json: events });
  expect({ status: answer.status, text: answer.text }).toMatchObject({ status: 201 });
}

async function list(team: TestTeam, query = "", headers: Record<string, string> = {}) {
  const answer = await server.call("GET", `${team.activities}${query}`, { key: team.key, headers });
  return { answer, page: answer.status === 200 ? activityPageSchema.parse(answer.body) : undefined };
}

const at = (minute: number) => `2026-01-05T10:${String(minute).padStart(2, "0")}:00.000Z`;

describe("GET …/activities", () => {
  it("gives pages that follow each other by cursor and by Link, each event once, also at equal times", async () => {
    const team = await server.createTeam();
    await post(team, ...Array.from({ length: 23 }, (_, n) => ({ ...EVENT, timestamp: at(n % 3), metadata: { n } })));
    const seen: number[] = [];
    let next: string | undefined = "?limit=5&type=task.*";
    while (next !== undefined) {
      const { answer, page } = await list(team, next);
      seen.push(...(page?.items.map(({ seq }) => seq) ?? []));
      const link: string | undefined = /<[^>]*(\?[^>]*)>; rel="next"/.exec(answer.headers.get("link") ?? "")?.[1];
      expect(link !== undefined).toBe(page?.nextCursor !== null);
      if (link !== undefined) expect(new URLSearchParams(link).get("cursor")).toBe(page?.nextCursor);
      expect(link === undefined || new URLSearchParams(link).get("type") === "task.*").toBe(true);
      next = link;
    }
    expect(seen).toHaveLength(23);
    expect(new Set(seen).size).toBe(23);
  });

  it("gives 50 unless it is asked for more", async () => {
    const team = await server.createTeam();
    await post(team, ...Array.from({ length: 60 }, () => EVENT));
    expect((await list(team)).page?.items).toHaveLength(50);
    expect((await list(team, "?limit=200")).page?.items).toHaveLength(60);
    expect((await list(team, "?limit=1")).page?.items).toHaveLength(1);
  });

  it("names every parameter that cannot be used", async () => {
    const team = await server.createTeam();
    const faults: [query: string, paths: string[]][] = [
      ["limit=0", ["limit"]],
      ["limit=201", ["limit"]],
      ["limit=", ["limit"]],
      ["limit=1.5", ["limit"]],
      ["limit=-1&cursor=x", ["limit", "cursor"]],
      ["cursor=", ["cursor"]],
      ["cursor=' OR 1=1 --", ["cursor"]],
      ["cursor=by4xLjE=", ["cursor"]],
      ["at=", ["at"]],
      ["at=yesterday", ["at"]],
      ["at=00000000-0000-4000-8000-000000000000", ["at"]],
      [`at=${at(1)}&cursor=${btoa("o.1.1").replace(/=/g, "")}`, ["at"]],
      ["from=tomorrow&to=2026-13-01T00:00:00Z", ["from", "to"]],
      ["group=none&actor=me&entity=x&important=yes", ["group", "actor", "entity", "important"]],
      ["type=a%00b", ["type"]],
      [`q=${"x".repeat(1_001)}`, ["q"]],
    ];
    for (const [query, paths] of faults) {
      expectProblem((await list(team, `?${query}`)).answer, 422, "invalid_request", paths);
    }
  });

  it("opens around an activity or an instant", async () => {
    const team = await server.createTeam();
    await post(team, ...Array.from({ length: 30 }, (_, n) => ({ ...EVENT, timestamp: at(n) })));
    const all = (await list(team, "?limit=200")).page?.items ?? [];
    const target = all[20];
    for (const place of [target?.id, target?.timestamp]) {
      const { page } = await list(team, `?limit=10&at=${place}`);
      expect(page?.items).toHaveLength(10);
      expect(page?.items.map(({ id }) => id)).toContain(target?.id);
      expect([page?.nextCursor, page?.prevCursor]).not.toContain(null);
    }
  });

  it("answers the same, headers included, while somebody follows the team", async () => {
    const team = await server.createTeam();
    await post(team, ...Array.from({ length: 60 }, (_, n) => ({ ...EVENT, timestamp: at(n % 7), metadata: { n } })));
    const queries = ["", "?limit=200", "?limit=1", "?limit=59"];
    const ask = async (query: string) => {
      const { text, headers } = (await list(team, query)).answer;
      return { text, etag: headers.get("etag"), link: headers.get("link"), cache: headers.get("cache-control") };
    };
    const alone = [];
    for (const query of queries) alone.push(await ask(query));
    const stream = await server.fetch("GET", `${team.activities}/stream`, { key: team.key });
    const reader = stream.body?.getReader();
    await reader?.read();
    const statements = vi.spyOn(server.driver.pool, "query");
    for (const _ of [1, 2])
      for (const [place, query] of queries.entries()) expect(await ask(query)).toEqual(alone[place]);
    const pages = statements.mock.calls.filter((call) => JSON.stringify(call).includes("list_by_feed_older"));
    expect(pages).toHaveLength(1);
    statements.mockRestore();
    await post(team, { ...EVENT, timestamp: at(3) }, EVENT);
    expect((await list(team, "?limit=200")).page?.items).toHaveLength(62);
    await reader?.cancel();
  });

  it("answers 304 until something new is stored, by filter", async () => {
    const team = await server.createTeam();
    await post(team, EVENT);
    const first = (await list(team, "?type=task.*")).answer;
    const etag = first.headers.get("etag") ?? "";
    expect(etag).toMatch(/^W\/"/);
    expect(first.headers.get("cache-control")).toBe("private, no-cache");
    const again = (await list(team, "?type=task.*", { "if-none-match": `"other", ${etag}` })).answer;
    expect([again.status, again.text, again.headers.get("etag")]).toEqual([304, "", etag]);
    expect((await list(team, "?type=other", { "if-none-match": etag })).answer.status).toBe(200);
    await post(team, EVENT);
    expect((await list(team, "?type=task.*", { "if-none-match": etag })).page?.items).toHaveLength(2);
  });
});

describe("GET …/activities/{id}", () => {
  it("gives the activity as it was stored, and 404 for any other id", async () => {
    const [team, other] = [await server.createTeam(), await server.createTeam()];
    const stored = activitySchema.parse(
      (await server.call("POST", team.activities, { key: team.key, json: EVENT })).body,
    );
    const get = (from: TestTeam, id: string) =>
      server.call("GET", `${from.activities}/${encodeURIComponent(id)}`, { key: from.key });
    expect((await get(team, stored.id)).body).toEqual(stored);
    expectProblem(await get(other, stored.id), 404, "not_found");
    for (const id of ["x", "'", "00000000-0000-4000-8000-000000000000", `${stored.id}0`]) {
      expectProblem(await get(team, id), 404, "not_found");
    }
  });
});
