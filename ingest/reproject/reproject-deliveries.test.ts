import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ActivityEvent } from "@/activity/event-schema";
import { createIntegration } from "@/db/queries/integrations/create-integration";
import { listActivities } from "@/db/queries/list-activities";
import { listActivitiesByIds } from "@/db/queries/list-activities-by-ids";
import { deliveryLog } from "@/db/schema";
import { coreOf } from "@/db/testing/core-of";
import { openTestDatabase, type TestDatabase } from "@/db/testing/test-database";
import { bodyHashOf, captureDelivery, type DeliveryRequest } from "../capture-delivery";
import { delivery } from "../integrations/testing/delivery";
import { newId } from "../new-id";
import { type RemappedDelivery, reprojectDeliveries } from "./reproject-deliveries";

const RECEIVED = new Date("2026-11-23T09:41:07.123Z");
let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const say = (message: string, more: Partial<ActivityEvent> = {}): ActivityEvent => ({
  eventType: "integration.ticket",
  actor: { id: "ada", name: "Ada" },
  entity: { type: "ticket", id: "7", name: "T-7" },
  message,
  metadata: { b: 2, a: [1, { c: null }] },
  source: "generic",
  ...more,
});

/** A team with one integration: what it was told so far, and how to tell it anew. */
async function openHook() {
  const team = await database.createTeam();
  const integrationId = await createIntegration(database.db, team.id, { provider: "x", name: "X", secret: "s" });
  const requestOf = (deliveryId: string, line: string, events: ActivityEvent[]): DeliveryRequest => ({
    claim: { integrationId, deliveryId, bodyHash: bodyHashOf(delivery(deliveryId)), eventType: "x" },
    events,
    entry: ({ activityIds, isDuplicate }) => ({
      teamId: team.id,
      integrationId,
      id: line,
      deliveryId,
      receivedAt: RECEIVED,
      outcome: isDuplicate ? "duplicate" : "stored",
      status: 201,
      tookMs: 1,
      activityIds,
      bodyBytes: 2,
    }),
  });
  /** Takes a delivery in; gives the id of its line. */
  const take = async (deliveryId: string, ...events: ActivityEvent[]) => {
    const line = newId();
    await captureDelivery(database, team.id, requestOf(deliveryId, line, events));
    return line;
  };
  const again = (deliveryId: string) =>
    captureDelivery(database, team.id, requestOf(deliveryId, newId(), [say("again")]));
  const retell = (...lines: [line: string, ...events: ActivityEvent[]][]) => {
    const deliveries = lines.map(([id, ...events]): RemappedDelivery => ({ id, receivedAt: RECEIVED, events }));
    return reprojectDeliveries(database.db, team.id, deliveries, null);
  };
  const feed = async () => (await listActivities(database.db, team, { filter: {} })).items;
  const messages = async () => (await feed()).map(({ message }) => message).sort();
  const idsOf = async (line: string) => {
    const [row] = await database.db.select().from(deliveryLog).where(eq(deliveryLog.id, line));
    return row?.activityIds ?? [];
  };
  return { team, take, again, retell, feed, messages, idsOf };
}

const NOTHING = { corrected: 0, added: 0, withdrawn: 0 };

describe("reprojectDeliveries", () => {
  it("hides what is told otherwise today, untouched, and appends what it is told as, at the same place", async () => {
    const { team, take, again, retell, feed, idsOf } = await openHook();
    const line = await take("d-1", say("Ada did something"));
    const other = await take("d-2", say("Ada did this", { timestamp: "2026-11-20T00:00:00.000Z" }));
    const [newest, old] = await feed();
    const before = await coreOf(database.db, team.id);
    expect(await retell([line, say("Ada closed T-7")], [other, say("Ada did that")])).toEqual({
      ...NOTHING,
      corrected: 2,
    });
    const after = await feed();
    expect(after.map(({ message, timestamp, supersedes }) => [message, timestamp, supersedes])).toEqual([
      ["Ada closed T-7", newest?.timestamp, newest?.id],
      ["Ada did that", "2026-11-20T00:00:00.000Z", old?.id],
    ]);
    expect((await coreOf(database.db, team.id)).slice(0, 2)).toEqual(before);
    const [hidden] = await listActivitiesByIds(database.db, team.id, [newest?.id ?? ""]);
    expect(hidden).toMatchObject({ message: "Ada did something", supersededBy: after[0]?.id, hiddenSeq: 5 });
    // The log and a repeated delivery name what stands now.
    expect(await idsOf(line)).toEqual([after[0]?.id]);
    expect(await again("d-1")).toEqual({ isDuplicate: true, activityIds: [after[0]?.id] });
  });

  it("leaves alone what is told as before, so a second time changes nothing", async () => {
    const { take, retell, feed } = await openHook();
    const line = await take("d-1", say("one"), say("two"));
    const told = await feed();
    // Keys of metadata in another order, a name and a time left open: nothing is different.
    const { timestamp: _time, ...same } = say("one", { metadata: { a: [1, { c: null }], b: 2 }, actor: { id: "ada" } });
    expect(await retell([line, say("two"), same])).toEqual(NOTHING);
    expect(await feed()).toEqual(told);
    expect(await retell([line, say("two"), say("other")])).toEqual({ ...NOTHING, corrected: 1 });
    const corrected = await feed();
    expect(await retell([line, say("two"), say("other")])).toEqual(NOTHING);
    expect(await feed()).toEqual(corrected);
  });

  it("adds what is said more, withdraws what is said no longer, and goes on from what stands", async () => {
    const { take, retell, messages, feed, idsOf } = await openHook();
    const line = await take("d-1", say("one"));
    expect(await retell([line, say("one"), say("two")])).toEqual({ ...NOTHING, added: 1 });
    expect(await messages()).toEqual(["one", "two"]);
    expect(await idsOf(line)).toHaveLength(2);
    expect(await retell([line, say("three")])).toEqual({ corrected: 1, added: 0, withdrawn: 1 });
    expect(await messages()).toEqual(["three"]);
    const [third] = await feed();
    expect(await retell([line, say("four")])).toEqual({ ...NOTHING, corrected: 1 });
    expect((await feed()).map(({ message, supersedes }) => [message, supersedes])).toEqual([["four", third?.id]]);
    expect(await idsOf(line)).toHaveLength(1);
  });

  it("corrects an event that has a key of its own, which goes on counting for the old one", async () => {
    const { take, retell, messages, again } = await openHook();
    const line = await take("d-1", say("old", { idempotencyKey: "k" }));
    expect(await retell([line, say("new", { idempotencyKey: "k" })])).toEqual({ ...NOTHING, corrected: 1 });
    expect(await messages()).toEqual(["new"]);
    expect(await retell([line, say("newer", { idempotencyKey: "k" })])).toEqual({ ...NOTHING, corrected: 1 });
    await take("d-2", say("old", { idempotencyKey: "k" }));
    expect((await again("d-1")).isDuplicate).toBe(true);
    expect(await messages()).toEqual(["newer"]);
  });

  it("corrects once, however many ask at the same moment", async () => {
    const { take, retell, messages } = await openHook();
    const lines = [await take("d-1", say("a")), await take("d-2", say("b"))] as const;
    const all = await Promise.all(
      [0, 1, 2, 3, 4].map((turn) => {
        const wanted: [string, ActivityEvent][] = [
          [lines[0], say("A")],
          [lines[1], say("B")],
        ];
        return retell(...(turn % 2 === 0 ? wanted : wanted.toReversed()));
      }),
    );
    expect(all.reduce((sum, { corrected }) => sum + corrected, 0)).toBe(2);
    expect(await messages()).toEqual(["A", "B"]);
  });

  it("corrects an activity that two deliveries brought once, for both of them", async () => {
    const { take, retell, messages, idsOf } = await openHook();
    const one = await take("d-1", say("old"));
    const other = await take("d-2", say("own"));
    await database.db
      .update(deliveryLog)
      .set({ activityIds: await idsOf(one) })
      .where(eq(deliveryLog.id, other));
    expect(await retell([one, say("new")], [other, say("new")])).toEqual({ ...NOTHING, corrected: 1 });
    expect(await messages()).toEqual(["new", "own"]);
    expect(await idsOf(other)).toEqual(await idsOf(one));
  });

  it("does all of it or nothing, and nothing for another team's deliveries", async () => {
    const { take, retell, messages } = await openHook();
    const stranger = await openHook();
    const line = await take("d-1", say("a"));
    const other = await take("d-2", say("b"));
    // U+0000 never gets so far; here it stands for whatever a database may refuse.
    await expect(retell([line, say("A")], [other, say("B\0")])).rejects.toThrow();
    expect(await messages()).toEqual(["a", "b"]);
    expect(await stranger.retell([line, say("A")])).toEqual(NOTHING);
    expect(await messages()).toEqual(["a", "b"]);
    expect(await stranger.messages()).toEqual([]);
  });
});
