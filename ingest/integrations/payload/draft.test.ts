import { expect, it } from "vitest";
import { eventSchema } from "@/activity/event-schema";
import { byteLength } from "@/activity/text";
import { RECEIVED_AT } from "../testing/delivery";
import { actor, entity, toEvent, typeWord } from "./draft";

it("leaves the sentence of what has ids for names to its type", () => {
  const named = { actor: actor("u1", "Ada"), entity: entity("channel", "c1", "#general") };
  expect(toEvent("x", ["a"], { ...named, predicate: "opened #general" }, RECEIVED_AT).message).toBe(
    "Ada opened #general",
  );
  const nameless = toEvent(
    "x",
    ["a"],
    { actor: actor("u1", null), entity: entity("channel", "c1", null) },
    RECEIVED_AT,
  );
  expect(nameless).toEqual({
    eventType: "x.a",
    actor: { id: "u1" },
    entity: { type: "channel", id: "c1" },
    metadata: {},
    isImportant: false,
    source: "x",
  });
  expect(eventSchema.safeParse(nameless).success).toBe(true);
});

it("makes an entity whose every part fits, whatever a sender names", () => {
  const made = entity(typeWord("文".repeat(300)) ?? "", "i".repeat(300), "é".repeat(300), {
    url: `https://example.com/${"a".repeat(3_000)}`,
  });
  expect(byteLength(made.type)).toBeLessThanOrEqual(256);
  expect(byteLength(made.id)).toBeLessThanOrEqual(256);
  expect(byteLength(made.name)).toBeLessThanOrEqual(512);
  expect(made.url).toBeUndefined();
});
