import { createParser } from "eventsource-parser";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { activityPageSchema, activitySchema } from "@/activity/activity";
import { findSharedLink } from "@/auth/links/find-shared-link";
import { getDatabase } from "@/db/client";
import { type TestTeam, testServer } from "../testing/test-server";
import { readShared } from "./read-shared";

const server = testServer();
const made = z.object({ url: z.url() }).loose();

async function share(team: TestTeam, more: object): Promise<string> {
  const path = `/api/teams/${team.slug}/links`;
  const answer = await server.call("POST", path, { key: team.key, json: { name: "View", ...more } });
  return new URL(made.parse(answer.body).url).pathname.slice("/s/".length);
}

const listOf = (token: string) => `/api/shared/${token}/activities`;

/** The whole list, as text and as activities: a page of a busy machine may end early and go on by its cursor. */
async function readWhole(token: string) {
  const pages = [];
  for (let cursor: string | null = ""; cursor !== null; ) {
    const more: string = cursor === "" ? "" : `&cursor=${cursor}`;
    const answer = await server.call("GET", `${listOf(token)}?live=1&limit=200${more}`);
    const page = activityPageSchema.parse(answer.body);
    pages.push({ ...page, text: answer.text });
    cursor = page.nextCursor;
  }
  return {
    text: pages.map(({ text }) => text).join("\n"),
    items: pages.flatMap(({ items }) => items),
    epoch: pages[0]?.lastEventId.split(".")[0] ?? "",
  };
}

async function read(token: string) {
  return (await readWhole(token)).items;
}

/** Everything that a stream sends from the beginning of history until its head, as text and as activities. */
async function replay(token: string, epoch: string, count: number) {
  const abort = new AbortController();
  const path = `${listOf(token)}/stream?lastEventId=${epoch}.0`;
  const response = await server.fetch("GET", path, { signal: abort.signal });
  const seen: ReturnType<typeof activitySchema.parse>[] = [];
  const parser = createParser({
    onEvent: ({ event, data }) => {
      if (event === "activity") seen.push(activitySchema.parse(JSON.parse(data)));
    },
  });
  const reader = response.body?.getReader();
  let text = "";
  while (seen.length < count) {
    const piece = new TextDecoder().decode((await reader?.read())?.value);
    text += piece;
    parser.feed(piece);
  }
  abort.abort();
  return { text, seen };
}

/** Names and keys that are found nowhere else: a letter that no word of ours has, and chance. */
const names = fc
  .tuple(
    fc.constantFrom("Ада", "O'Żor", "王偉", "J. R. ẞq", "q.k+x@q.example", "Zed", "a(b)*", "ÉLOÏSE", "x-9-y"),
    fc.stringMatching(/^[a-z]{5}$/),
  )
  .map(([start, end]) => `${start} ${end}`);
const people = fc.uniqueArray(
  fc.record({
    id: names.map((name) => `${name.replaceAll(" ", "_")}_id`),
    name: names,
    kind: fc.constantFrom("user", "system", "integration", "agent"),
  }),
  { minLength: 2, maxLength: 4, selector: ({ id }) => id },
);
const SHAPES = ["{}", "branch of {}", "{}'s list", "{}{}", "mail {}, please", "Docs"];

type Person = { id: string; name: string; kind: string };

function eventsOf(actors: readonly Person[], picks: readonly number[]): object[] {
  const at = (place: number): Person => actors[place % actors.length] ?? { id: "", name: "", kind: "user" };
  return picks.map((pick, index) => {
    const [actor, other] = [at(pick), at(pick + 1)];
    const shape = SHAPES[pick % SHAPES.length] ?? "";
    const fill = (name: string) => shape.replaceAll("{}", pick % 2 === 0 ? name : name.toUpperCase());
    const isMention = pick % 5 === 0;
    return {
      eventType: isMention ? "user.mentioned" : ["task.assigned", "status.changed", "odd.thing", "x"][pick % 4],
      actor: { ...actor, avatarUrl: `https://x.example/${encodeURIComponent(actor.name)}.png` },
      entity: isMention
        ? { type: "user", id: other.id, name: other.name, url: `https://x.example/${encodeURIComponent(other.id)}` }
        : { type: "task", id: fill(other.id), name: fill(other.name), reference: fill(other.name) },
      metadata: { assignee: other.name, from: other.id, [other.name]: 1 },
      ...(pick % 3 === 0 ? { message: `${actor.name} met ${other.name}, said ${other.id}` } : {}),
      timestamp: new Date(Date.UTC(2026, 0, 1, 0, 0, index)).toISOString(),
    };
  });
}

describe("hidden names", () => {
  it("stand in no byte of list, page and stream, whoever is told of and wherever", async () => {
    await fc.assert(
      fc.asyncProperty(people, fc.array(fc.nat(1_000), { minLength: 8, maxLength: 16 }), async (actors, picks) => {
        const team = await server.createTeam();
        const token = await share(team, { hidesNames: true });
        const json = [
          ...actors.map((actor) => ({ eventType: "x", actor, entity: { type: "task", id: "1" } })),
          ...eventsOf(actors, picks),
        ];
        expect((await server.call("POST", team.activities, { key: team.key, json })).status).toBe(201);
        const list = await readWhole(token);
        expect(list.items).toHaveLength(json.length);
        const driver = await getDatabase();
        const link = await findSharedLink(driver.db, token);
        const shown = link === null ? null : await readShared(driver, link, { isLive: true });
        const { text, seen } = await replay(token, list.epoch, json.length);
        for (const bytes of [list.text, JSON.stringify(shown), text]) {
          for (const { id, name } of actors) {
            for (const word of [id, name, JSON.stringify(name).slice(1, -1), encodeURIComponent(name)])
              expect(bytes.toLowerCase()).not.toContain(word.toLowerCase());
          }
        }
        const bySeq = new Map(list.items.map((activity) => [activity.seq, activity]));
        for (const activity of seen) {
          expect(activity).toEqual(bySeq.get(activity.seq));
          expect(activity).toMatchObject({ metadata: {}, actorAvatarUrl: null, entityUrl: null });
          expect(activity.message).toContain(activity.actorName);
        }
      }),
      { numRuns: 15 },
    );
  }, 120_000);

  it("are the same alias for the same person in one link, and another in another link", async () => {
    const team = await server.createTeam();
    const [ada, bo] = [
      { id: "u_ada", name: "Ada Lovelace" },
      { id: "u_bo", name: "Bo Diddley", kind: "agent" },
    ];
    const json = [
      { eventType: "task.created", actor: ada, entity: { type: "task", id: "1", name: "For Bo Diddley" } },
      { eventType: "user.mentioned", actor: bo, entity: { type: "user", id: "u_ada", name: "Ada" } },
    ];
    const tokens = [await share(team, { hidesNames: true }), await share(team, { hidesNames: true })];
    await server.call("POST", team.activities, { key: team.key, json });
    const [first, second] = await Promise.all(tokens.map(read));
    const [mention, created] = first ?? [];
    expect(created?.actorName).toMatch(/^Person [0-9a-f]{6}$/);
    expect(mention?.actorName).toMatch(/^Agent [0-9a-f]{6}$/);
    expect(mention?.actorKind).toBe("agent");
    expect(created?.message).toBe(`${created?.actorName} created task For ${mention?.actorName}`);
    expect(mention?.message).toBe(`${mention?.actorName} mentioned ${created?.actorName}`);
    expect(mention?.entityId).toBe(created?.actorId);
    for (const field of ["actorId", "actorName"] as const) expect(second?.[1]?.[field]).not.toBe(created?.[field]);
    expect((await read(tokens[0] ?? ""))[1]).toEqual(created);
  });
});

it("hidden metadata is empty, and nothing of it stands in the sentence or comes by another way", async () => {
  const team = await server.createTeam();
  const token = await share(team, { hidesMetadata: true });
  const actor = { id: "u_1", name: "Ada" };
  const json = [
    {
      eventType: "status.changed",
      actor,
      entity: { type: "build", id: "1", name: "Build" },
      metadata: { to: "s3cret" },
    },
    {
      eventType: "x.y",
      actor,
      entity: { type: "a", id: "1", name: "Bee" },
      message: "Ada said s3cret",
      metadata: { body: "s3cret" },
    },
  ];
  await server.call("POST", team.activities, { key: team.key, json });
  const answer = await server.call("GET", `${listOf(token)}?live=1`);
  expect(answer.text).not.toContain("s3cret");
  const { items, lastEventId } = activityPageSchema.parse(answer.body);
  expect(items.map(({ message, metadata }) => ({ message, metadata }))).toEqual([
    { message: "Ada · x y · Bee", metadata: {} },
    { message: "Ada changed the status of Build", metadata: {} },
  ]);
  expect(items[0]?.actorName).toBe("Ada");
  const { text, seen } = await replay(token, lastEventId.split(".")[0] ?? "", 2);
  expect(text).not.toContain("s3cret");
  expect(seen.toReversed()).toEqual(items);
});
