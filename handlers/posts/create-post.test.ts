import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { type Activity, activityPageSchema, activitySchema } from "@/activity/activity";
import { EVENT } from "../testing/events";
import { expectProblem } from "../testing/expect-problem";
import { createMember } from "../testing/people";
import { type TestTeam, testServer } from "../testing/test-server";

const server = testServer();

const send = (team: TestTeam, cookie: string, json: unknown, headers: Record<string, string> = {}) =>
  server.call("POST", `/api/teams/${team.slug}/posts`, { cookie, json, headers });

async function say(team: TestTeam, cookie: string, json: unknown): Promise<Activity> {
  const answer = await send(team, cookie, json);
  expect(answer.status, answer.text).toBe(201);
  return activitySchema.parse(answer.body);
}

async function list(team: TestTeam, query: string): Promise<Activity[]> {
  const { body } = await server.call("GET", `${team.activities}?${query}`, { key: team.key });
  return activityPageSchema.parse(body).items;
}

const event = async (team: TestTeam) =>
  activitySchema.parse((await server.call("POST", team.activities, { key: team.key, json: EVENT })).body);

describe("a note", () => {
  it("is an activity of its member, found by its words, with a mention of each whom it names", async () => {
    const team = await server.createTeam();
    const [bo, vi] = [await createMember(server, team, "member"), await createMember(server, team, "viewer", "Vi")];
    const text = "  Deploy freeze from 5 pm\nAsk @Vi or @Ada.  ";
    const mentions = [vi.userId.toUpperCase(), team.userId, vi.userId, bo.userId];
    const note = await say(team, bo.cookie, { kind: "note", text, mentions });
    expect(note).toMatchObject({
      eventType: "note.posted",
      source: "feed",
      group: "user",
      actorKey: bo.userId,
      actorName: "Bo",
      message: "Bo noted: Deploy freeze from 5 pm",
      metadata: { body: text.trim(), mentions: [{ name: "Vi" }, { name: "Ada" }] },
    });
    const told = await list(team, "q=freeze&source=feed");
    // Whoever speaks is not told of it.
    expect(told.map(({ eventType, entityKey }) => [eventType, entityKey])).toEqual([
      ["user.mentioned", team.userId],
      ["user.mentioned", vi.userId],
      ["note.posted", note.entityKey],
    ]);
    expect(told[0]).toMatchObject({ actorKey: bo.userId, message: "Bo mentioned Ada in a note" });
  });

  it("is stored once, however often it is sent with its key, and each member has keys of their own", async () => {
    const team = await server.createTeam();
    const bo = await createMember(server, team, "member");
    const note = { kind: "note", text: "Once", mentions: [team.userId] };
    const headers = { "idempotency-key": randomUUID() };
    const answers = await Promise.all([1, 2, 3].map(() => send(team, bo.cookie, note, headers)));
    // While the first is under way the others are told to come back.
    expect(answers.filter(({ status }) => status === 201).length).toBeGreaterThan(0);
    for (const { status } of answers) expect([201, 409]).toContain(status);
    const again = await send(team, bo.cookie, note, headers);
    expect(again.headers.get("idempotency-replayed")).toBe("true");
    expect(await list(team, "source=feed")).toHaveLength(2);
    expectProblem(await send(team, bo.cookie, { ...note, text: "Twice" }, headers), 422, "idempotency_mismatch", [
      "Idempotency-Key",
    ]);
    expect((await send(team, team.cookie, { ...note, mentions: [] }, headers)).status).toBe(201);
  });
});

describe("a comment", () => {
  it("is about its activity, whose comments are one filtered read; one on a comment is about the same", async () => {
    const team = await server.createTeam();
    const bo = await createMember(server, team, "member");
    const [target, other] = [await event(team), await event(team)];
    const comment = { kind: "comment", activityId: target.id };
    const first = await say(team, bo.cookie, { ...comment, text: "Nice, @Ada", mentions: [team.userId] });
    expect(first).toMatchObject({ eventType: "comment.added", entityType: "activity", entityKey: target.id });
    expect(first.message).toBe(`Bo commented on “${target.message}”`);
    const [mention] = await list(team, "type=user.mentioned");
    expect(mention).toMatchObject({ metadata: { activityId: target.id, body: "Nice, @Ada" } });
    for (const activityId of [first.id, mention?.id]) {
      const reply = await say(team, team.cookie, { kind: "comment", activityId, text: "Thank you" });
      expect(reply.entityKey).toBe(target.id);
    }
    expect(await list(team, `entity=activity:${target.id}`)).toHaveLength(3);
    expect(await list(team, `entity=activity:${other.id}`)).toHaveLength(0);
  });

  it("cannot be about what the team does not have, nor mention who is not in it", async () => {
    const [team, stranger] = [await server.createTeam(), await server.createTeam()];
    const [target, foreign] = [await event(team), await event(stranger)];
    const comment = { kind: "comment", activityId: target.id, text: "Hello" };
    for (const activityId of [foreign.id, randomUUID()]) {
      const answer = await send(team, team.cookie, { ...comment, activityId });
      expectProblem(answer, 422, "invalid_request", ["activityId"]);
    }
    const mentions = [team.userId, stranger.userId];
    expectProblem(await send(team, team.cookie, { ...comment, mentions }), 422, "invalid_request", ["mentions.1"]);
    expect(await list(team, "source=feed")).toHaveLength(0);
  });
});

describe("a status", () => {
  it("tells the one before, and is cleared by an empty text", async () => {
    const team = await server.createTeam();
    const bo = await createMember(server, team, "member");
    await say(team, team.cookie, { kind: "status", text: "In Berlin" });
    await say(team, bo.cookie, { kind: "status", text: "On call" });
    await say(team, bo.cookie, { kind: "status", text: "Away until Monday" });
    await say(team, bo.cookie, { kind: "status", text: " " });
    const told = await list(team, `type=status.changed&entity=user:${bo.userId}`);
    expect(told.map(({ message, metadata }) => [message, metadata])).toEqual([
      ["Bo cleared their status", { from: "Away until Monday", to: null }],
      ["Bo set their status to Away until Monday", { from: "On call", to: "Away until Monday" }],
      ["Bo set their status to On call", { from: null, to: "On call" }],
    ]);
  });
});

it("names the field that cannot be used", async () => {
  const team = await server.createTeam();
  const refused: [object, string[]][] = [
    [{ kind: "note", text: "  " }, ["text"]],
    [{ kind: "note", text: "a\u0000b" }, ["text"]],
    [{ kind: "note", text: "x".repeat(8_193) }, ["text"]],
    [{ kind: "status", text: "x".repeat(201) }, ["text"]],
    [{ kind: "note", text: "Hello", mentions: ["Bo"] }, ["mentions.0"]],
    [{ kind: "note", text: "Hello", actor: { id: "somebody else" } }, ["actor"]],
    [{ kind: "comment", activityId: "none", text: "Hello" }, ["activityId"]],
    [{ kind: "poem" }, ["kind"]],
  ];
  for (const [json, path] of refused) expectProblem(await send(team, team.cookie, json), 422, "invalid_request", path);
});
