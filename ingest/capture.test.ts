import { randomUUID } from "node:crypto";
import { asc, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ActivityEvent } from "@/activity/event-schema";
import { activityEvents, actors, entities, teamSequences } from "@/db/schema";
import { openTestDatabase, type TestDatabase } from "@/db/testing/test-database";
import { captureItems } from "./capture";
import { type CaptureAnswer, sha256 } from "./commit-batch";

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

function event(overrides: Partial<ActivityEvent> = {}): ActivityEvent {
  return {
    eventType: "task.created",
    actor: { id: "u_17", name: "John Doe" },
    entity: { type: "task", id: "42", name: "Update Documentation" },
    ...overrides,
  };
}

function capture(teamId: string, events: ActivityEvent[], key: string | null = null, body = JSON.stringify(events)) {
  return captureItems(database, teamId, {
    items: events.map((item) => ({ event: item })),
    key: key === null ? null : { name: key, hash: sha256(body) },
  });
}

function activityOf(answer: CaptureAnswer, place = 0) {
  const result = answer.results[place];
  if (result === undefined || !("activity" in result)) throw new Error(`not stored: ${JSON.stringify(result)}`);
  return result.activity;
}

async function storedSeqs(teamId: string): Promise<number[]> {
  const rows = await database.db
    .select({ seq: activityEvents.seq })
    .from(activityEvents)
    .where(eq(activityEvents.teamId, teamId))
    .orderBy(asc(activityEvents.seq));
  return rows.map(({ seq }) => seq);
}

describe("capture", () => {
  it("stores an event with everything the feed shows", async () => {
    const team = await database.createTeam();
    const activity = activityOf(await capture(team.id, [event()]));
    expect(activity).toMatchObject({
      seq: 1,
      group: "task",
      message: "John Doe created task Update Documentation",
      icon: "plus",
      color: "blue",
      isImportant: false,
      source: "api",
      actorKind: "user",
      metadata: {},
      entityUrl: null,
    });
    expect(activity.timestamp).toBe(activity.receivedAt);
  });

  it("falls back to the last known name, then to the id", async () => {
    const team = await database.createTeam();
    const nameless = event({ actor: { id: "u_1" }, entity: { type: "task", id: "7" } });
    expect(activityOf(await capture(team.id, [nameless])).message).toBe("u_1 created task 7");
    await capture(team.id, [
      event({ actor: { id: "u_1", name: "Ana" }, entity: { type: "task", id: "7", name: "Ship" } }),
    ]);
    const answer = await capture(team.id, [nameless, event({ actor: { id: "u_1", name: "Bo" } }), nameless]);
    expect(activityOf(answer, 0).message).toBe("Ana created task Ship");
    expect(activityOf(answer, 2).message).toBe("Bo created task Ship");
    expect(activityOf(answer, 2).actorId).toBe(activityOf(answer, 0).actorId);
  });

  it("keeps the original time of a backfilled event", async () => {
    const team = await database.createTeam();
    const activity = activityOf(await capture(team.id, [event({ timestamp: "2019-03-01T10:00:00.1239+02:00" })]));
    expect(activity.timestamp).toBe("2019-03-01T08:00:00.123Z");
  });

  it("never stamps an event behind the team's last stamped one", async () => {
    const team = await database.createTeam();
    const ahead = new Date(Date.now() + 60_000);
    await database.db.update(teamSequences).set({ lastStampedAt: ahead }).where(eq(teamSequences.teamId, team.id));
    expect(activityOf(await capture(team.id, [event()])).timestamp).toBe(ahead.toISOString());
  });

  it("numbers concurrent captures without holes and answers each with its own activity", async () => {
    const team = await database.createTeam();
    const answers = await Promise.all(
      Array.from({ length: 200 }, (_, n) => capture(team.id, [event({ entity: { type: "task", id: `n${n}` } })])),
    );
    expect(answers.map((answer) => activityOf(answer).entityKey)).toEqual(
      Array.from({ length: 200 }, (_, n) => `n${n}`),
    );
    expect(await storedSeqs(team.id)).toEqual(Array.from({ length: 200 }, (_, n) => n + 1));
  });

  it("knows again whom it knew, once their rows are gone", async () => {
    const team = await database.createTeam();
    await capture(team.id, [event()]);
    for (const table of [activityEvents, actors, entities])
      await database.db.delete(table).where(eq(table.teamId, team.id));
    const again = activityOf(await capture(team.id, [event()]));
    expect(again).toMatchObject({ seq: 2, actorName: "John Doe", entityName: "Update Documentation" });
  });

  it("does not let a bad row fail its neighbours", async () => {
    const team = await database.createTeam();
    // Postgres refuses this text; validation would have, which is why only this test can get it so far.
    const bad = event({ entity: { type: "task", id: "bad", name: "a\u0000b" } });
    const answers = await Promise.allSettled([
      capture(team.id, [event()]),
      capture(team.id, [bad]),
      capture(team.id, [event()]),
    ]);
    expect(answers.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
    expect(await storedSeqs(team.id)).toEqual([1, 2]);
  });
});

describe("idempotency", () => {
  it("replays a request with the same key and body, and refuses another body", async () => {
    const team = await database.createTeam();
    const key = randomUUID();
    const first = await capture(team.id, [event(), event({ eventType: "task.completed" })], key);
    const again = await capture(team.id, [event(), event({ eventType: "task.completed" })], key);
    expect(again.replayed).toBe(true);
    expect(again.results.map((result) => "activity" in result && result.activity)).toEqual(
      first.results.map((result) => "activity" in result && result.activity),
    );
    await expect(capture(team.id, [event({ eventType: "task.updated" })], key)).rejects.toMatchObject({
      code: "idempotency_mismatch",
    });
    expect(await storedSeqs(team.id)).toEqual([1, 2]);
  });

  it("stores an item once per key, in one batch and over many", async () => {
    const team = await database.createTeam();
    const keyed = event({ idempotencyKey: "k1" });
    const answer = await capture(team.id, [keyed, keyed, event({ idempotencyKey: "k1", eventType: "task.updated" })]);
    expect(activityOf(answer, 1)).toEqual(activityOf(answer, 0));
    expect(answer.results[2]).toMatchObject({ code: "idempotency_mismatch", issues: [{ path: ["idempotencyKey"] }] });
    expect(activityOf(await capture(team.id, [keyed]))).toEqual(activityOf(answer, 0));
    expect(await storedSeqs(team.id)).toEqual([1]);
  });

  it("gives a kept batch answer back with its refusals", async () => {
    const team = await database.createTeam();
    const request = {
      items: [
        { code: "invalid_request" as const, issues: [{ path: ["eventType"], message: "must not be empty" }] },
        { event: event() },
      ],
      key: { name: "batch", hash: sha256("body") },
    };
    const first = await captureItems(database, team.id, request);
    const again = await captureItems(database, team.id, request);
    expect(again).toMatchObject({ replayed: true, results: [first.results[0], { activity: activityOf(first, 1) }] });
  });

  it("answers 409 while the same key is being captured", async () => {
    const team = await database.createTeam();
    const both = await Promise.allSettled([capture(team.id, [event()], "same"), capture(team.id, [event()], "same")]);
    expect(both[0]?.status).toBe("fulfilled");
    expect(both[1]).toMatchObject({ status: "rejected", reason: { code: "idempotency_in_progress" } });
  });

  it("keeps keys of different teams apart", async () => {
    const [one, two] = [await database.createTeam(), await database.createTeam()];
    await capture(one.id, [event()], "shared");
    expect((await capture(two.id, [event()], "shared")).replayed).toBe(false);
  });
});
