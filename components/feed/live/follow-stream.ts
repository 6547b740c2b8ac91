// Last step of the out path: the browser's EventSource and timers around the stream machine.
import type { Activity, ActivityPage } from "@/activity/activity";
import { asActivityError } from "@/activity/errors";
import { parseEventId } from "@/activity/event-id";
import { mergeActivities } from "@/activity/merge";
import { goToSignIn, readableActivity, requestPage } from "../request";
import {
  type CheckOutcome,
  type Connection,
  connectionOf,
  type StreamEffect,
  type StreamEvent,
  startStream,
  stepStream,
} from "./stream-machine";

/** What has come since the list was read. */
export interface LiveState {
  connection: Connection;
  /** In feed order, each seq once. */
  arrived: readonly Activity[];
}

export interface StreamOptions {
  /** Path of the list, `/api/teams/{team}/activities`; the stream is below it. */
  path: string;
  /** The filter as query parameters, without `?`. */
  query: string;
  lastEventId: string;
  onChange: (state: LiveState) => void;
  /** The server cannot go on from our id: the list has to be read again. */
  onReload: () => void;
}

/** Milliseconds in which several arrivals become one change. */
const GATHER_MS = 16;
const EVENTS = ["ready", "activity", "heartbeat", "reset"] as const;

/** True when a polled page cannot be joined to what is known: another epoch, or none of its rows is known. */
function leavesHole(page: ActivityPage, newest: string): boolean {
  const known = parseEventId(newest);
  const head = parseEventId(page.lastEventId);
  if (known === null || head === null || known.epoch !== head.epoch || head.seq < known.seq) return true;
  return page.nextCursor !== null && page.items.every((activity) => activity.seq > known.seq);
}

/** Follows a team's stream until the returned function is called. Resumes exactly; polls while no stream can be had. */
export function followStream(options: StreamOptions): () => void {
  const start = startStream(options.lastEventId);
  let state = start.state;
  let arrived: readonly Activity[] = [];
  let source: EventSource | null = null;
  let watchTimer: ReturnType<typeof setTimeout> | undefined;
  let waitTimer: ReturnType<typeof setTimeout> | undefined;
  let gatherTimer: ReturnType<typeof setTimeout> | undefined;
  let batch: Activity[] = [];
  const ended = new AbortController();
  const withQuery = (path: string, more: string) => `${path}?${options.query === "" ? "" : `${options.query}&`}${more}`;

  const publish = () => {
    clearTimeout(gatherTimer);
    gatherTimer = undefined;
    arrived = mergeActivities(arrived, batch);
    batch = [];
    options.onChange({ connection: connectionOf(state), arrived });
  };
  const deliver = (items: readonly Activity[]) => {
    batch.push(...items);
    gatherTimer ??= setTimeout(publish, GATHER_MS);
  };
  const send = (event: StreamEvent) => {
    if (ended.signal.aborted) return;
    const before = connectionOf(state);
    const step = stepStream(state, event, Math.random());
    state = step.state;
    for (const effect of step.effects) perform(effect);
    if (connectionOf(state) !== before) publish();
  };
  const onMessage = (kind: (typeof EVENTS)[number], event: MessageEvent) => {
    if (kind === "activity") {
      const activity = readableActivity.safeParse(JSON.parse(String(event.data)));
      // A row this tab cannot read was written by a newer server: its list can still be read page by page.
      if (activity.success) deliver([activity.data]);
      else return send({ type: "message", id: event.lastEventId, isReset: true });
    }
    send({ type: "message", id: event.lastEventId, isReset: kind === "reset" });
  };
  const open = (lastEventId: string) => {
    const made = new EventSource(withQuery(`${options.path}/stream`, `lastEventId=${encodeURIComponent(lastEventId)}`));
    source = made;
    for (const kind of EVENTS) {
      made.addEventListener(kind, (event) => {
        if (made === source) onMessage(kind, event);
      });
    }
    made.addEventListener("error", () => {
      if (made === source) send({ type: "error", isClosed: made.readyState === EventSource.CLOSED });
    });
  };
  const close = () => {
    source?.close();
    source = null;
    clearTimeout(watchTimer);
  };
  const check = async (): Promise<CheckOutcome> => {
    try {
      const page = await requestPage(withQuery(options.path, "limit=100"), ended.signal);
      if (leavesHole(page, state.newest)) return "stale";
      deliver(page.items.filter((activity) => activity.seq > (parseEventId(options.lastEventId)?.seq ?? 0)));
      return "ok";
    } catch (error) {
      const code = asActivityError(error)?.code;
      return code === "unauthenticated" ? "unauthenticated" : code === "not_found" ? "gone" : "failed";
    }
  };
  function perform(effect: StreamEffect): void {
    switch (effect.type) {
      case "open":
        open(effect.lastEventId);
        break;
      case "close":
        close();
        break;
      case "check":
        void check().then((outcome) => send({ type: "checked", outcome }));
        break;
      case "watch":
        clearTimeout(watchTimer);
        watchTimer = setTimeout(() => send({ type: "silence" }), effect.ms);
        break;
      case "wait":
        clearTimeout(waitTimer);
        waitTimer = setTimeout(() => send({ type: "retry" }), effect.ms);
        break;
      case "reload":
        options.onReload();
        break;
      case "signIn":
        goToSignIn();
        break;
      case "leave":
        location.reload();
        break;
    }
  }
  const wake = () => {
    if (document.visibilityState === "visible") send({ type: "wake" });
  };

  for (const effect of start.effects) perform(effect);
  publish();
  window.addEventListener("online", wake);
  document.addEventListener("visibilitychange", wake);
  return () => {
    ended.abort();
    close();
    clearTimeout(waitTimer);
    clearTimeout(gatherTimer);
    window.removeEventListener("online", wake);
    document.removeEventListener("visibilitychange", wake);
  };
}
