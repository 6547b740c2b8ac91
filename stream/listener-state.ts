import type { ChannelState } from "@/db/channel";
import { causeText } from "@/db/sql-state";

/**
 * How live events reach this process. `idle`: nobody is connected, so LISTEN is closed. `live`: by doorbell.
 * `polling`: doorbells do not arrive, events come some seconds later. `degraded`: the table cannot be read either.
 */
export interface ListenerState {
  state: "idle" | "live" | "polling" | "degraded";
  /** In plain words; null when there is nothing to explain. */
  reason: string | null;
  /** ISO instant of the last change. */
  since: string;
}

/** Joins what the channel and the reads say into one state. */
export class ListenerReport {
  private heard: ChannelState | null = null;
  private fault: string | null = null;
  current: ListenerState = { state: "idle", reason: null, since: new Date().toISOString() };

  idle(): void {
    this.heard = null;
    this.fault = null;
    this.update();
  }

  channel(state: ChannelState): void {
    this.heard = state;
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

  private update(): void {
    const state = this.heard === null ? "idle" : this.fault === null ? this.heard.state : "degraded";
    const reason = state === "idle" ? null : (this.fault ?? this.heard?.reason ?? null);
    if (state !== this.current.state || reason !== this.current.reason)
      this.current = { state, reason, since: new Date().toISOString() };
  }
}
