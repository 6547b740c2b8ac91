import { existsSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type ActivityEvent, eventSchema } from "@/activity/event-schema";
import { describeEventType, EVENT_TYPES } from "@/activity/event-types";
import { isJsonObject } from "@/activity/json";
import { metadataText, renderTemplate } from "@/activity/template";
import { generateHistory } from "./generate-history";
import { PEOPLE } from "./people";

const NOW = new Date("2026-11-23T14:20:00Z");
const SEEDS = [1, 2, 3, 7, 2291];

function sentence(event: ActivityEvent): string {
  if (event.message !== undefined) return event.message;
  const { actor, entity, metadata } = event;
  return renderTemplate(describeEventType(event.eventType, actor.kind ?? "user").message, {
    actor: actor.name ?? actor.id,
    entity: entity.name ?? entity.id,
    reference: entity.reference ?? null,
    entityType: entity.type,
    metadata: metadata ?? null,
  });
}

describe("generateHistory", () => {
  it.each(SEEDS)("makes only events the API takes (seed %i)", (seed) => {
    for (const event of generateHistory({ now: NOW, seed })) {
      expect(eventSchema.safeParse(event).error, JSON.stringify(event)).toBeUndefined();
    }
  });

  it("makes the same events for the same options, and others for another seed", () => {
    expect(generateHistory({ now: NOW, seed: 5 })).toEqual(generateHistory({ now: NOW, seed: 5 }));
    expect(generateHistory({ now: NOW, seed: 6 })).not.toEqual(generateHistory({ now: NOW, seed: 5 }));
  });

  it.each(SEEDS)("fills some weeks in ascending order and ends minutes ago (seed %i)", (seed) => {
    const times = generateHistory({ now: NOW, seed }).map(({ timestamp = "" }) => timestamp);
    expect(times).toEqual(times.toSorted());
    expect(times.length).toBeGreaterThan(600);
    expect(times.length).toBeLessThan(950);
    expect(NOW.getTime() - Date.parse(times.at(-1) ?? "")).toBeLessThan(10 * 60_000);
    expect(NOW.getTime() - Date.parse(times.at(0) ?? "")).toBeGreaterThan(20 * 86_400_000);
    expect(NOW.getTime() - Date.parse(times.at(0) ?? "")).toBeLessThan(25 * 86_400_000);
  });

  it.each(["2026-01-01T00:30:00Z", "2026-03-28T23:59:59Z", "2026-06-14T05:00:00Z", "2026-11-23T12:00:00Z"])(
    "never passes now, whenever that is (%s)",
    (now) => {
      const times = generateHistory({ now: new Date(now) }).map(({ timestamp = "" }) => timestamp);
      expect(times.length).toBeGreaterThan(500);
      expect(times.every((time) => time <= new Date(now).toISOString())).toBe(true);
    },
  );

  it("is busy on working days and quiet on weekends", () => {
    const days = new Map<number, number>();
    for (const { timestamp = "" } of generateHistory({ now: NOW })) {
      const day = new Date(timestamp).getUTCDay();
      days.set(day, (days.get(day) ?? 0) + 1);
    }
    const weekend = (days.get(0) ?? 0) + (days.get(6) ?? 0);
    for (const day of [1, 2, 3, 4, 5]) expect(days.get(day) ?? 0).toBeGreaterThan(weekend);
  });

  it("shows every built-in type, every source and every person", () => {
    const history = generateHistory({ now: NOW });
    const types = new Set(history.map(({ eventType }) => eventType));
    for (const { type } of EVENT_TYPES) expect(types).toContain(type);
    expect(types.size).toBeGreaterThan(25);
    const sources = new Set(history.map(({ source }) => source));
    expect(sources).toEqual(new Set([undefined, "github", "stripe", "vercel", "pagerduty", "sentry"]));
    const actors = new Set(history.map(({ actor }) => actor.id));
    for (const { id } of Object.values(PEOPLE)) expect(actors).toContain(id);
    const kinds = new Set(history.map(({ actor }) => actor.kind));
    expect(kinds).toEqual(new Set(["user", "system", "integration", "agent"]));
  });

  it.each(SEEDS)("says whole sentences with the names of who and what (seed %i)", (seed) => {
    for (const event of generateHistory({ now: NOW, seed })) {
      const text = sentence(event);
      expect(text).not.toMatch(/undefined|null|NaN|\[object|\{|\}| {2}|^ | $/);
      expect(text).toContain(event.entity.name);
      expect(text).toContain(event.actor.name);
    }
  });

  it("follows a task from its creation to its completion", () => {
    const lives = new Map<string, ActivityEvent[]>();
    for (const event of generateHistory({ now: NOW })) {
      if (event.entity.type !== "task") continue;
      const reference = event.entity.reference ?? "";
      lives.set(reference, [...(lives.get(reference) ?? []), event]);
    }
    expect(lives.has("TASK-41")).toBe(true);
    for (const life of lives.values()) {
      const types = life.map(({ eventType }) => eventType);
      expect(types[0]).toBe("task.created");
      expect(types.indexOf("task.completed")).toBe(types.includes("task.completed") ? types.length - 1 : -1);
      expect(new Set(life.map(({ entity }) => entity.name)).size).toBe(1);
    }
  });

  it("repeats no comment and no title of a task", () => {
    const history = generateHistory({ now: NOW });
    const bodies = history
      .filter(({ eventType }) => eventType === "comment.added")
      .map(({ metadata }) => metadataText(metadata ?? null, "body"));
    expect(new Set(bodies).size).toBe(bodies.length);
    const titles = history.filter(({ eventType }) => eventType === "task.created").map(({ entity }) => entity.name);
    expect(new Set(titles).size).toBe(titles.length);
  });

  it("reads text from every screenshot, and every picture it names exists", () => {
    const history = generateHistory({ now: NOW });
    const images = new Set<string>();
    for (const { eventType, metadata } of history) {
      if (eventType === "ocr.completed") expect(metadataText(metadata ?? null, "text")?.length).toBeGreaterThan(20);
      if (isJsonObject(metadata) && typeof metadata.imageUrl === "string") images.add(metadata.imageUrl);
    }
    expect(images.size).toBeGreaterThan(2);
    for (const image of images) expect(existsSync(`public${image}`), image).toBe(true);
  });
});
