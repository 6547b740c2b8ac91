import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestDatabase, type TestDatabase } from "@/db/testing/test-database";
import { Hub } from "../hub";
import type { Sink } from "../reader/sink";
import { createAppender } from "../testing/append-rows";
import type { Piece } from "./frame";

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

/** A sink whose every write takes the process some time, as a pass over a thousand sockets does. */
function createCostlySink(ms: number): Sink & { written: string[] } {
  const written: string[] = [];
  return {
    door: "lane",
    written,
    write: (piece: Piece) => {
      const end = performance.now() + ms;
      while (performance.now() < end);
      written.push(new TextDecoder().decode(piece.sse));
      return true;
    },
    isBehind: () => false,
    drained: async () => {},
    close: () => {},
  };
}

const activitiesIn = (text: string) => text.split("event: activity\n").length - 1;

describe("a team feed under load", () => {
  it("sends together what comes while a costly pass is digested, all of it and in order", async () => {
    const team = await database.createTeam();
    const append = await createAppender(database.db, team.id);
    const hub = new Hub(async () => database);
    const sink = createCostlySink(10);
    hub.subscribe({
      teamId: team.id,
      filter: {},
      lastEventId: null,
      sink,
      isStillAuthorized: async () => true,
      userId: null,
    });
    await expect.poll(() => sink.written.length).toBe(1);
    for (let count = 0; count < 40; count += 1) await append([{}]);
    await expect.poll(() => activitiesIn(sink.written.join(""))).toBe(40);
    await hub.shutDown();
    const seqs = [...sink.written.join("").matchAll(/"seq":(\d+)/g)].map(([, seq]) => Number(seq));
    expect(seqs.slice(1)).toEqual(Array.from({ length: 40 }, (_, place) => place + 1));
    const passes = sink.written.filter((text) => activitiesIn(text) > 0).length;
    expect(passes).toBeLessThan(24);
  });
});
