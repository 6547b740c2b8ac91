/*
The browser's side of the live protocol as a pure machine: a state and an event give a state and effects.

  connecting ──message──▶ live ──error──▶ retrying (the browser's own reconnect)
      │                     │                 │  message ▶ live
      │ error, silence      │ silence         │ silence, closed
      ▼                     ▼                 ▼
  checking ◀────────────────┴─────────────────┘   one request for the list: is it us, the session or the network?
      │ answered                    ▲
      ▼                             │ polling: most turns
  waiting ──retry, wake──▶ connecting or checking          any state ──reset, 401, 404──▶ stopped
*/

import { parseEventId } from "@/activity/event-id";
import { SILENCE_MS } from "@/activity/wire";

type Phase = "connecting" | "live" | "retrying" | "checking" | "waiting" | "stopped";
/** What the reader is told. */
export type Connection = "connecting" | "live" | "reconnecting" | "polling";
/** What one request for the list showed. */
export type CheckOutcome = "ok" | "unauthenticated" | "gone" | "stale" | "failed";

export interface StreamState {
  phase: Phase;
  /** The newest event id seen, heartbeats included: where the next stream resumes. */
  newest: string;
  /** Streams in a row that ended or never spoke. */
  failures: number;
  /** The list answers and the stream does not: read the list every few seconds instead. */
  isPolling: boolean;
  /** Polls since the stream was last tried. */
  polls: number;
}

export type StreamEvent =
  | { type: "message"; id: string; isReset: boolean }
  | { type: "error"; isClosed: boolean }
  | { type: "silence" }
  | { type: "checked"; outcome: CheckOutcome }
  | { type: "retry" }
  | { type: "wake" };

export type StreamEffect =
  | { type: "open"; lastEventId: string }
  | { type: "close" }
  | { type: "check" }
  /** Start the one silence timer anew. */
  | { type: "watch"; ms: number }
  | { type: "wait"; ms: number }
  | { type: "reload" }
  | { type: "signIn" }
  | { type: "leave" };

export interface Step {
  state: StreamState;
  effects: StreamEffect[];
}

/** Milliseconds a new stream has to speak, and the browser's own reconnect has to succeed. */
export const OPEN_MS = 10_000;
export const POLL_MS = 4_000;
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

function open(state: StreamState): Step {
  return {
    state: { ...state, phase: "connecting", polls: 0 },
    effects: [
      { type: "open", lastEventId: state.newest },
      { type: "watch", ms: OPEN_MS },
    ],
  };
}

function fail(state: StreamState): Step {
  return {
    state: { ...state, phase: "checking", failures: state.failures + 1 },
    effects: [{ type: "close" }, { type: "check" }],
  };
}

function stop(state: StreamState, effect: StreamEffect): Step {
  return { state: { ...state, phase: "stopped" }, effects: [{ type: "close" }, effect] };
}

/** Where a reader starts: the stream opened at the id its list was read at. */
export function startStream(lastEventId: string): Step {
  return open({ phase: "connecting", newest: lastEventId, failures: 0, isPolling: false, polls: 0 });
}

function onMessage(state: StreamState, event: { id: string; isReset: boolean }): Step {
  if (event.isReset) return stop(state, { type: "reload" });
  const newest = laterId(state.newest, event.id);
  return {
    state: { ...state, phase: "live", newest, failures: 0, isPolling: false },
    effects: [{ type: "watch", ms: SILENCE_MS }],
  };
}

function onError(state: StreamState, isClosed: boolean): Step {
  if (isClosed) return fail(state);
  if (state.phase === "retrying" || state.phase === "connecting") return { state, effects: [] };
  return { state: { ...state, phase: "retrying" }, effects: [{ type: "watch", ms: OPEN_MS }] };
}

function onChecked(state: StreamState, outcome: CheckOutcome, roll: number): Step {
  if (outcome === "unauthenticated") return stop(state, { type: "signIn" });
  if (outcome === "gone") return stop(state, { type: "leave" });
  if (outcome === "stale") return stop(state, { type: "reload" });
  const isPolling = outcome === "ok" && state.failures >= FAILURES_BEFORE_POLLING;
  const backoff = Math.min(MAX_BACKOFF_MS, BACKOFF_MS * 2 ** Math.min(state.failures - 1, 10));
  const ms = Math.round((isPolling ? POLL_MS : backoff) * (0.5 + roll / 2));
  return { state: { ...state, phase: "waiting", isPolling }, effects: [{ type: "wait", ms }] };
}

function onRetry(state: StreamState): Step {
  if (!state.isPolling || state.polls + 1 >= POLLS_PER_TRY) return open(state);
  return { state: { ...state, phase: "checking", polls: state.polls + 1 }, effects: [{ type: "check" }] };
}

/** One step. `roll` is a random number in [0, 1) that spreads readers who lost the same server. */
export function stepStream(state: StreamState, event: StreamEvent, roll: number): Step {
  const same: Step = { state, effects: [] };
  const hasSource = state.phase === "connecting" || state.phase === "live" || state.phase === "retrying";
  switch (event.type) {
    case "message":
      return hasSource ? onMessage(state, event) : same;
    case "error":
      return hasSource ? onError(state, event.isClosed) : same;
    case "silence":
      return hasSource ? fail(state) : same;
    case "checked":
      return state.phase === "checking" ? onChecked(state, event.outcome, roll) : same;
    case "retry":
      return state.phase === "waiting" ? onRetry(state) : same;
    case "wake":
      return state.phase === "waiting" && !state.isPolling ? open(state) : same;
  }
}

/** What to tell the reader about a state. */
export function connectionOf(state: StreamState): Connection {
  if (state.phase === "live") return "live";
  if (state.isPolling) return "polling";
  return state.phase === "connecting" && state.failures === 0 ? "connecting" : "reconnecting";
}
