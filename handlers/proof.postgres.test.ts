import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openTestDatabase, type TestDatabase } from "@/db/testing/test-database";
import { captureItems } from "@/ingest/capture";
import { Hub } from "@/stream/hub";
import { findFaults, runDelivery } from "@/stream/testing/delivery";

const WRITERS = 8;
const EVENTS_EACH = 1_000;
/** Posts of one writer on their way at once. */
const AT_ONCE = 8;

/** Two servers that write, two that read. */
let writing: TestDatabase[];
let reading: TestDatabase[];
beforeAll(async () => {
  writing = [await openTestDatabase(), await openTestDatabase()];
  reading = [await openTestDatabase(), await openTestDatabase()];
});
afterAll(async () => {
  for (const database of [...writing, ...reading]) await database.close();
});

/** Posts one event until it is acknowledged, as a client with an idempotency key does; gives its seq. */
async function post(database: TestDatabase, teamId: string, key: string): Promise<number> {
  const event = {
    eventType: "task.created",
    actor: { id: `u_${key.length}`, name: "Ada" },
    entity: { type: "task", id: key },
    idempotencyKey: key,
  };
  const { results } = await captureItems(database, teamId, { items: [{ event }], key: null });
  const [result] = results;
  if (result === undefined || !("activity" in result)) throw new Error(`not stored: ${JSON.stringify(result)}`);
  return result.activity.seq;
}

/** Every third key is posted twice: again by the same writer, and by the next one on the other server. */
async function write(teamId: string): Promise<number[]> {
  const seqOf = new Map<string, number>();
  const acknowledge = (key: string, seq: number) => {
    expect(seqOf.get(key) ?? seq, `${key} has two numbers`).toBe(seq);
    seqOf.set(key, seq);
  };
  const writer = async (number: number) => {
    const databases = [writing[number % 2], writing[(number + 1) % 2]];
    let next = 0;
    const lane = async () => {
      for (let n = next++; n < EVENTS_EACH; n = next++) {
        const key = `w${number}-${n}`;
        const [own, other] = databases;
        if (own === undefined || other === undefined) throw new Error("a writer needs a server");
        const posts = n % 3 === 0 ? [post(own, teamId, key), post(other, teamId, key)] : [post(own, teamId, key)];
        for (const seq of await Promise.all(posts)) acknowledge(key, seq);
        if (n % 3 === 0) acknowledge(key, await post(own, teamId, key));
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, lane));
  };
  await Promise.all(Array.from({ length: WRITERS }, (_, number) => writer(number)));
  return [...seqOf.values()];
}

it("brings each of 8,000 acknowledged events to each of 20 readers once and in order, with slow inserts, repeated keys and cut readers", {
  timeout: 180_000,
}, async () => {
  const [database] = writing;
  if (database === undefined) throw new Error("no database");
  const team = await database.createTeam();
  const name = `p${team.id.slice(0, 8)}`;
  await database.db.execute(
    sql.raw(`CREATE FUNCTION ${name}_delay() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN PERFORM pg_sleep(random() * 0.003); RETURN NEW; END $$`),
  );
  await database.db.execute(
    sql.raw(`CREATE TRIGGER ${name} BEFORE INSERT ON activity_events FOR EACH ROW
      WHEN (NEW.team_id = '${team.id}' AND random() < 0.05) EXECUTE FUNCTION ${name}_delay()`),
  );
  const hubs = reading.map((one) => new Hub(async () => one));
  const delivery = await runDelivery({
    team,
    hubs,
    readers: 20,
    write: () => write(team.id),
    longestStay: 400,
    patience: 60_000,
  });
  for (const hub of hubs) await hub.shutDown();
  await database.db.execute(sql.raw(`DROP FUNCTION ${name}_delay() CASCADE`));
  expect(delivery.acknowledged).toHaveLength(WRITERS * EVENTS_EACH);
  expect(findFaults(delivery)).toEqual({ lost: 0, doubled: 0, disordered: 0, holes: 0 });
});
