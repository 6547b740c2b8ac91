import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { z } from "zod";
import { activityPageSchema, activitySchema } from "@/activity/activity";
import { deliveryPageSchema } from "@/activity/delivery";
import { dryRunSchema } from "@/activity/dry-run";
import { activityEvents, deliveryLog } from "@/db/schema";
import { coreOf } from "@/db/testing/core-of";
import { githubSource } from "@/ingest/integrations/github";
import { expectProblem } from "../testing/expect-problem";
import { testServer } from "../testing/test-server";

const server = testServer();

/** A team whose GitHub has sent so many stars, the newest last. */
async function openHook(count: number) {
  const team = await server.createTeam();
  const integrations = `/api/teams/${team.slug}/integrations`;
  const made = await server.call("POST", integrations, { cookie: team.cookie, json: { provider: "github" } });
  const hook = z.object({ id: z.uuid(), url: z.url(), secret: z.string() }).parse(made.body);
  const path = `${integrations}/${hook.id}`;
  for (let place = 0; place < count; place += 1) {
    const id = randomUUID();
    const repository = { id: place, full_name: `acme/r${place}`, html_url: `https://github.com/acme/r${place}` };
    const sender = { id: 7, login: "ada", html_url: "https://github.com/ada" };
    const body = JSON.stringify({ action: "created", starred_at: null, repository, sender });
    const headers = { "content-type": "application/json", "X-GitHub-Event": "star", "X-GitHub-Delivery": id };
    const signed = githubSource.sign(body, { secret: hook.secret, id, at: new Date() });
    const answer = await server.call("POST", new URL(hook.url).pathname, { body, headers: { ...headers, ...signed } });
    expect(answer.status).toBe(201);
  }
  const act = (what: string, json: object) => server.call("POST", `${path}/${what}`, { cookie: team.cookie, json });
  const feed = async () =>
    activityPageSchema.parse((await server.call("GET", `${team.activities}?source=-team`, { key: team.key })).body);
  const lines = async () =>
    deliveryPageSchema.parse((await server.call("GET", `${path}/deliveries`, { cookie: team.cookie })).body).items;
  /** As an older mapping told it. */
  const tellOtherwise = (id: string, message: string) =>
    server.driver.db.update(activityEvents).set({ message }).where(eq(activityEvents.id, id));
  return { team, path, act, feed, lines, tellOtherwise };
}

it("shows what would be told otherwise today, corrects it once, and an open page follows", async () => {
  const { team, act, feed, lines, tellOtherwise } = await openHook(3);
  const { items, lastEventId } = await feed();
  const [newest, middle, oldest] = items;
  const sentence = middle?.message ?? "";
  await tellOtherwise(middle?.id ?? "", "ada star.created acme/r1");
  const before = await coreOf(server.driver.db, team.id);

  const tried = dryRunSchema.parse((await act("dry-run", {})).body);
  expect(tried).toMatchObject({ changed: 1, same: 2, failed: 0, notKept: 0 });
  expect(tried.items.map(({ result }) => result)).toEqual(["same", "changed", "same"]);
  expect(tried.items[1]?.activities).toMatchObject([
    {
      id: middle?.id,
      before: { message: "ada star.created acme/r1" },
      after: { message: sentence },
      fields: ["message"],
    },
  ]);
  expect(dryRunSchema.parse((await act("dry-run", { limit: 1 })).body).items).toHaveLength(1);
  expect((await feed()).lastEventId).toBe(lastEventId);

  const abort = new AbortController();
  const stream = await server.fetch("GET", `${team.activities}/stream?lastEventId=${lastEventId}`, {
    key: team.key,
    signal: abort.signal,
  });
  expect((await act("reproject", { limit: 100 })).body).toEqual({
    looked: 3,
    corrected: 1,
    added: 0,
    withdrawn: 0,
    failed: 0,
    notKept: 0,
  });
  const after = (await feed()).items;
  expect(after.map(({ message }) => message)).toEqual([newest?.message, sentence, oldest?.message]);
  expect(after[1]).toMatchObject({ supersedes: middle?.id, timestamp: middle?.timestamp });
  expect((await coreOf(server.driver.db, team.id)).slice(0, before.length)).toEqual(before);
  const text = await readUntil(stream, "event: change");
  expect(text).toContain(`"id":"${after[1]?.id}"`);
  expect(text).toContain(`data: {"id":"${middle?.id}","isHidden":true,"supersededBy":"${after[1]?.id}"}`);
  abort.abort();

  const old = await server.call("GET", `${team.activities}/${middle?.id}`, { key: team.key });
  expect(activitySchema.parse(old.body)).toMatchObject({ hiddenSeq: 6, supersededBy: after[1]?.id });
  expect((await lines())[1]).toMatchObject({ activityIds: [after[1]?.id], became: sentence });
  expect((await act("reproject", {})).body).toMatchObject({ looked: 3, corrected: 0 });
  expect((await feed()).items).toEqual(after);
});

/** Everything a stream sends up to and with the line after `word`. */
async function readUntil(stream: Response, word: string): Promise<string> {
  let text = "";
  const decoder = new TextDecoder();
  for await (const bytes of stream.body ?? []) {
    text += decoder.decode(bytes, { stream: true });
    const at = text.indexOf(word);
    if (at >= 0 && text.indexOf("\n\n", at) >= 0) return text;
  }
  throw new Error(`the stream ended before it said ${word}`);
}

it("leaves alone what was not kept whole, and what the mapping cannot tell", async () => {
  const { act, feed, lines, tellOtherwise } = await openHook(3);
  const all = (await feed()).items;
  for (const { id } of all) await tellOtherwise(id, "in other words");
  const [cut, , whole] = await lines();
  await server.driver.db
    .update(deliveryLog)
    .set({ bodyBytes: 99_999 })
    .where(eq(deliveryLog.id, cut?.id ?? ""));
  await server.driver.db.execute(sql`UPDATE delivery_log SET sealed = NULL WHERE id = ${whole?.id}`);
  const tried = dryRunSchema.parse((await act("dry-run", {})).body);
  expect(tried).toMatchObject({ changed: 1, notKept: 1 });
  expect(tried.items[0]).toMatchObject({ result: "not_kept", reason: "Its body was not kept whole." });
  expect((await act("reproject", {})).body).toMatchObject({ looked: 2, corrected: 1, notKept: 1 });
  const words = (await feed()).items.map(({ message }) => message);
  expect(words.filter((message) => message === "in other words")).toHaveLength(2);
});

it("is for members, and keys with admin, of the team itself", async () => {
  const { team, path, act } = await openHook(1);
  const stranger = await server.createTeam();
  for (const what of ["dry-run", "reproject"]) {
    const key = await server.createKey(team, ["capture", "read"]);
    expectProblem(await server.call("POST", `${path}/${what}`, { key, json: {} }), 403, "forbidden");
    expectProblem(
      await server.call("POST", `${path}/${what}`, { cookie: stranger.cookie, json: {} }),
      404,
      "not_found",
    );
    const foreign = path.replace(team.slug, stranger.slug);
    expectProblem(await server.call("POST", `${foreign}/${what}`, { key: stranger.key, json: {} }), 404, "not_found");
    expectProblem(await act(what, { limit: 5_000 }), 422, "invalid_request");
    expect((await server.call("POST", `${path}/${what}`, { key: team.key, json: {} })).status).toBe(200);
  }
});
