import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestDatabase, type TestDatabase } from "@/db/testing/test-database";
import { Hub } from "./hub";
import { createAppender } from "./testing/append-rows";
import { findFaults, runDelivery } from "./testing/delivery";

const NONE = { lost: 0, doubled: 0, disordered: 0, holes: 0 };

describe("delivery", () => {
  let database: TestDatabase;
  let hubs: Hub[];
  beforeAll(async () => {
    database = await openTestDatabase();
    hubs = [new Hub(async () => database), new Hub(async () => database)];
  });
  afterAll(async () => {
    await Promise.all(hubs.map((hub) => hub.shutDown()));
    await database.close();
  });

  it("brings what 8 writers commit to 20 readers, cut at random, once each and in order", async () => {
    const team = await database.createTeam();
    const write = async () => {
      const seqs: number[] = [];
      const writer = async () => {
        const append = await createAppender(database.db, team.id);
        for (let sent = 0; sent < 40; ) {
          const size = Math.min(1 + Math.floor(Math.random() * 5), 40 - sent);
          seqs.push(...(await append(Array.from({ length: size }, () => ({})))));
          sent += size;
        }
      };
      await Promise.all(Array.from({ length: 8 }, writer));
      return seqs;
    };
    const delivery = await runDelivery({ team, hubs, readers: 20, write });
    expect(delivery.acknowledged.length).toBe(320);
    expect(findFaults(delivery)).toEqual(NONE);
  });

  it("would be judged: a lost, a doubled, a late event and a hole are each found", () => {
    expect(findFaults({ acknowledged: [1, 2, 3], seen: [[1, 2, 3]] })).toEqual(NONE);
    expect(
      findFaults({
        acknowledged: [1, 2, 3],
        seen: [
          [1, 3],
          [1, 2, 2, 3],
        ],
      }),
    ).toEqual({ ...NONE, lost: 1, doubled: 1 });
    expect(findFaults({ acknowledged: [1, 2, 4], seen: [[1, 4, 2]] })).toEqual({ ...NONE, disordered: 1, holes: 1 });
  });
});
