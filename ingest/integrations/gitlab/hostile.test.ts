import fc from "fast-check";
import { expect, it } from "vitest";
import { eventSchema } from "@/activity/event-schema";
import { checkWounded, HUGE, poison } from "../testing/poison";
import { eventOf } from "./testing/deliver";
import * as documented from "./testing/documented";
import * as groups from "./testing/documented-groups";
import * as runs from "./testing/documented-runs";

const PAYLOADS: object[] = [
  ...Object.values(documented),
  ...Object.values(runs),
  ...Object.values(groups).filter((value) => !Array.isArray(value)),
  ...groups.NAMED.map(([event_name, payload]) => ({ ...payload, event_name })),
];
function expectValid(payload: unknown): void {
  const told = eventOf(payload, "Push Hook");
  expect(eventSchema.safeParse(told).error?.issues).toBeUndefined();
  expect(told.message).toContain(told.actor.name);
  expect(told.message).toContain(told.entity.name);
}

it("makes a valid event of any payload with any fields replaced", () => {
  const examples = PAYLOADS.map((payload) => ({ payload }));
  checkWounded(examples, ({ payload }) => expectValid(payload));
});

it("makes a valid event of updates that changed anything at all", () => {
  const changed = fc.dictionary(
    fc.oneof(
      fc.constantFrom("labels", "assignees", "reviewers", "title", "draft", "weight", "milestone_id"),
      fc.string(),
    ),
    fc.oneof(poison, fc.record({ previous: poison, current: poison })),
  );
  fc.assert(
    fc.property(changed, fc.constantFrom(documented.issue, documented.mergeRequest), (changes, base) =>
      expectValid({ ...base, changes, object_attributes: { ...base.object_attributes, action: "update" } }),
    ),
    { numRuns: 500 },
  );
});

it("makes a valid event when every field is the same bad value, and of nothing but a kind", () => {
  for (const payload of PAYLOADS) {
    for (const leaf of [...HUGE.map((text) => text.slice(0, 6_000)), null, [], {}, -1, [null]]) {
      expectValid(Object.fromEntries(Object.keys(payload).map((key) => [key, leaf])));
      expectValid({ ...payload, object_attributes: leaf, user: leaf, project: leaf });
    }
    if ("object_kind" in payload) expectValid({ object_kind: payload.object_kind });
    if ("event_name" in payload) expectValid({ event_name: payload.event_name });
  }
  for (const kind of ["brand_new", "constructor", "__proto__"]) expectValid({ object_kind: kind, action: "a.*" });
});
