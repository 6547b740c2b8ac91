// The words of the stream machine: its state, what happens to it, and what it wants done.
type Phase = "resting" | "waiting" | "connecting" | "live" | "retrying" | "checking" | "signedOut" | "stopped";
/** What the reader is told. */
export type Connection = "connecting" | "live" | "reconnecting" | "polling" | "signedOut";
/** What one request for the list showed. */
export type CheckOutcome = "ok" | "unauthenticated" | "gone" | "stale" | "failed";

/** How late the server says that events come: `polling`, some seconds; `degraded`, until its database is back. */
export type ListenerState = "polling" | "degraded";

export interface StreamState {
  phase: Phase;
  /** The newest event id seen, heartbeats included: where the next stream resumes. */
  newest: string;
  /** Streams in a row that ended or never spoke. */
  failures: number;
  /** The list answers and there is no stream: read the list every few seconds instead. */
  isPolling: boolean;
  /** Polls since the stream was last tried. */
  polls: number;
  /** One of the browser's few permits to hold a stream open. */
  slot: "none" | "wanted" | "held";
  isVisible: boolean;
  /** What the server said last of its own ears; null when all is well. */
  listener: ListenerState | null;
  /** When the stream last spoke or was opened. */
  heardAt: number;
}

export type StreamEvent =
  /** `isFirst`: says from where the stream goes on. */
  | { type: "message"; id: string; listener?: ListenerState | null; isFirst?: boolean }
  | { type: "reset" }
  | { type: "error"; isClosed: boolean }
  | { type: "silence" }
  | { type: "checked"; outcome: CheckOutcome }
  | { type: "retry" }
  | { type: "online" }
  /** The reader wants no more waiting. */
  | { type: "tryNow" }
  /** The reader is signed in again. */
  | { type: "signedIn" }
  | { type: "shown" }
  | { type: "hidden" }
  /** The page goes into the browser's back-forward cache, or ends. */
  | { type: "left" }
  | { type: "granted" }
  /** There is no free slot, for a hidden tab. */
  | { type: "denied" }
  /** Another tab, a visible one, asks for our slot. */
  | { type: "asked" };

export type StreamEffect =
  | { type: "open"; lastEventId: string }
  /** Ends the stream and forgets a request that is under way. */
  | { type: "close" }
  | { type: "check" }
  /** Start the one silence timer anew. */
  | { type: "watch"; ms: number }
  | { type: "wait"; ms: number }
  | { type: "want"; isPatient: boolean }
  | { type: "offer" }
  | { type: "letGo" }
  | { type: "reload" }
  | { type: "signIn" }
  | { type: "leave" };

export interface Step {
  state: StreamState;
  effects: StreamEffect[];
}

/** When a step happens, in milliseconds, and a random number in [0, 1) that spreads readers who lost the same server. */
export interface Moment {
  now: number;
  roll: number;
}

/** True while an EventSource exists. */
export function hasSource({ phase }: StreamState): boolean {
  return phase === "connecting" || phase === "live" || phase === "retrying";
}

/** What to tell the reader about a state. */
export function connectionOf(state: StreamState): Connection {
  if (state.phase === "live") return "live";
  if (state.phase === "signedOut") return "signedOut";
  if (state.isPolling) return "polling";
  return state.failures === 0 && state.phase !== "retrying" ? "connecting" : "reconnecting";
}
