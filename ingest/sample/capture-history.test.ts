import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestDatabase, type TestDatabase } from "@/db/testing/test-database";
import { captureItems } from "../capture";
import { generateHistory } from "./generate-history";

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

describe("capturing the sample history", () => {
  it("stores every event with its time, sentence and names", async () => {
    const team = await database.createTeam();
    const history = generateHistory({ now: new Date(), seed: 9 });
    for (let start = 0; start < history.length; start += 500) {
      const batch = history.slice(start, start + 500);
      const { results } = await captureItems(database, team.id, {
        items: batch.map((event) => ({ event })),
        key: null,
      });
      for (const [place, event] of batch.entries()) {
        const result = results[place];
        if (result === undefined || !("activity" in result)) throw new Error(`not stored: ${JSON.stringify(result)}`);
        const { activity } = result;
        expect(activity).toMatchObject({
          seq: start + place + 1,
          timestamp: event.timestamp,
          actorName: event.actor.name,
          actorKind: event.actor.kind,
          entityName: event.entity.name,
          metadata: event.metadata,
        });
        expect(activity.message).toContain(event.actor.name);
      }
    }
  });
});
