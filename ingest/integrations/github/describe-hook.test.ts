import { describe, expect, it } from "vitest";
import { eventSchema } from "@/activity/event-schema";
import { eventOf, examples } from "./testing/deliver";

const EXAMPLES = examples();

function hasHtmlUrl(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  return Object.entries(value).some(
    ([key, part]) => (key === "html_url" && typeof part === "string" && part !== "") || hasHtmlUrl(part),
  );
}

describe("every payload that GitHub's community collected", () => {
  it("is many, of many events", () => {
    expect(EXAMPLES.length).toBeGreaterThan(500);
    expect(new Set(EXAMPLES.map(({ event }) => event)).size).toBeGreaterThan(55);
  });

  it("becomes one valid event of its type", () => {
    for (const { event, payload } of EXAMPLES) {
      const made = eventOf(event, payload);
      expect(eventSchema.parse(made)).toEqual(made);
      expect(made.eventType).toBe(`github.${event}${typeof payload.action === "string" ? `.${payload.action}` : ""}`);
      expect(made.source).toBe("github");
    }
  });

  it("reads as a sentence with the names of who did it and of what", () => {
    for (const { event, payload } of EXAMPLES) {
      const { message = "", actor, entity } = eventOf(event, payload);
      expect(message).not.toMatch(
        /undefined|null|\[object|NaN|\s{2}|^\s|\s$|\(\)| unknown\b|^\S+ triggered (?!on-demand)/,
      );
      expect(message.startsWith(`${actor.name} `)).toBe(true);
      expect(entity.name?.trim()).toBeTruthy();
      expect(message).toContain(entity.name);
    }
  });

  it("has a web link wherever the payload has one", () => {
    for (const { event, payload } of EXAMPLES) {
      const { entity } = eventOf(event, payload);
      if (hasHtmlUrl(payload)) expect(entity.url).toMatch(/^https?:\/\/[^/]+\/./);
    }
  });

  it("names an integration as the actor when nobody or a bot sent it", () => {
    for (const { event, payload } of EXAMPLES) {
      const { actor } = eventOf(event, payload);
      if (payload.sender === undefined || actor.name?.endsWith("[bot]")) expect(actor.kind).toBe("integration");
    }
    expect(eventOf("security_advisory", { action: "published" }).actor).toEqual({
      id: "github",
      name: "GitHub",
      kind: "integration",
    });
  });
});

it("keeps one entity for a pull request, its comments and its reviews", () => {
  const repository = { id: 5, full_name: "acme/web" };
  const pull = { number: 12, title: "Fix", id: 900 };
  const made = [
    eventOf("pull_request", { action: "opened", repository, pull_request: pull }),
    eventOf("pull_request_review", { action: "submitted", repository, pull_request: pull, review: {} }),
    eventOf("pull_request_review_comment", { action: "created", repository, pull_request: pull, comment: {} }),
    eventOf("issue_comment", { action: "created", repository, issue: { ...pull, id: 1, pull_request: {} } }),
  ];
  expect(new Set(made.map(({ entity }) => `${entity.type}:${entity.id}`))).toEqual(new Set(["pull_request:5#12"]));
  expect(made.every(({ entity }) => entity.reference === "acme/web#12")).toBe(true);
});

it("keeps one entity for a branch that is pushed, created and deleted", () => {
  const repository = { id: 5, full_name: "acme/web" };
  const made = [
    eventOf("push", { repository, ref: "refs/heads/feature/a" }),
    eventOf("create", { repository, ref: "feature/a", ref_type: "branch" }),
    eventOf("delete", { repository, ref: "feature/a", ref_type: "branch" }),
  ];
  expect(new Set(made.map(({ entity }) => entity.id))).toEqual(new Set(["5:refs/heads/feature/a"]));
});
