import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SILENCE_MS } from "@/activity/wire";
import { CHECK_MS, laterId, OPEN_MS, POLL_MS, SLOT_MS, startStream, stepStream } from "./stream-machine";
import { connectionOf, type Moment, type Step, type StreamEvent, type StreamState } from "./stream-state";

const at = (roll: number, now = 0): Moment => ({ now, roll });
const message = (seq: number): StreamEvent => ({ type: "message", id: `e1.${seq}` });
const lost: StreamEvent = { type: "error", isClosed: true };
const answered: StreamEvent = { type: "checked", outcome: "ok" };
const failed: StreamEvent = { type: "checked", outcome: "failed" };
type Plain = Exclude<StreamEvent["type"], "message" | "error" | "checked">;
const plain = (type: Plain): StreamEvent => ({ type });
const [retry, granted, asked, shown, hidden, online, silence] = [
  plain("retry"),
  plain("granted"),
  plain("asked"),
  plain("shown"),
  plain("hidden"),
  plain("online"),
  plain("silence"),
];
const check = [{ type: "check" }, { type: "watch", ms: CHECK_MS }];
const letGo = { type: "letGo" };
const from = (start: Step, events: StreamEvent[]): Step =>
  events.reduce((step, event) => stepStream(step.state, event, at(0.5)), start);
const visible = (...events: StreamEvent[]) => from(startStream("e1.5", true), events);
const run = (...events: StreamEvent[]) => visible(granted, ...events);
const failing = (times: number): StreamEvent[] => Array.from({ length: times }, () => [lost, answered, retry]).flat();

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
    const step = run(message(7), message(9), lost, answered, retry);
    expect(step.effects[0]).toEqual({ type: "open", lastEventId: "e1.9" });
  });

  it("leaves a dropped connection to the browser for a while, then rebuilds", () => {
    const dropped = run(message(6), { type: "error", isClosed: false });
    expect([dropped.state.phase, dropped.effects]).toEqual(["retrying", [{ type: "watch", ms: OPEN_MS }]]);
    expect(connectionOf(dropped.state)).toBe("reconnecting");
    expect(stepStream(dropped.state, silence, at(0)).effects).toEqual([{ type: "close" }, ...check]);
    expect(connectionOf(stepStream(dropped.state, message(7), at(0)).state)).toBe("live");
  });

  it("rebuilds a silent stream", () => {
    expect(run(message(6), silence).effects).toEqual([{ type: "close" }, ...check]);
  });

  it("waits longer after each failure, with jitter, and not at all when the network comes back", () => {
    const waits = [1, 2].map((times) => run(...failing(times).slice(0, -1)).effects);
    expect(waits).toEqual([[{ type: "wait", ms: 750 }], [{ type: "wait", ms: 1_500 }]]);
    expect(run(lost, answered, online).effects[0]?.type).toBe("open");
  });

  it("polls when the list answers and the stream never does, and tries the stream now and then", () => {
    let step = run(...failing(3).slice(0, -1));
    expect([connectionOf(step.state), step.effects]).toEqual(["polling", [{ type: "wait", ms: POLL_MS * 0.75 }]]);
    const opened: number[] = [];
    for (let turn = 1; turn <= 8; turn += 1) {
      step = stepStream(step.state, retry, at(0.5));
      if (step.effects[0]?.type === "open") opened.push(turn);
      else step = stepStream(step.state, answered, at(0.5));
    }
    expect(opened).toEqual([8]);
    expect(connectionOf(step.state)).toBe("polling");
    expect(connectionOf(stepStream(step.state, message(8), at(0)).state)).toBe("live");
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
      [[plain("reset")], "reload"],
      [[{ type: "message", id: "e1.6", isFirst: true }], "reload"],
    ];
    for (const [events, effect] of ends) {
      expect(run(...events).effects).toEqual([{ type: "close" }, { type: effect }]);
      expect(stepStream(run(...events).state, message(9), at(0)).effects).toEqual([]);
    }
  });

  it("goes on from the newest id once the reader has signed in again, and not before", () => {
    const signedOut = run(message(8), lost, { type: "checked", outcome: "unauthenticated" });
    expect(connectionOf(signedOut.state)).toBe("signedOut");
    for (const event of [retry, online, shown, silence, plain("tryNow")])
      expect(stepStream(signedOut.state, event, at(0)).effects).toEqual([]);
    expect(from(signedOut, [plain("signedIn")]).effects[0]).toEqual({ type: "open", lastEventId: "e1.8" });
    const polled = visible(retry, { type: "checked", outcome: "unauthenticated" }, plain("signedIn"));
    expect(polled.effects[0]).toEqual({ type: "want", isPatient: true });
    expect(run(message(8), plain("signedIn")).effects).toEqual([]);
  });

  it("tries again at once when the reader asks for it", () => {
    expect(run(lost, answered, plain("tryNow")).effects[0]?.type).toBe("open");
    expect(visible(plain("tryNow")).effects).toEqual([{ type: "want", isPatient: true }, ...check]);
    const dropped = run(message(6), { type: "error", isClosed: false });
    expect(stepStream(dropped.state, plain("tryNow"), at(0)).effects).toEqual([{ type: "close" }, ...check]);
    for (const busy of [run(), run(message(6)), run(lost)])
      expect(stepStream(busy.state, plain("tryNow"), at(0)).effects).toEqual([]);
  });

  it("asks for a slot first, and reads the list while it has none", () => {
    expect(visible().effects).toEqual([
      { type: "want", isPatient: true },
      { type: "wait", ms: SLOT_MS },
    ]);
    expect(connectionOf(visible().state)).toBe("connecting");
    const polled = visible(retry, answered);
    expect([connectionOf(polled.state), polled.effects]).toEqual(["polling", [{ type: "wait", ms: POLL_MS * 0.75 }]]);
    expect(visible(retry, answered, granted).effects[0]).toEqual({ type: "open", lastEventId: "e1.5" });
    expect(visible(retry, granted, answered).effects[0]).toEqual({ type: "open", lastEventId: "e1.5" });
  });

  it("gives its slot away when it is hidden and another tab asks, and goes on where it was", () => {
    expect(run(message(7), asked).effects).toEqual([]);
    expect(run(message(7), hidden).effects).toEqual([{ type: "offer" }]);
    const resting = run(message(7), hidden, asked);
    expect(resting.effects).toEqual([{ type: "close" }, letGo]);
    expect(connectionOf(resting.state)).toBe("connecting");
    const back = from(resting, [shown, granted]);
    expect(back.effects[0]).toEqual({ type: "open", lastEventId: "e1.7" });
    expect(connectionOf(back.state)).toBe("connecting");
  });

  it("lets a hidden tab go without when no slot is free, and lets go of everything when the page is left", () => {
    expect(from(startStream("e1.5", false), [plain("denied")]).state.phase).toBe("resting");
    expect(from(startStream("e1.5", false), [shown, plain("denied")]).effects).toEqual([
      { type: "want", isPatient: true },
    ]);
    expect(visible(hidden).effects).toEqual([{ type: "close" }, letGo]);
    expect(run(message(7), plain("left")).effects).toEqual([{ type: "close" }, letGo]);
  });

  it("rebuilds a stream that was silent while the machine slept, as soon as the tab is seen", () => {
    const slept = run(message(7), hidden).state;
    expect(stepStream(slept, shown, at(0, SILENCE_MS + 1)).effects).toEqual([{ type: "close" }, ...check]);
    expect(stepStream(slept, shown, at(0, SILENCE_MS - 1)).effects).toEqual([]);
  });

  it("says what the server said last of its listener, and nothing of it once the stream is gone", () => {
    const late = run({ type: "message", id: "e1.6", listener: "polling" }, message(7));
    expect(late.state.listener).toBe("polling");
    expect(from(late, [{ type: "message", id: "e1.7", listener: null }]).state.listener).toBe(null);
    expect(from(late, [lost, answered, retry]).state.listener).toBe(null);
  });

  it("gives up a request that is never answered", () => {
    expect(run(lost, silence).effects).toEqual([{ type: "close" }, { type: "wait", ms: 750 }]);
  });

  it("never stands still without a timer, a request or an open stream, whatever happens", () => {
    const event = fc.oneof(
      fc.nat(20).map(message),
      fc.boolean().map((isClosed): StreamEvent => ({ type: "error", isClosed })),
      fc.constantFrom(silence, retry, online, answered, failed, shown, hidden, granted, asked, plain("denied")),
    );
    fc.assert(
      fc.property(fc.array(event, { maxLength: 60 }), fc.boolean(), (events, isVisible) => {
        let { state }: { state: StreamState } = startStream("e1.5", isVisible);
        let pending = "wait";
        for (const next of events) {
          // A timer or an answer only comes when something asked for it.
          if (next.type === "silence" && pending !== "watch") continue;
          if (next.type === "retry" && pending !== "wait") continue;
          const step = stepStream(state, next, at(0.3));
          expect(laterId(state.newest, step.state.newest)).toBe(step.state.newest);
          const moved = step.state.phase !== state.phase;
          const last = step.effects.at(-1)?.type ?? "nothing";
          if (moved && step.state.phase === "resting") {
            expect([last, step.state.isVisible]).toEqual(["letGo", false]);
          } else if (moved) {
            expect(["watch", "wait"]).toContain(last);
          }
          if (moved) pending = last;
          state = step.state;
        }
      }),
    );
  });
});
