import { expect } from "vitest";
import type { ActivityEvent } from "@/activity/event-schema";
import { eventSchema } from "@/activity/event-schema";

/** An event of a real payload says who did what to which thing, in words a person can read, with a link that opens. */
export function expectTold(event: ActivityEvent, options: { hasLink?: boolean } = {}): void {
  expect(eventSchema.safeParse(event).error?.issues).toBeUndefined();
  const { actor, entity, message = "" } = event;
  expect(actor.name?.trim()).toBeTruthy();
  expect(entity.name?.trim()).toBeTruthy();
  expect(message.startsWith(`${actor.name} `)).toBe(true);
  expect(message.length).toBeGreaterThan((actor.name ?? "").length + 3);
  expect(message).toContain(entity.name);
  expect(message).not.toMatch(/\bundefined\b|\bnull\b|\bNaN\b|\[object|\s\s|\s$/);
  if (options.hasLink ?? true) expect(URL.canParse(entity.url ?? "")).toBe(true);
}
