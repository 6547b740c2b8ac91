import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Driver } from "@/db/drivers/driver";
import { createTeam } from "@/db/queries/teams/create-team";
import { openEmptyDatabase } from "@/db/testing/empty-database";
import { captureItems } from "./capture";

// Of its own: what other tests append would lie in the same list.
let database: Driver;
beforeAll(async () => {
  database = await openEmptyDatabase();
});
afterAll(() => database.close());

/** Empties the pending list, and says how many pages it had. */
async function emptyPendingList(): Promise<number> {
  const { rows } = await database.db.execute<{ pages: string }>(
    sql`SELECT gin_clean_pending_list('activity_events_search') AS pages`,
  );
  return Number(rows[0]?.pages);
}

async function capture(teamId: string, count: number): Promise<void> {
  const items = Array.from({ length: count }, (_, n) => ({
    event: { eventType: "task.created", actor: { id: "a" }, entity: { type: "task", id: `${n}` } },
  }));
  await captureItems(database, teamId, { items, key: null });
}

it("empties the search index's pending list soon after a few events, and at once after many", async () => {
  const team = await createTeam(database.db, { slug: "tidy", name: "Tidy", isSample: false });
  if (team === null) throw new Error("no team was made");
  await capture(team.id, 3);
  expect(await emptyPendingList()).toBeGreaterThan(0);
  await capture(team.id, 3);
  await new Promise((done) => setTimeout(done, 1_500));
  expect(await emptyPendingList()).toBe(0);

  await capture(team.id, 2_000);
  await new Promise((done) => setTimeout(done, 600));
  expect(await emptyPendingList()).toBe(0);
});
