import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createIntegration } from "@/db/queries/integrations/create-integration";
import { activityEvents } from "@/db/schema";
import { openTestDatabase, type TestDatabase } from "@/db/testing/test-database";
import { captureItems } from "./capture";
import { bodyHashOf, captureDelivery, claimedId, type DeliveryRequest } from "./capture-delivery";
import { githubSource } from "./integrations/github";
import { delivery } from "./integrations/testing/delivery";
import { newId } from "./new-id";

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

async function createHook() {
  const team = await database.createTeam();
  const integrationId = await createIntegration(database.db, team.id, { provider: "github", name: "G", secret: "s" });
  return { teamId: team.id, integrationId };
}

type Hook = Awaited<ReturnType<typeof createHook>>;

function request(hook: Hook, deliveryId: string, key = "42", message?: string): DeliveryRequest {
  const event = {
    eventType: "github.star",
    actor: { id: "ada", name: "Ada" },
    entity: { type: "repository", id: key, name: key },
  };
  return {
    claim: {
      integrationId: hook.integrationId,
      deliveryId,
      bodyHash: bodyHashOf(delivery(deliveryId)),
      eventType: "github.star",
    },
    events: [message === undefined ? event : { ...event, message }],
    entry: (made) => ({
      ...hook,
      id: newId(),
      receivedAt: new Date(),
      outcome: made.isDuplicate ? "duplicate" : "stored",
      status: 201,
      tookMs: 1,
      activityIds: made.activityIds,
      bodyBytes: 2,
    }),
  };
}

const capture = (hook: Hook, one: DeliveryRequest) => captureDelivery(database, hook.teamId, one);
const count = async ({ teamId }: Hook) =>
  (await database.db.select().from(activityEvents).where(eq(activityEvents.teamId, teamId))).length;

it("stores deliveries that come together, each with its own activities, equal ones once", async () => {
  const hook = await createHook();
  const ids = ["a", "b", "a", "c", "b", "a"];
  const made = await Promise.all(ids.map((id) => capture(hook, request(hook, id, id))));
  expect(made.map(({ isDuplicate }) => isDuplicate)).toEqual([false, false, true, false, true, true]);
  for (const [place, id] of ids.entries()) {
    expect(made[place]?.activityIds).toEqual(made[ids.indexOf(id)]?.activityIds);
    const [activity] = await database.db
      .select()
      .from(activityEvents)
      .where(eq(activityEvents.id, made[place]?.activityIds[0] ?? randomUUID()));
    expect(activity?.entityKey).toBe(id);
  }
  expect(await count(hook)).toBe(3);
  expect(await capture(hook, request(hook, "a"))).toEqual({ activityIds: made[0]?.activityIds, isDuplicate: true });
});

it("keeps a delivery that the database cannot store from its neighbours", async () => {
  const hook = await createHook();
  const all = await Promise.allSettled([
    capture(hook, request(hook, "a")),
    // U+0000 never gets so far; here it stands for whatever a database may refuse.
    capture(hook, request(hook, "b", "42", "a\0b")),
    capture(hook, request(hook, "c")),
  ]);
  expect(all.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
  expect(await count(hook)).toBe(2);
  expect((await capture(hook, request(hook, "b"))).isDuplicate).toBe(false);
});

it("honours the hash of a body for a day, a sender's own id for ever", async () => {
  const hook = await createHook();
  const ids = ["sha256:00", "own"];
  for (const id of ids) expect((await capture(hook, request(hook, id))).isDuplicate).toBe(false);
  for (const id of ids) expect((await capture(hook, request(hook, id))).isDuplicate).toBe(true);
  await database.db.execute(
    sql`UPDATE deliveries SET received_at = now() - interval '25 hours' WHERE team_id = ${hook.teamId}::uuid`,
  );
  expect((await capture(hook, request(hook, "sha256:00"))).isDuplicate).toBe(false);
  expect((await capture(hook, request(hook, "sha256:00"))).isDuplicate).toBe(true);
  expect((await capture(hook, request(hook, "own"))).isDuplicate).toBe(true);
});

describe("an event with a key of its own", () => {
  /** A delivery of several events, each by its key. */
  const batch = (hook: Hook, deliveryId: string, keys: string[]): DeliveryRequest => {
    const one = request(hook, deliveryId);
    const [event] = one.events;
    if (event === undefined) throw new Error("there is no event");
    return { ...one, events: keys.map((key) => ({ ...event, message: `${deliveryId} ${key}`, idempotencyKey: key })) };
  };

  it("is stored once, alone and in any other delivery, whatever else it says there", async () => {
    const hook = await createHook();
    const alone = await capture(hook, batch(hook, "alone", ["a"]));
    expect(alone).toMatchObject({ isDuplicate: false, activityIds: [expect.any(String)] });
    const both = await capture(hook, batch(hook, "both", ["a", "b"]));
    expect(both).toEqual({ isDuplicate: false, activityIds: [alone.activityIds[0], expect.any(String)] });
    expect(await capture(hook, batch(hook, "again", ["b", "a"]))).toEqual({
      isDuplicate: true,
      activityIds: both.activityIds.toReversed(),
    });
    expect(await count(hook)).toBe(2);
  });

  it("is stored once when it stands in one delivery twice, or in two at the same moment", async () => {
    const hook = await createHook();
    const made = await Promise.all([
      capture(hook, batch(hook, "one", ["a", "a"])),
      capture(hook, batch(hook, "other", ["a", "b"])),
    ]);
    expect(made.map(({ activityIds }) => activityIds.length)).toEqual([1, 2]);
    expect(made.map(({ isDuplicate }) => isDuplicate)).toEqual([false, false]);
    expect(await count(hook)).toBe(2);
  });

  it("is another integration's own, and another one than what was posted with that key", async () => {
    const hook = await createHook();
    const integrationId = await createIntegration(database.db, hook.teamId, { provider: "x", name: "X", secret: "s" });
    const [event] = batch(hook, "posted", ["a"]).events;
    if (event !== undefined) await captureItems(database, hook.teamId, { items: [{ event }], key: null });
    expect((await capture(hook, batch(hook, "one", ["a"]))).isDuplicate).toBe(false);
    expect((await capture(hook, batch({ ...hook, integrationId }, "one", ["a"]))).isDuplicate).toBe(false);
    expect(await count(hook)).toBe(3);
  });
});

it("goes by the sender's id, else by the body of one that tries again, else by nothing", () => {
  const hash = bodyHashOf(delivery("{}"));
  const retrying = { ...githubSource, retries: true };
  const lonely = { ...githubSource, retries: false };
  const known = delivery("{}", { "X-GitHub-Delivery": "one" });
  for (const source of [retrying, lonely]) expect(claimedId(source, known, hash)).toBe("one");
  expect(claimedId(retrying, delivery("{}"), hash)).toBe(`sha256:${hash.toString("hex")}`);
  expect(claimedId(lonely, delivery("{}"), hash)).not.toBe(claimedId(lonely, delivery("{}"), hash));
});
