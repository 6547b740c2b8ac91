import { expect, it } from "vitest";
import type { Activity } from "@/activity/activity";
import { makeActivity } from "../../testing/make-activity";
import { isWorthTelling } from "./is-worth-telling";

const ME = "me";
const OPENED = Date.parse("2026-11-23T00:00:00Z");
const mention = { eventType: "user.mentioned", entityType: "user", entityKey: ME };

it.each<[string, Partial<Activity>, boolean]>([
  ["what is important", { isImportant: true }, true],
  ["a mention of the reader", mention, true],
  ["a mention of somebody else", { ...mention, entityKey: "other" }, false],
  ["anything else", {}, false],
  ["what the reader did", { isImportant: true, actorKey: ME }, false],
  ["what happened before the page was opened", { isImportant: true, timestamp: "2026-11-22T23:59:59Z" }, false],
  ["what was stored long after", { isImportant: true, receivedAt: "2026-11-23T01:00:00Z" }, false],
  ["what corrects another", { isImportant: true, supersedes: "00000000-0000-7000-8000-000000000001" }, false],
])("tells of %s or does not", (_what, fields, isWorth) => {
  expect(isWorthTelling(makeActivity(5, fields), ME, OPENED)).toBe(isWorth);
});
