import { describe, expect, it } from "vitest";
import type { Json } from "../json";
import { renderTemplate } from "../template";
import { describeEventType, EVENT_TYPES } from ".";

function say(type: string, metadata: Json = {}, entity = "Fix Login Bug"): string {
  return renderTemplate(describeEventType(type, "user").message, {
    actor: "Alice Chen",
    entity,
    reference: null,
    entityType: "invoice",
    metadata,
  });
}

describe("event types", () => {
  it("are all of the contract, each with its own sentence", () => {
    expect(EVENT_TYPES.map(({ type }) => type)).toEqual([
      "task.created",
      "task.updated",
      "task.completed",
      "task.assigned",
      "screenshot.captured",
      "ocr.completed",
      "status.changed",
      "comment.added",
      "user.mentioned",
    ]);
    expect(new Set(EVENT_TYPES.map(({ message }) => message)).size).toBe(EVENT_TYPES.length);
  });

  it.each([
    ["task.created", {}, "Alice Chen created task Fix Login Bug"],
    ["task.completed", {}, "Alice Chen completed Fix Login Bug"],
    ["task.assigned", { assignee: "Priya" }, "Alice Chen assigned Fix Login Bug to Priya"],
    ["task.assigned", { assignee: { name: "Priya" } }, "Alice Chen assigned Fix Login Bug to Priya"],
    ["task.assigned", {}, "Alice Chen assigned Fix Login Bug"],
    [
      "status.changed",
      { from: "todo", to: "done" },
      "Alice Chen changed the status of Fix Login Bug from todo to done",
    ],
    ["status.changed", { to: ["x"] }, "Alice Chen changed the status of Fix Login Bug"],
    ["ocr.completed", { wordCount: 214 }, "Alice Chen read the text of Fix Login Bug, 214 words"],
    ["invoice.paid", {}, "Alice Chen paid invoice Fix Login Bug"],
    ["nightly_build.finished", {}, "Alice Chen finished invoice Fix Login Bug"],
    ["deploy", {}, "Alice Chen · deploy · Fix Login Bug"],
    ["{actor}[x].y|z", {}, "Alice Chen · actor x y z · Fix Login Bug"],
  ])("%s with %j reads well", (type, metadata, sentence) => {
    expect(say(type, metadata)).toBe(sentence);
  });

  it("never fills a place from a name's own braces", () => {
    expect(say("task.created", {}, "{actor} [x] {metadata.a}")).toBe(
      "Alice Chen created task {actor} [x] {metadata.a}",
    );
  });

  it("of a team's own senders look like what they are called", () => {
    const look = (type: string, metadata: Json = {}) => {
      const found = describeEventType(`integration.${type}`, "integration");
      return `${found.label}, ${(found.look?.(metadata) ?? found).icon}, ${found.isImportant?.(metadata)}`;
    };
    expect(look("order.created")).toBe("Order created, credit-card, false");
    expect(look("backup.failed")).toBe("Backup failed, triangle-alert, true");
    expect(look("deploy.ended", { status: "succeeded" })).toBe("Deploy ended, check, false");
    expect(look("event")).toBe("Event, webhook, false");
    expect(describeEventType("integration.synced", "integration").group).toBe("integration");
    expect(say("integration.synced")).toBe("Alice Chen synced invoice Fix Login Bug");
    expect(describeEventType("integration.", "user").label).toBe("Integration");
  });

  it("calls failures important", () => {
    expect(describeEventType("deploy.failed", "system").isImportant?.({})).toBe(true);
    expect(describeEventType("status.changed", "user").isImportant?.({ to: "down" })).toBe(true);
    expect(describeEventType("task.created", "user").isImportant?.({})).toBe(false);
  });
});
