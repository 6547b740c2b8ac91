import fc from "fast-check";
import { expect, it } from "vitest";
import { eventSchema } from "@/activity/event-schema";
import { isJsonObject } from "@/activity/json";
import { checkWounded, HUGE, poison } from "../testing/poison";
import { eventOf } from "./testing/deliver";
import * as payloads from "./testing/payloads";
import * as apps from "./testing/payloads-apps";

const PAYLOADS: object[] = [...Object.values(payloads), ...Object.values(apps)].filter(
  (payload): payload is Extract<typeof payload, { type: string; createdAt: string }> =>
    typeof payload === "object" && "type" in payload && "createdAt" in payload,
);

function expectValid(payload: unknown): void {
  const told = eventOf(payload, "Issue");
  expect(eventSchema.safeParse(told).error?.issues).toBeUndefined();
  expect(told.message).toContain(told.actor.name);
  expect(told.message).toContain(told.entity.name);
}

it("makes a valid event of any payload with any fields replaced", () => {
  const examples = PAYLOADS.map((payload) => ({ payload }));
  checkWounded(examples, ({ payload }) => expectValid(payload));
});

it("makes a valid event of updates that changed anything at all", () => {
  const field = fc.oneof(
    fc.constantFrom(
      "stateId",
      "assigneeId",
      "labelIds",
      "title",
      "priority",
      "cycleId",
      "health",
      "targetDate",
      "name",
    ),
    fc.string(),
  );
  fc.assert(
    fc.property(
      fc.dictionary(field, poison),
      fc.dictionary(field, poison),
      fc.constantFrom(...PAYLOADS),
      (updatedFrom, data, base) => {
        const before = "data" in base && isJsonObject(base.data) ? base.data : {};
        expectValid({ ...base, action: "update", updatedFrom, data: { ...before, ...data } });
      },
    ),
    { numRuns: 500 },
  );
});

it("makes a valid event when every field is the same bad value, and of nothing but a type", () => {
  for (const payload of PAYLOADS) {
    for (const leaf of [...HUGE.map((text) => text.slice(0, 6_000)), null, [], {}, -1, [null]]) {
      expectValid(Object.fromEntries(Object.keys(payload).map((key) => [key, leaf])));
      expectValid({ ...payload, data: leaf, actor: leaf, url: leaf });
      expectValid({ ...payload, agentSession: leaf, notification: leaf, issueData: leaf, updatedFrom: leaf });
    }
    if ("type" in payload)
      for (const action of ["create", "update", "remove", ""]) expectValid({ type: payload.type, action });
  }
  for (const type of ["BrandNew", "constructor", "__proto__"]) expectValid({ type, action: "a.*" });
});
