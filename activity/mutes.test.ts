import fc from "fast-check";
import { expect, it } from "vitest";
import { MAX_VALUES, parseFilter, serializeFilter } from "./filter";
import { type Mute, withMutes } from "./mutes";
import { filters } from "./testing/random-filters";

const mute = (value: string): Mute => ({ field: "type", value });

it("excludes what is muted, but what the filter names itself", () => {
  const filter = { type: { any: ["task.created"], not: ["task.updated"] }, q: "login" };
  const muted = [
    mute("task.created"),
    mute("task.updated"),
    mute("task.assigned"),
    { field: "entity" as const, value: "task:4" },
  ];
  expect(withMutes(filter, muted)).toEqual({
    type: { any: ["task.created"], not: ["task.updated", "task.assigned"] },
    entity: { any: [], not: ["task:4"] },
    q: "login",
  });
  expect(withMutes(filter, [])).toEqual(filter);
});

it("always gives a filter that the address can hold", () => {
  const muted = Array.from({ length: 2 * MAX_VALUES }, (_, index) => mute(`noise.${index}`));
  fc.assert(
    fc.property(filters, (filter) => {
      const quiet = withMutes(filter, muted);
      const faults: string[] = [];
      expect(parseFilter(serializeFilter(quiet), (field) => faults.push(field))).toEqual(quiet);
      expect(faults).toEqual([]);
    }),
  );
});
