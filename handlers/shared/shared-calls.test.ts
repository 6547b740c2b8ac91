import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { type ActivityPage, activityPageSchema } from "@/activity/activity";
import { sharedLinks } from "@/db/schema";
import { EVENT } from "../testing/events";
import { expectProblem } from "../testing/expect-problem";
import { type TestTeam, testServer } from "../testing/test-server";

const server = testServer();
const made = z.object({ id: z.uuid(), url: z.url() }).loose();
let team: TestTeam;
beforeAll(async () => {
  team = await server.createTeam();
});

async function share(more: object = {}): Promise<{ id: string; list: string }> {
  const json = { name: "View", ...more };
  const link = made.parse(
    (await server.call("POST", `/api/teams/${team.slug}/links`, { cookie: team.cookie, json })).body,
  );
  return { id: link.id, list: new URL(link.url).pathname.replace("/s/", "/api/shared/").concat("/activities") };
}

const post = (more: object = {}) =>
  server.call("POST", team.activities, { key: team.key, json: { ...EVENT, ...more } });
const revoke = (id: string) => server.call("DELETE", `/api/teams/${team.slug}/links/${id}`, { cookie: team.cookie });

async function read(path: string): Promise<ActivityPage> {
  const answer = await server.call("GET", path);
  expect(answer.status, answer.text).toBe(200);
  return activityPageSchema.parse(answer.body);
}

/** What an open stream has sent until it ended, or until `isThere`. */
async function follow(path: string, isThere: (text: string) => boolean): Promise<{ text: string; isEnded: boolean }> {
  const abort = new AbortController();
  const response = await server.fetch("GET", path, { signal: abort.signal });
  expect(response.status).toBe(200);
  const reader = response.body?.getReader();
  let text = "";
  for (let next = await reader?.read(); next?.value !== undefined; next = await reader?.read()) {
    text += new TextDecoder().decode(next.value);
    if (!isThere(text)) continue;
    abort.abort();
    return { text, isEnded: false };
  }
  return { text, isEnded: true };
}

describe("a shared link", () => {
  it("keeps its moment, and shows what is now with live=1", async () => {
    await post({ entity: { type: "task", id: "before" } });
    const { list } = await share();
    await post({ entity: { type: "task", id: "after" } });
    await post({ entity: { type: "task", id: "late" }, timestamp: "2020-01-01T00:00:00Z" });
    const keys = async (path: string) => (await read(path)).items.map(({ entityKey }) => entityKey);
    expect(await keys(list)).toEqual(["before"]);
    expect(await keys(`${list}?live=1`)).toEqual(["after", "before", "late"]);
  });

  it("goes on page by page", async () => {
    const own = await server.createTeam();
    for (let index = 0; index < 5; index += 1) await server.call("POST", own.activities, { key: own.key, json: EVENT });
    const answer = await server.call("POST", `/api/teams/${own.slug}/links`, { key: own.key, json: { name: "x" } });
    const list = `${new URL(made.parse(answer.body).url).pathname.replace("/s/", "/api/shared/")}/activities`;
    for (const live of ["", "&live=1"]) {
      const seqs: number[] = [];
      for (let cursor: string | null = ""; cursor !== null; ) {
        const page: ActivityPage = await read(`${list}?limit=2${live}${cursor === "" ? "" : `&cursor=${cursor}`}`);
        seqs.push(...page.items.map(({ seq }) => seq));
        cursor = page.nextCursor;
      }
      expect(seqs).toEqual([5, 4, 3, 2, 1]);
    }
  });

  it("takes no other filter, and no cursor that leads up", async () => {
    const { list } = await share();
    for (const query of ["q=x", "type=task.*", "at=2020-01-01T00:00:00Z", "from=", "live=0", "limit=0", "cursor=x"]) {
      const name = query.split("=")[0] ?? "";
      expectProblem(await server.call("GET", `${list}?${query}`), 422, "invalid_request", [name]);
    }
    const { prevCursor } = activityPageSchema.parse(
      (await server.call("GET", `${team.activities}?at=2020-01-01T00:00:00Z`, { key: team.key })).body,
    );
    expectProblem(await server.call("GET", `${list}?cursor=${prevCursor}`), 422, "invalid_request", ["cursor"]);
    expectProblem(await server.call("GET", `${list}/stream?q=x`), 422, "invalid_request", ["q"]);
  });

  it("says that nobody may keep or find it, and tells no other site of it", async () => {
    const { list } = await share();
    const told = { "referrer-policy": "no-referrer", "x-robots-tag": "noindex, nofollow" };
    const { headers } = await server.call("GET", list);
    expect(Object.fromEntries(headers)).toMatchObject({ ...told, "cache-control": "private, no-store" });
    const abort = new AbortController();
    const stream = await server.fetch("GET", `${list}/stream`, { signal: abort.signal });
    expect(Object.fromEntries(stream.headers)).toMatchObject({
      ...told,
      "cache-control": "private, no-store, no-transform",
      "content-type": "text/event-stream; charset=utf-8",
    });
    abort.abort();
  });

  it("is one and the same nothing when it is wrong, revoked or expired", async () => {
    const revoked = await share();
    const expired = await share({ expiresAt: "2100-01-01T00:00:00Z" });
    await revoke(revoked.id);
    const past = { expiresAt: new Date(Date.now() - 1) };
    await server.driver.db.update(sharedLinks).set(past).where(eq(sharedLinks.id, expired.id));
    const paths = [revoked.list, expired.list, `/api/shared/${"x".repeat(43)}/activities`, "/api/shared/x/activities"];
    const answers = new Set<string>();
    for (const path of paths.flatMap((one) => [one, `${one}/stream`, `${one}?q=x`])) {
      const answer = await server.call("GET", path);
      expectProblem(answer, 404, "not_found");
      const told = ["content-type", "cache-control", "referrer-policy"].map((name) => answer.headers.get(name));
      answers.add(`${answer.text} ${told}`);
    }
    expect(answers.size).toBe(1);
  });
});

describe("a shared link's stream", () => {
  it("sends what passes its filter, and nothing else", async () => {
    const { list } = await share({ filter: "type=task.*" });
    const seen = follow(`${list}/stream`, (text) => text.includes("seen-id"));
    await new Promise((done) => setTimeout(done, 200));
    await post({ eventType: "comment.added", entity: { type: "task", id: "unseen-id" } });
    await post({ entity: { type: "task", id: "seen-id" } });
    const { text } = await seen;
    expect(text.match(/^event: activity$/gm)).toHaveLength(1);
    expect(text).not.toContain("unseen-id");
  });

  it("ends when the link is revoked", async () => {
    const { id, list } = await share();
    const ended = follow(`${list}/stream`, () => false);
    await new Promise((done) => setTimeout(done, 300));
    const start = performance.now();
    await revoke(id);
    expect((await ended).isEnded).toBe(true);
    expect(performance.now() - start).toBeLessThan(5_000);
    expectProblem(await server.call("GET", list), 404, "not_found");
  });

  it("ends when the link expires", async () => {
    const { list } = await share({ expiresAt: new Date(Date.now() + 1_500).toISOString() });
    expect((await follow(`${list}/stream`, () => false)).isEnded).toBe(true);
    expectProblem(await server.call("GET", list), 404, "not_found");
  });
});
