import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { coreOf } from "../testing/core-of";
import { appendRandom, createWorld, seeded } from "../testing/random-activities";
import { openTestDatabase, type TestDatabase } from "../testing/test-database";
import { getActivity } from "./get-activity";
import { hideActivities } from "./hide-activities";
import { listActivities } from "./list-activities";
import { readLive } from "./read-live";

const DAY = 86_400_000;
let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

/** A team of so many activities, in the order of their numbers. */
async function filledTeam(count: number) {
  const team = await database.createTeam();
  const world = await createWorld(database.db, team.id);
  const post = (more: number) => appendRandom(database.db, world, { random: seeded(count), count: more, spanMs: DAY });
  await post(count);
  const live = await readLive(database.db, team.id, 0, 500, []);
  const ids = live?.rows.map(({ activity }) => activity.id) ?? [];
  const id = (seq: number) => ids[seq - 1] ?? "";
  const history = async (after = 0, limit = 500) => {
    const read = await readLive(database.db, team.id, after, limit, []);
    return {
      last: read?.lastSeq,
      rows: read?.rows.map(({ seq, change, activity }) => [seq, change === null ? activity.seq : `-${activity.seq}`]),
    };
  };
  return { team, post, id, history };
}

describe("hideActivities", () => {
  it("takes the next seqs without a hole, between and beside appends, and leaves what was stored untouched", async () => {
    const { team, post, id, history } = await filledTeam(5);
    const before = await coreOf(database.db, team.id);
    const hide = (...seqs: number[]) =>
      hideActivities(
        database.db,
        team.id,
        seqs.map((seq) => ({ id: id(seq), successor: null })),
        null,
      );
    expect(await hide(2, 4)).toBe(2);
    await post(1);
    await Promise.all([hide(1), post(2), hide(5), post(1)]);
    const { last, rows } = await history();
    expect(last).toBe(13);
    expect(rows?.map(([seq]) => seq)).toEqual(Array.from({ length: 13 }, (_, place) => place + 1));
    expect(rows?.slice(5, 8)).toEqual([
      [6, "-2"],
      [7, "-4"],
      [8, 8],
    ]);
    expect((await coreOf(database.db, team.id)).slice(0, 5)).toEqual(before);
  });

  it("hides once, what is there, of its own team only", async () => {
    const { team, id, history } = await filledTeam(3);
    const other = await filledTeam(1);
    const hidings = [id(1), other.id(1), "00000000-0000-4000-8000-000000000000"].map((one) => ({
      id: one,
      successor: null,
    }));
    expect(await hideActivities(database.db, team.id, hidings, null)).toBe(1);
    expect(await hideActivities(database.db, team.id, hidings, null)).toBe(0);
    expect((await history()).last).toBe(4);
    expect((await other.history()).last).toBe(1);
    const nowhere = "00000000-0000-4000-8000-000000000000";
    await expect(hideActivities(database.db, nowhere, hidings, null)).rejects.toThrow();
  });

  it("links an activity and its successor, and neither list nor head goes back on it", async () => {
    const { team, id } = await filledTeam(3);
    await hideActivities(database.db, team.id, [{ id: id(1), successor: id(3) }], null);
    expect(await getActivity(database.db, team.id, id(1))).toMatchObject({ hiddenSeq: 4, supersededBy: id(3) });
    expect(await getActivity(database.db, team.id, id(3))).toMatchObject({ supersedes: id(1) });
    const page = await listActivities(database.db, team, { filter: {} });
    expect(page.items.map((activity) => activity.seq).sort()).toEqual([2, 3]);
    expect(page.lastEventId).toBe(`${team.epoch}.4`);
    expect(page.items.every((activity) => !("hiddenSeq" in activity))).toBe(true);
  });

  it("is read page by page without a hole, whatever lies between the numbers", async () => {
    const { team, post, id, history } = await filledTeam(4);
    for (const seq of [1, 2, 3]) {
      await hideActivities(database.db, team.id, [{ id: id(seq), successor: null }], null);
      await post(seq);
    }
    for (const limit of [1, 2, 3, 5]) {
      const seqs: unknown[] = [];
      for (let after = 0; after < 13; ) {
        const { rows = [] } = await history(after, limit);
        expect(rows.length).toBeLessThanOrEqual(limit);
        seqs.push(...rows.map(([seq]) => seq));
        after = Number(rows.at(-1)?.[0]);
      }
      expect(seqs, `by ${limit}`).toEqual(Array.from({ length: 13 }, (_, place) => place + 1));
    }
  });

  it("is undone with the transaction it belongs to", async () => {
    const { team, id, history } = await filledTeam(2);
    const failed = database.db.transaction(async (tx) => {
      await hideActivities(tx, team.id, [{ id: id(1), successor: id(2) }], null);
      throw new Error("later");
    });
    await expect(failed).rejects.toThrow("later");
    expect((await history()).last).toBe(2);
    expect(await getActivity(database.db, team.id, id(1))).not.toHaveProperty("hiddenSeq");
  });
});
