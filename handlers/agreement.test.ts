import { createParser } from "eventsource-parser";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { activityPageSchema, activitySchema } from "@/activity/activity";
import { EXPORT_FORMATS } from "@/activity/export-format";
import { type Filter, formatEntity, serializeFilter, type Values } from "@/activity/filter";
import { compareFeedOrder } from "@/activity/merge";
import { listActivities } from "@/db/queries/list-activities";
import { parseActivities, parseCsv } from "./testing/read-export";
import { type TestTeam, testServer } from "./testing/test-server";

const server = testServer();

const TYPES = ["task.created", "task.completed", "task", "taskforce.met", "comment.added", "deploy.failed"];
const ACTORS = ["ada", "bo,b", "-cy", "100%"];
const SOURCES = ["api", "github", "a:b"];
const WORDS = [
  "billing",
  "retries",
  "retry",
  "TASK-42",
  "acme/api",
  "page.tsx",
  "更新文档",
  "zürich",
  "a41c9f2b",
  "the",
];
const MINUTES = [0, 1, 2, 60 * 24 * 9, 60 * 24 * 40].map((minute) =>
  new Date(Date.UTC(2026, 0, 5, 0, minute)).toISOString(),
);

const events = fc.array(
  fc.record({
    eventType: fc.constantFrom(...TYPES),
    actor: fc.record({ id: fc.constantFrom(...ACTORS), kind: fc.constantFrom("user", "integration") }),
    entity: fc.record({
      type: fc.constantFrom("task", "a:b"),
      id: fc.constantFrom("42", "x,y"),
      name: fc.constantFrom(...WORDS),
    }),
    source: fc.constantFrom(...SOURCES),
    timestamp: fc.constantFrom(...MINUTES),
    isImportant: fc.boolean(),
    metadata: fc.record({ body: fc.subarray(WORDS, { maxLength: 3 }).map((words) => words.join(" ")) }),
  }),
  { minLength: 20, maxLength: 40 },
);

function some(values: string[]): fc.Arbitrary<Values | undefined> {
  return fc.option(
    fc
      .tuple(fc.subarray(values, { maxLength: 2 }), fc.subarray(values, { maxLength: 1 }))
      .map(([any, not]) => ({ any, not }))
      .filter(({ any, not }) => any.length + not.length > 0),
    { nil: undefined, freq: 2 },
  );
}

const searches = fc.constantFrom(
  "retry",
  "bill",
  "-billing",
  '"billing retries"',
  "billing or zurich",
  "42",
  "task-42",
  "api",
  "新文",
  "tsx",
  "a41c9f2",
  "the -retries",
  "nothing",
);

const filters: fc.Arbitrary<Filter> = fc
  .record({
    type: some([...TYPES, "task.*", "deploy.*"]),
    group: some(["task", "user", "integration", "system"]),
    actorKey: some(ACTORS),
    entity: some([formatEntity("task", "42"), formatEntity("a:b", "x,y")]),
    source: some(SOURCES),
    from: fc.option(fc.constantFrom(...MINUTES), { nil: undefined, freq: 2 }),
    to: fc.option(fc.constantFrom(...MINUTES), { nil: undefined, freq: 2 }),
    q: fc.option(searches, { nil: undefined }),
    important: fc.option(fc.constant(true as const), { nil: undefined, freq: 2 }),
  })
  .map((filter) => Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined)));

async function post(team: TestTeam, batch: unknown[]): Promise<void> {
  const answer = await server.call("POST", team.activities, { key: team.key, json: batch });
  expect(answer.status).toBe(201);
}

/** Every item of the API's list, page by page. */
async function listOverApi(team: TestTeam, filter: Filter) {
  const items = [];
  for (let cursor: string | null = ""; cursor !== null; ) {
    const params = serializeFilter(filter);
    params.set("limit", "7");
    if (cursor !== "") params.set("cursor", cursor);
    const answer = await server.call("GET", `${team.activities}?${params}`, { key: team.key });
    const page = activityPageSchema.parse(answer.body);
    items.push(...page.items);
    cursor = page.nextCursor;
  }
  return items;
}

/** What the exports of a filter hold: NDJSON and JSON whole, CSV by its numbers. */
async function exportAll(team: TestTeam, filter: Filter) {
  const texts = new Map<string, string>();
  for (const format of EXPORT_FORMATS) {
    const params = serializeFilter(filter);
    params.set("format", format);
    texts.set(format, (await server.call("GET", `${team.activities}/export?${params}`, { key: team.key })).text);
  }
  return {
    ndjson: parseActivities("ndjson", texts.get("ndjson") ?? ""),
    json: parseActivities("json", texts.get("json") ?? ""),
    csv: parseCsv(texts.get("csv") ?? "").map(({ seq }) => Number(seq)),
  };
}

/** Reads a stream from the start of the team's history; `done` gives what came once the stream has passed `seq`. */
async function openStream(team: TestTeam, filter: Filter, epoch: string) {
  const params = serializeFilter(filter);
  params.set("lastEventId", `${epoch}.0`);
  const response = await server.fetch("GET", `${team.activities}/stream?${params}`, { key: team.key });
  const seen: ReturnType<typeof activitySchema.parse>[] = [];
  const parser = createParser({
    onEvent: ({ event, data }) => {
      if (event === "activity") seen.push(activitySchema.parse(JSON.parse(data)));
    },
  });
  const reader = response.body?.getReader();
  const decoder = new TextDecoder();
  const reading = (async () => {
    for (let next = await reader?.read(); next?.value !== undefined; next = await reader?.read()) {
      parser.feed(decoder.decode(next.value, { stream: true }));
    }
  })();
  return {
    seen,
    close: async () => {
      await reader?.cancel();
      await reading;
    },
  };
}

describe("page, stream, export and API", () => {
  it("give the same activities for any events and any filters, search included", async () => {
    await fc.assert(
      fc.asyncProperty(
        events,
        events,
        fc.array(filters, { minLength: 5, maxLength: 8 }),
        async (before, after, asked) => {
          const team = await server.createTeam();
          const start = await listActivities(server.driver.db, team, { filter: {} });
          const epoch = start.lastEventId.split(".")[0] ?? "";
          await post(team, before);
          // Half of every stream is replayed, the other half is live.
          const streams = await Promise.all(asked.map((filter) => openStream(team, filter, epoch)));
          await post(team, after);
          for (const [place, filter] of asked.entries()) {
            const overApi = await listOverApi(team, filter);
            const page = await listActivities(server.driver.db, team, { filter, limit: 200 });
            expect(page.items, "the page").toEqual(overApi);
            const seqs = overApi.map(({ seq }) => seq);
            expect(await exportAll(team, filter), "the exports").toEqual({ ndjson: overApi, json: overApi, csv: seqs });
            const stream = streams[place];
            await expect.poll(() => stream?.seen.length, { timeout: 5_000 }).toBeGreaterThanOrEqual(overApi.length);
            expect(
              stream?.seen.map(({ seq }) => seq),
              "the stream's order",
            ).toEqual(overApi.map(({ seq }) => seq).sort((a, b) => a - b));
            expect(stream?.seen.toSorted(compareFeedOrder), `the stream of ${serializeFilter(filter)}`).toEqual(
              overApi,
            );
          }
          await Promise.all(streams.map((stream) => stream.close()));
        },
      ),
      { numRuns: 12, endOnFailure: true },
    );
  }, 120_000);
});
