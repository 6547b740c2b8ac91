// Last step of the out path: what the stream machine wants is done, and what happens is told to it.
import type { Activity } from "@/activity/activity";
import { asActivityError } from "@/activity/errors";
import { parseEventId } from "@/activity/event-id";
import { mergeActivities } from "@/activity/merge";
import type { Place } from "../list/edge-of";
import type { Environment, Seat } from "./environment";
import { readMessage } from "./read-message";
import { findHidden, readMissed } from "./read-missed";
import { Skipped } from "./skipped";
import { startStream, stepStream } from "./stream-machine";
import {
  type CheckOutcome,
  type Connection,
  connectionOf,
  type ListenerState,
  type StreamEffect,
  type StreamEvent,
  type StreamState,
} from "./stream-state";

/** What has come since the list was read. */
export interface LiveState {
  connection: Connection;
  /** Why events come late although the stream is open; null when they do not. */
  listener: ListenerState | null;
  /** In feed order, each seq once. */
  arrived: readonly Activity[];
  /** Ids of activities that were hidden since, wherever they are shown. */
  hidden: ReadonlySet<string>;
  /** How many came that are not in `arrived`: the reader is far below them, and there were too many to keep. */
  skipped: number;
}

export interface StreamOptions {
  /** Path of the list, `/api/teams/{team}/activities`; the stream is below it. */
  path: string;
  /** The filter as query parameters, without `?`. */
  query: string;
  lastEventId: string;
  /** The lowest place that is loaded at this moment; null when the whole list is. */
  edge: () => Place | null;
  /** The first row that is shown while the reader is below it, and what comes above it waits; null while nothing waits. */
  roof: () => Place | null;
  /** What the loaded pages hold. */
  loaded: () => Iterable<Activity>;
  onChange: (state: LiveState) => void;
  /** The server cannot go on from our id: the list has to be read again. */
  onReload: () => void;
}

/** Milliseconds in which several arrivals become one change: after a quiet while, and while they keep coming, so that the page keeps up. */
const GATHER_MS = 16;
const BUSY_MS = 100;
const POLLED_ROWS = 200;

class Follower {
  private state: StreamState;
  private arrived: readonly Activity[] = [];
  private batch: Activity[] = [];
  private hidden: ReadonlySet<string> = new Set();
  private readonly skipped = new Skipped();
  private isEnded = false;
  private closeSource: (() => void) | null = null;
  private check: AbortController | null = null;
  /** What the last reading of the list was of: nothing new is behind the same again. */
  private covered = "";
  private publishedAt = Number.NEGATIVE_INFINITY;
  private readonly timers = new Map<"watch" | "wait" | "gather", () => void>();
  private readonly seat: Seat;
  private readonly unwatch: () => void;

  constructor(
    private readonly options: StreamOptions,
    private readonly environment: Environment,
  ) {
    this.seat = environment.takeSeat({
      isHidden: () => !this.state.isVisible,
      onGranted: () => this.send({ type: "granted" }),
      onDenied: () => this.send({ type: "denied" }),
      onAsked: () => this.send({ type: "asked" }),
    });
    this.unwatch = environment.watchTab((type) => this.send({ type }));
    const start = startStream(options.lastEventId, environment.isVisible());
    this.state = start.state;
    for (const effect of start.effects) this.perform(effect);
    this.publish();
  }

  end(): void {
    this.isEnded = true;
    this.unwatch();
    this.close();
    for (const stop of this.timers.values()) stop();
    this.seat.end();
  }

  /** What effects cause comes later, never from within: one event at a time. */
  private send(event: StreamEvent): void {
    if (this.isEnded) return;
    const { environment, state: before } = this;
    const step = stepStream(before, event, { now: environment.now(), roll: environment.random() });
    this.state = step.state;
    for (const effect of step.effects) this.perform(effect);
    if (connectionOf(step.state) !== connectionOf(before) || step.state.listener !== before.listener) this.publish();
  }

  private perform(effect: StreamEffect): void {
    if (effect.type === "open") this.open(effect.lastEventId);
    else if (effect.type === "close") this.close();
    else if (effect.type === "check") this.startCheck();
    else if (effect.type === "watch") this.startTimer("watch", effect.ms, () => this.send({ type: "silence" }));
    else if (effect.type === "wait") this.startTimer("wait", effect.ms, () => this.send({ type: "retry" }));
    else if (effect.type === "want") this.seat.want(effect.isPatient);
    else if (effect.type === "offer") this.seat.offer();
    else if (effect.type === "letGo") this.seat.letGo();
    else if (effect.type === "reload") this.options.onReload();
    else if (effect.type === "signIn") this.environment.signIn();
    else this.environment.leave();
  }

  private open(lastEventId: string): void {
    let isMine = true;
    const path = this.withQuery("/stream", `lastEventId=${encodeURIComponent(lastEventId)}`);
    const close = this.environment.openSource(path, {
      onMessage: (event, id, data) => {
        if (isMine) this.onMessage(event, id, data);
      },
      onError: (isClosed) => {
        if (isMine) this.send({ type: "error", isClosed });
      },
    });
    this.closeSource = () => {
      isMine = false;
      close();
    };
  }

  private close(): void {
    this.closeSource?.();
    this.closeSource = null;
    this.check?.abort();
    this.check = null;
    this.stopTimer("watch");
  }

  private onMessage(name: string, id: string, data: string): void {
    const { event, activity, hidden } = readMessage(name, id, data);
    if (activity !== null) this.deliver([activity]);
    if (hidden !== null) this.hide([hidden]);
    this.send(event);
  }

  private startCheck(): void {
    this.check?.abort();
    const mine = new AbortController();
    this.check = mine;
    void this.readList(mine.signal).then((outcome) => {
      if (!mine.signal.aborted) this.send({ type: "checked", outcome });
    });
  }

  private async readList(signal: AbortSignal): Promise<CheckOutcome> {
    const { environment, options } = this;
    const read = (cursor: string | null) =>
      environment.readPage(
        this.withQuery("", `limit=${POLLED_ROWS}${cursor === null ? "" : `&cursor=${cursor}`}`),
        signal,
      );
    try {
      // An older page may have come since, read before the newest event: the edge is part of what was covered.
      const edge = options.edge();
      const cover = (lastEventId: string) => `${lastEventId} ${edge?.seq ?? ""}`;
      const isKnown = (lastEventId: string) => cover(lastEventId) === this.covered;
      const missed = await readMissed(read, this.state.newest, edge, isKnown);
      // An answer that comes although its request was given up belongs to another time, or to another list.
      if (signal.aborted) return "failed";
      if (missed === null) return "stale";
      this.covered = cover(missed.lastEventId);
      const since = parseEventId(options.lastEventId)?.seq ?? 0;
      const roof = options.roof();
      this.deliver(missed.items.filter((activity) => activity.seq > since && !this.skipped.has(activity, roof)));
      this.hide(findHidden([...options.loaded(), ...this.arrived, ...this.batch], missed));
      return "ok";
    } catch (error) {
      const code = asActivityError(error)?.code;
      return code === "unauthenticated" ? "unauthenticated" : code === "not_found" ? "gone" : "failed";
    }
  }

  private deliver(items: readonly Activity[]): void {
    if (items.length === 0) return;
    this.batch.push(...items);
    this.publishSoon();
  }

  private hide(ids: readonly string[]): void {
    const fresh = ids.filter((id) => !this.hidden.has(id));
    if (fresh.length === 0) return;
    this.hidden = new Set([...this.hidden, ...fresh]);
    this.publishSoon();
  }

  private publishSoon(): void {
    if (this.timers.has("gather")) return;
    const sinceLast = Math.max(0, this.environment.now() - this.publishedAt);
    this.startTimer("gather", Math.max(GATHER_MS, BUSY_MS - sinceLast), () => this.publish());
  }

  private publish(): void {
    this.stopTimer("gather");
    this.publishedAt = this.environment.now();
    this.arrived = this.skipped.take(mergeActivities(this.arrived, this.batch), this.options.roof());
    this.batch = [];
    const { arrived, hidden } = this;
    const { listener } = this.state;
    const skipped = this.skipped.count;
    this.options.onChange({ connection: connectionOf(this.state), listener, arrived, hidden, skipped });
  }

  private startTimer(name: "watch" | "wait" | "gather", ms: number, act: () => void): void {
    this.stopTimer(name);
    this.timers.set(name, this.environment.after(ms, act));
  }

  private stopTimer(name: "watch" | "wait" | "gather"): void {
    this.timers.get(name)?.();
    this.timers.delete(name);
  }

  private withQuery(below: string, more: string): string {
    const { path, query } = this.options;
    return `${path}${below}?${query === "" ? "" : `${query}&`}${more}`;
  }
}

/** Follows a team's stream until the returned function is called. Resumes exactly; polls while no stream can be had. */
export function followStream(options: StreamOptions, environment: Environment): () => void {
  const follower = new Follower(options, environment);
  return () => follower.end();
}
