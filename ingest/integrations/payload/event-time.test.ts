import { expect, it } from "vitest";
import { eventOf } from "../github/testing/deliver";
import { RECEIVED_AT } from "../testing/delivery";
import { eventTime } from "./event-time";

it("reads ISO texts with any offset, and Unix seconds", () => {
  expect(eventTime("2021-05-24T00:10:21.000-04:00", RECEIVED_AT)).toEqual({ timestamp: "2021-05-24T04:10:21.000Z" });
  expect(eventTime(1_557_933_657, RECEIVED_AT)).toEqual({ timestamp: "2019-05-15T15:20:57.000Z" });
});

it("leaves out a time that cannot be and keeps what was sent", () => {
  for (const sent of ["yesterday", "2021-13-45T00:00:00Z", "1969-12-31T23:59:59Z", "2026-11-23T10:41:08Z", -1, 1e300]) {
    expect(eventTime(sent, RECEIVED_AT)).toEqual({ sentTimestamp: sent });
  }
  expect(eventTime("2026-11-23T10:41:07Z", RECEIVED_AT)).toEqual({ timestamp: "2026-11-23T10:41:07.000Z" });
});

it("leaves out what was not sent", () => {
  const none = [undefined, null, {}, [], true, 0, "0001-01-01T00:00:00Z", "1970-01-01T01:00:00+01:00"];
  for (const sent of none) expect(eventTime(sent, RECEIVED_AT)).toEqual({});
});

it("takes the time of the event, never that of something older", () => {
  const pull = { number: 1, created_at: "2026-01-01T00:00:00Z", updated_at: "2026-01-02T00:00:00Z", closed_at: null };
  const closed = { ...pull, merged: true, closed_at: "2026-01-03T00:00:00Z" };
  expect(eventOf("pull_request", { action: "opened", pull_request: pull }).timestamp).toBe("2026-01-01T00:00:00.000Z");
  expect(eventOf("pull_request", { action: "labeled", pull_request: pull }).timestamp).toBeUndefined();
  expect(eventOf("pull_request", { action: "closed", pull_request: closed }).timestamp).toBe(
    "2026-01-03T00:00:00.000Z",
  );
  const moved = { action: "opened", issue: pull, changes: { old_repository: {} } };
  expect(eventOf("issues", moved).timestamp).toBeUndefined();
  const commit = { timestamp: "2020-01-01T00:00:00Z" };
  expect(eventOf("push", { ref: "refs/heads/a", head_commit: commit }).timestamp).toBeUndefined();
});

it("keeps an impossible time in the metadata", () => {
  const made = eventOf("star", { action: "created", starred_at: "2999-01-01T00:00:00Z" });
  expect(made.timestamp).toBeUndefined();
  expect(made.metadata).toMatchObject({ sentTimestamp: "2999-01-01T00:00:00Z" });
});
