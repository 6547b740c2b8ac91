import { describe, expect, it } from "vitest";
import { makeActivity } from "../testing/make-activity";
import { readMessage } from "./read-message";

const read = (name: string, data: unknown) => readMessage(name, "e1.7", JSON.stringify(data));

describe("readMessage", () => {
  it("reads an activity, and drops what only a newer server knows of it", () => {
    const activity = makeActivity(7);
    expect(read("activity", { ...activity, mood: "good" })).toEqual({
      event: { type: "message", id: "e1.7" },
      activity,
      hidden: null,
    });
  });

  it("reads which activity is hidden now, and asks for a new reading after a change it does not know", () => {
    const { id } = makeActivity(3);
    const event = { type: "message", id: "e1.7" };
    const hidden = { id, isHidden: true, supersededBy: null, mood: "good" };
    expect(read("change", hidden)).toEqual({ event, activity: null, hidden: id });
    for (const other of [{ id, isShown: true }, { ...hidden, id: "?" }, null])
      expect(read("change", other)).toEqual({ event: { type: "reset" }, activity: null, hidden: null });
  });

  it("says what the server says of its listener, and nothing where it says nothing that is known", () => {
    const listener = (name: string, data: unknown) => {
      const { event } = read(name, data);
      return event.type === "message" ? event.listener : "no message";
    };
    expect(listener("heartbeat", { seq: 7, listener: "polling" })).toBe("polling");
    expect(listener("ready", { seq: 7, listener: "degraded" })).toBe("degraded");
    expect(listener("heartbeat", { seq: 7 })).toBe(null);
    expect(listener("heartbeat", { seq: 7, listener: "on holiday" })).toBe(null);
    expect(listener("heartbeat", "?")).toBe(null);
  });

  it("asks for a new reading after a reset, and after a row that cannot be read", () => {
    const reset = { event: { type: "reset" }, activity: null, hidden: null };
    expect(read("reset", { reason: "too_old" })).toEqual(reset);
    expect(read("activity", { seq: "?" })).toEqual(reset);
    expect(readMessage("activity", "e1.7", '{"seq":')).toEqual(reset);
  });
});
