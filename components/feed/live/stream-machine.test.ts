import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SILENCE_MS } from "@/activity/wire";
import {
  connectionOf,
  laterId,
  OPEN_MS,
  POLL_MS,
  type Step,
  type StreamEvent,
  type StreamState,
  startStream,
  stepStream,
} from "./stream-machine";

const message = (seq: number): StreamEvent => ({ type: "message", id: `e1.${seq}`, isReset: false });
const lost: StreamEvent = { type: "error", isClosed: true };
const answered: StreamEvent = { type: "checked", outcome: "ok" };
const run = (...events: StreamEvent[]): Step =>
  events.reduce((step, event) => stepStream(step.state, event, 0.5), startStream("e1.5"));
const failing = (times: number): StreamEvent[] =>
  Array.from({ length: times }, (): StreamEvent[] => [lost, answered, { type: "retry" }]).flat();

describe("the stream machine", () => {
  it("opens where the list was read and is live from the first message", () => {
    expect(run().effects).toEqual([
      { type: "open", lastEventId: "e1.5" },
      { type: "watch", ms: OPEN_MS },
    ]);
    expect(connectionOf(run().state)).toBe("connecting");
    expect(connectionOf(run(message(5)).state)).toBe("live");
    expect(run(message(5)).effects).toEqual([{ type: "watch", ms: SILENCE_MS }]);
  });

  it("reopens at the newest id seen, heartbeats included", () => {
    const step = run(message(7), message(9), lost, answered, { type: "retry" });
    expect(step.effects[0]).toEqual({ type: "open", lastEventId: "e1.9" });
  });

  it("leaves a dropped connection to the browser for a while, then rebuilds", () => {
    const dropped = run(message(6), { type: "error", isClosed: false });
    expect([dropped.state.phase, dropped.effects]).toEqual(["retrying", [{ type: "watch", ms: OPEN_MS }]]);
    expect(connectionOf(dropped.state)).toBe("reconnecting");
    expect(stepStream(dropped.state, { type: "silence" }, 0).effects).toEqual([{ type: "close" }, { type: "check" }]);
    expect(connectionOf(stepStream(dropped.state, message(7), 0).state)).toBe("live");
  });

  it("rebuilds a silent stream", () => {
    expect(run(message(6), { type: "silence" }).effects).toEqual([{ type: "close" }, { type: "check" }]);
  });

  it("waits longer after each failure, with jitter, and not at all when the network comes back", () => {
    const waits = [1, 2].map((times) => run(...failing(times).slice(0, -1)).effects);
    expect(waits).toEqual([[{ type: "wait", ms: 750 }], [{ type: "wait", ms: 1_500 }]]);
    expect(run(lost, answered, { type: "wake" }).effects[0]?.type).toBe("open");
  });

  it("polls when the list answers and the stream never does, and tries the stream now and then", () => {
    let step = run(...failing(3).slice(0, -1));
    expect([connectionOf(step.state), step.effects]).toEqual(["polling", [{ type: "wait", ms: POLL_MS * 0.75 }]]);
    const opened: number[] = [];
    for (let turn = 1; turn <= 8; turn += 1) {
      step = stepStream(step.state, { type: "retry" }, 0.5);
      if (step.effects[0]?.type === "open") opened.push(turn);
      else step = stepStream(step.state, answered, 0.5);
    }
    expect(opened).toEqual([8]);
    expect(connectionOf(step.state)).toBe("polling");
    expect(connectionOf(stepStream(step.state, message(8), 0).state)).toBe("live");
  });

  it("is reconnecting, not polling, while the server does not answer at all", () => {
    const step = run(...failing(4), lost, { type: "checked", outcome: "failed" });
    expect(connectionOf(step.state)).toBe("reconnecting");
  });

  it("stops to sign in, to reload after a reset, and to leave a team that is gone", () => {
    const ends: [StreamEvent[], string][] = [
      [[lost, { type: "checked", outcome: "unauthenticated" }], "signIn"],
      [[lost, { type: "checked", outcome: "gone" }], "leave"],
      [[lost, { type: "checked", outcome: "stale" }], "reload"],
      [[{ type: "message", id: "e2.1", isReset: true }], "reload"],
    ];
    for (const [events, effect] of ends) {
      expect(run(...events).effects).toEqual([{ type: "close" }, { type: effect }]);
      expect(stepStream(run(...events).state, message(9), 0).effects).toEqual([]);
    }
  });

  it("never stands still without a timer, a request or an open stream, whatever happens", () => {
    const event = fc.oneof(
      fc.nat(20).map(message),
      fc.boolean().map((isClosed): StreamEvent => ({ type: "error", isClosed })),
      fc.constantFrom<StreamEvent>({ type: "silence" }, { type: "retry" }, { type: "wake" }, answered),
      fc.constant<StreamEvent>({ type: "checked", outcome: "failed" }),
    );
    fc.assert(
      fc.property(fc.array(event, { maxLength: 60 }), (events) => {
        let state: StreamState = startStream("e1.5").state;
        let pending = "watch";
        for (const next of events) {
          // A timer or an answer only comes when something asked for it.
          if (next.type === "silence" && pending !== "watch") continue;
          if (next.type === "retry" && pending !== "wait") continue;
          const step = stepStream(state, next, 0.3);
          expect(laterId(state.newest, step.state.newest)).toBe(step.state.newest);
          if (step.state.phase !== state.phase) {
            const last = step.effects.at(-1)?.type ?? "nothing";
            expect(["watch", "check", "wait"]).toContain(last);
            pending = last;
          }
          state = step.state;
        }
      }),
    );
  });
});
