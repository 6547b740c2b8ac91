import type { StreamMessage } from "@/activity/wire";
import type { ChannelState } from "@/db/channel";
import type { Doorbell } from "@/db/doorbells/doorbell";
import { causeText } from "@/db/sql-state";

/** Whether a doorbell that this process rings comes back to it. */
export interface DoorbellState {
  /** What carries it; null before the first test. */
  via: Doorbell["via"] | null;
  status: "untested" | "ok" | "not_delivered";
  reason: string | null;
  /** ISO instant of the last change. */
  since: string;
}

/**
 * How live events reach this process. `idle`: nobody is connected, so nobody listens. `live`: by doorbell.
 * `polling`: doorbells do not arrive, events come some seconds later. `degraded`: the table cannot be read either.
 */
export interface ListenerState {
  state: "idle" | "live" | "polling" | "degraded";
  /** In plain words; null when there is nothing to explain. */
  reason: string | null;
  /** ISO instant of the last change. */
  since: string;
  /** What was last found, at the start or while somebody was connected. */
  doorbell: DoorbellState;
}

/** What readers are told of it; nothing while all is well. */
export type ListenerNote = Extract<StreamMessage, { event: "heartbeat" }>["data"]["listener"];

/** How long a connection may take before readers hear of it: every session begins without one. */
const CONNECTING_MS = 2_000;

const now = () => new Date().toISOString();

/** Joins what the channel, the self-test and the reads say into one state. */
export class ListenerReport {
  private heard: ChannelState | null = null;
  private fault: string | null = null;
  private connectingSince: number | null = null;
  private doorbell: DoorbellState = { via: null, status: "untested", reason: null, since: now() };
  current: ListenerState = { state: "idle", reason: null, since: now(), doorbell: this.doorbell };

  idle(): void {
    this.heard = null;
    this.fault = null;
    this.update();
  }

  connecting(): void {
    this.heard = { state: "polling", reason: "connecting" };
    this.connectingSince = performance.now();
    this.update();
  }

  channel(via: Doorbell["via"], state: ChannelState): void {
    this.heard = state;
    this.connectingSince = null;
    this.tested(via, state);
  }

  /** What a doorbell of our own did. */
  tested(via: Doorbell["via"], { state, reason }: ChannelState): void {
    const status = state === "live" ? "ok" : "not_delivered";
    const { doorbell } = this;
    if (doorbell.via !== via || doorbell.status !== status || doorbell.reason !== reason)
      this.doorbell = { via, status, reason, since: now() };
    this.update();
  }

  readable(): void {
    this.fault = null;
    this.update();
  }

  /** True when this is news. */
  unreadable(error: unknown): boolean {
    const isNews = this.fault === null;
    this.fault = `the database cannot be read: ${causeText(error)}`;
    this.update();
    return isNews;
  }

  note(): ListenerNote {
    const { state } = this.current;
    if (state === "degraded") return state;
    const since = this.connectingSince;
    return state === "polling" && (since === null || performance.now() - since > CONNECTING_MS) ? state : undefined;
  }

  private update(): void {
    const { heard, fault, doorbell } = this;
    const state = heard === null ? "idle" : fault === null ? heard.state : "degraded";
    const reason = fault ?? (heard === null ? doorbell.reason : heard.reason);
    const isSame = state === this.current.state && reason === this.current.reason;
    this.current = { state, reason, since: isSame ? this.current.since : now(), doorbell };
  }
}
