/*
The browser's side of the live protocol as a pure machine: a state and an event give a state and effects.

  resting (hidden, gave its slot away) ──shown──▶ waiting
  waiting ──slot granted; retry, wake with a slot──▶ connecting
     │ retry without a slot, or when polling                 connecting ──message──▶ live ──error──▶ retrying
     ▼                                                            │ error, silence     │ silence        │ (the browser's own
  checking ◀──────────────────────────────────────────────────────┴────────────────────┴────────────────┘  reconnect)
     │ one request for the list: is it us, the session or the network?
     ▼ answered
  waiting                any state ──reset, 404──▶ stopped               hidden and asked for the slot ──▶ resting
                         checking ──401──▶ signedOut ──signed in──▶ connecting, or waiting for a slot
*/

import { parseEventId } from "@/activity/event-id";
import { SILENCE_MS } from "@/activity/wire";
import type { CheckOutcome, Moment, Step, StreamEffect, StreamEvent, StreamState } from "./stream-state";
import { hasSource } from "./stream-state";

/** Milliseconds a new stream has to speak, and the browser's own reconnect has to succeed. */
export const OPEN_MS = 10_000;
export const POLL_MS = 4_000;
/** Milliseconds a request for the list has: on a dead connection it would never be answered. */
export const CHECK_MS = 20_000;
/** Milliseconds after which a visible tab without a slot reads the list. */
export const SLOT_MS = 1_000;
const BACKOFF_MS = 1_000;
const MAX_BACKOFF_MS = 30_000;
const FAILURES_BEFORE_POLLING = 3;
const POLLS_PER_TRY = 8;

/** The later of two event ids; an id of another epoch cannot be compared, and the server answers the old one with reset. */
export function laterId(a: string, b: string): string {
  const before = parseEventId(a);
  const after = parseEventId(b);
  if (after === null || (before !== null && before.epoch !== after.epoch)) return a;
  return before === null || after.seq > before.seq ? b : a;
}

function isOtherEpoch(a: string, b: string): boolean {
  const after = parseEventId(b);
  return after !== null && parseEventId(a)?.epoch !== after.epoch;
}

function open(state: StreamState, { now }: Moment): Step {
  return {
    state: { ...state, phase: "connecting", polls: 0, listener: null, heardAt: now },
    effects: [
      { type: "open", lastEventId: state.newest },
      { type: "watch", ms: OPEN_MS },
    ],
  };
}

function check(state: StreamState, ...before: StreamEffect[]): Step {
  return {
    state: { ...state, phase: "checking" },
    effects: [...before, { type: "check" }, { type: "watch", ms: CHECK_MS }],
  };
}

function fail(state: StreamState): Step {
  return check({ ...state, failures: state.failures + 1 }, { type: "close" });
}

function stop(state: StreamState, effect: StreamEffect): Step {
  return { state: { ...state, phase: "stopped" }, effects: [{ type: "close" }, effect] };
}

function ask(state: StreamState): Step {
  return {
    state: { ...state, phase: "waiting", slot: "wanted" },
    effects: [
      { type: "want", isPatient: state.isVisible },
      { type: "wait", ms: SLOT_MS },
    ],
  };
}

/** Lets go of stream and slot until the tab is shown; the id of the newest event is all that is needed to go on. */
function rest(state: StreamState): Step {
  const letGo: StreamEffect = { type: "letGo" };
  if (state.phase === "stopped") return { state: { ...state, slot: "none" }, effects: [letGo] };
  return {
    state: { ...state, phase: "resting", slot: "none", failures: 0, isPolling: false, polls: 0, listener: null },
    effects: [{ type: "close" }, letGo],
  };
}

/** Where a reader starts: it wants a slot, and with it the stream from the id its list was read at. */
export function startStream(lastEventId: string, isVisible: boolean): Step {
  return ask({
    phase: "waiting",
    newest: lastEventId,
    failures: 0,
    isPolling: false,
    polls: 0,
    slot: "wanted",
    isVisible,
    listener: null,
    heardAt: 0,
  });
}

function onMessage(state: StreamState, event: Extract<StreamEvent, { type: "message" }>, { now }: Moment): Step {
  const newest = laterId(state.newest, event.id);
  // Our id was lost or changed on the way: the stream goes on beyond what we have seen, or in another history.
  const isBeyond = event.isFirst === true && newest !== state.newest;
  if (isBeyond || isOtherEpoch(state.newest, event.id)) return stop(state, { type: "reload" });
  const listener = event.listener === undefined ? state.listener : event.listener;
  return {
    state: { ...state, phase: "live", newest, listener, failures: 0, isPolling: false, heardAt: now },
    effects: [{ type: "watch", ms: SILENCE_MS }],
  };
}

function onError(state: StreamState, isClosed: boolean): Step {
  if (isClosed) return fail(state);
  if (state.phase === "retrying" || state.phase === "connecting") return { state, effects: [] };
  return { state: { ...state, phase: "retrying" }, effects: [{ type: "watch", ms: OPEN_MS }] };
}

function onChecked(before: StreamState, outcome: CheckOutcome, moment: Moment): Step {
  if (outcome === "unauthenticated")
    return { state: { ...before, phase: "signedOut" }, effects: [{ type: "close" }, { type: "signIn" }] };
  if (outcome === "gone") return stop(before, { type: "leave" });
  if (outcome === "stale") return stop(before, { type: "reload" });
  const hasSlot = before.slot === "held";
  // The slot came while the list was being read for want of one: no stream has failed.
  if (hasSlot && before.failures === 0) return open(before, moment);
  const failures = hasSlot ? before.failures : outcome === "ok" ? 0 : before.failures + 1;
  const isPolling = outcome === "ok" && (!hasSlot || failures >= FAILURES_BEFORE_POLLING);
  const backoff = Math.min(MAX_BACKOFF_MS, BACKOFF_MS * 2 ** Math.min(Math.max(failures - 1, 0), 10));
  const ms = Math.round((isPolling ? POLL_MS : backoff) * (0.5 + moment.roll / 2));
  return { state: { ...before, phase: "waiting", failures, isPolling }, effects: [{ type: "wait", ms }] };
}

function giveUp(state: StreamState, moment: Moment): Step {
  const { state: next, effects } = onChecked(state, "failed", moment);
  return { state: next, effects: [{ type: "close" }, ...effects] };
}

function onRetry(state: StreamState, moment: Moment): Step {
  if (state.slot !== "held") {
    // Hidden tabs that could give a slot are asked again: the one asked before may be gone.
    return check(state, { type: "want", isPatient: state.isVisible });
  }
  if (!state.isPolling || state.polls + 1 >= POLLS_PER_TRY) return open(state, moment);
  return check({ ...state, polls: state.polls + 1 });
}

/** The network is back, or the tab is seen again: no need to wait on. */
function wake(state: StreamState, moment: Moment): Step {
  const same: Step = { state, effects: [] };
  // Timers stand still while a machine sleeps: the clock tells that the stream has been silent for too long.
  if (hasSource(state)) return moment.now - state.heardAt > SILENCE_MS ? fail(state) : same;
  if (state.phase !== "waiting" || state.isPolling) return same;
  if (state.slot === "held") return open(state, moment);
  return state.failures > 0 ? onRetry(state, moment) : same;
}

/** The reader asks for another try: what waits goes on at once, and a stream that the browser is reopening is rebuilt. */
function tryNow(state: StreamState, moment: Moment): Step {
  if (state.phase === "retrying") return fail(state);
  if (state.phase !== "waiting") return { state, effects: [] };
  return state.slot === "held" ? open(state, moment) : onRetry(state, moment);
}

/** A new session: the stream goes on from the newest id seen. */
function onSignedIn(state: StreamState, moment: Moment): Step {
  if (state.phase !== "signedOut") return { state, effects: [] };
  return state.slot === "held" ? open(state, moment) : ask(state);
}

function onHidden(before: StreamState): Step {
  const state = { ...before, isVisible: false };
  if (state.slot === "wanted") return rest(state);
  return { state, effects: state.slot === "held" ? [{ type: "offer" }] : [] };
}

/** One step. */
export function stepStream(state: StreamState, event: StreamEvent, moment: Moment): Step {
  const same: Step = { state, effects: [] };
  switch (event.type) {
    case "message":
      return hasSource(state) ? onMessage(state, event, moment) : same;
    case "reset":
      return hasSource(state) ? stop(state, { type: "reload" }) : same;
    case "error":
      return hasSource(state) ? onError(state, event.isClosed) : same;
    case "silence":
      if (state.phase === "checking") return giveUp(state, moment);
      return hasSource(state) ? fail(state) : same;
    case "checked":
      return state.phase === "checking" ? onChecked(state, event.outcome, moment) : same;
    case "retry":
      return state.phase === "waiting" ? onRetry(state, moment) : same;
    case "online":
      return wake(state, moment);
    case "tryNow":
      return tryNow(state, moment);
    case "signedIn":
      return onSignedIn(state, moment);
    case "shown":
      return state.phase === "resting"
        ? ask({ ...state, isVisible: true })
        : wake({ ...state, isVisible: true }, moment);
    case "hidden":
      return onHidden(state);
    case "left":
      return rest({ ...state, isVisible: false });
    case "granted":
      if (state.slot !== "wanted") return state.slot === "held" ? same : { state, effects: [{ type: "letGo" }] };
      return state.phase === "waiting"
        ? open({ ...state, slot: "held" }, moment)
        : { ...same, state: { ...state, slot: "held" } };
    case "denied":
      if (state.slot !== "wanted") return same;
      return state.isVisible ? { state, effects: [{ type: "want", isPatient: true }] } : rest(state);
    case "asked":
      return state.isVisible || state.slot !== "held" ? same : rest(state);
  }
}
