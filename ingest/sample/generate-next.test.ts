import { describe, expect, it } from "vitest";
import { eventSchema } from "@/activity/event-schema";
import { generateHistory } from "./generate-history";
import { createSampleState, generateNext } from "./generate-next";

const NOW = new Date("2026-11-23T14:20:00Z");
const OPTIONS = { now: NOW, seed: 3 };

describe("generateNext", () => {
  it("goes on for as long as it is asked, with events the API takes, stamped now", () => {
    const state = createSampleState(OPTIONS);
    const now = new Date("2026-11-23T14:25:00.250Z");
    for (let i = 0; i < 3_000; i += 1) {
      const event = generateNext(state, now);
      expect(eventSchema.safeParse(event).error, JSON.stringify(event)).toBeUndefined();
      expect(event.timestamp).toBe("2026-11-23T14:25:00.250Z");
    }
  });

  it("goes on where it was left", () => {
    const whole = createSampleState(OPTIONS);
    const events = Array.from({ length: 300 }, () => generateNext(whole, NOW));
    const resumed = createSampleState(OPTIONS, 200);
    expect(Array.from({ length: 100 }, () => generateNext(resumed, NOW))).toEqual(events.slice(200));
  });

  it("finishes what the history left open and gives new tasks new references", () => {
    const history = generateHistory(OPTIONS);
    const state = createSampleState(OPTIONS);
    const all = [...history, ...Array.from({ length: 1_500 }, () => generateNext(state, NOW))];
    const created = new Set<string>();
    for (const { eventType, entity } of all) {
      if (entity.type !== "task") continue;
      if (eventType === "task.created") {
        expect(created.has(entity.id)).toBe(false);
        created.add(entity.id);
      } else {
        expect(created.has(entity.id)).toBe(true);
      }
    }
    const completed = new Set(
      all.filter(({ eventType }) => eventType === "task.completed").map(({ entity }) => entity.id),
    );
    expect(completed.size).toBeGreaterThan(created.size - 10);
  });

  it("tells several stories at once", () => {
    const state = createSampleState(OPTIONS);
    const entities = Array.from({ length: 30 }, () => generateNext(state, NOW).entity.id);
    expect(new Set(entities).size).toBeGreaterThan(8);
  });
});
