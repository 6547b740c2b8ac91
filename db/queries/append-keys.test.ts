import { createHash, randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Executor } from "../drivers/driver";
import { actors, entities } from "../schema";
import { openTestDatabase, type TestDatabase } from "../testing/test-database";
import { appendActivities, type NewActivity } from "./append-activities";

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const hash = createHash("sha256").update("").digest();

async function createActivity(teamId: string): Promise<NewActivity> {
  const [actorId, entityId] = [randomUUID(), randomUUID()];
  await database.db.insert(actors).values({ teamId, id: actorId, source: "t", key: "ada", name: "Ada", kind: "user" });
  await database.db
    .insert(entities)
    .values({ teamId, id: entityId, source: "t", type: "task", key: "docs", name: "Docs" });
  return {
    id: randomUUID(),
    eventType: "task.created",
    group: "task",
    actorId,
    actorKey: "ada",
    actorName: "Ada",
    actorKind: "user",
    actorAvatarUrl: null,
    timestamp: null,
    entityType: "task",
    entityId,
    entityKey: "docs",
    entityName: "Docs",
    entityUrl: null,
    entityReference: null,
    metadata: {},
    message: "Ada created Docs",
    icon: "plus",
    color: "blue",
    isImportant: false,
    source: "t",
    search: "",
    key: null,
    request: null,
  };
}

/** Rows of the keys' table that this transaction has looked at so far. */
async function keysRead(db: Executor): Promise<number> {
  const { rows } = await db.execute<{ count: string }>(sql`
    SELECT coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0) AS count
    FROM pg_stat_xact_user_tables WHERE relname = 'idempotency_keys'`);
  return Number(rows[0]?.count);
}

it("finds an idempotency key among thousands by a probe, though its plan was made when there were none", async () => {
  const team = await database.createTeam();
  const activity = await createActivity(team.id);
  const append = async (db: Executor, names: string[]) => {
    const activities = names.map((name) => ({ ...activity, id: randomUUID(), key: { name, hash } }));
    return (await appendActivities(db, team.id, { activities, requests: [] })).outcomes.map((one) => one?.state);
  };
  // One transaction is one connection, which keeps a plan after its fifth use.
  const read = await database.db.transaction(async (tx) => {
    for (let turn = 0; turn < 10; turn += 1) await append(tx, [`early ${turn}`]);
    await tx.execute(sql`
      INSERT INTO idempotency_keys (team_id, key, request_hash, activity_ids)
      SELECT ${team.id}::uuid, 'key ' || n, ${hash}, ARRAY[gen_random_uuid()] FROM generate_series(1, 5000) n`);
    const before = await keysRead(tx);
    expect(await append(tx, ["key 17", "new", "key 4711"])).toEqual(["known", "created", "known"]);
    return (await keysRead(tx)) - before;
  });
  expect(read).toBeLessThan(20);
});
