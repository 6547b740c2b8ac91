// What the stream's client needs of a browser, so that tests can run it on a clock and a network of their own.
import type { ActivityPage } from "@/activity/activity";

/** An EventSource's part of the work: names and data of what it hears. */
export interface SourceListener {
  onMessage(event: string, id: string, data: string): void;
  /** `isClosed`: the browser has given up; else it reconnects by itself. */
  onError(isClosed: boolean): void;
}

/** What a seat tells its tab, and asks it. */
export interface SlotListener {
  isHidden(): boolean;
  onGranted(): void;
  /** No slot is free, and this tab does not wait in line. */
  onDenied(): void;
  /** A visible tab could use our slot. */
  onAsked(): void;
}

/** One tab's seat among all tabs that share few streams. Answers come later, never from within a call. */
export interface Seat {
  /** Asks for a slot. A patient tab waits in line and asks hidden tabs to give theirs; else there is one free or none. */
  want(isPatient: boolean): void;
  /** The tab is hidden: its slot is for whoever needs it more. */
  offer(): void;
  /** Gives up the slot, or the place in line; safe to call without either. */
  letGo(): void;
  /** Lets go for good. */
  end(): void;
}

/** What happens to a tab as a whole. */
export type TabEvent = "shown" | "hidden" | "left" | "online" | "tryNow" | "signedIn";

export interface Environment {
  /** Milliseconds since 1970. */
  now(): number;
  /** In [0, 1). */
  random(): number;
  /** Starts a timer; the returned function stops it. */
  after(ms: number, act: () => void): () => void;
  openSource(path: string, listener: SourceListener): () => void;
  /** Rejects with an ActivityError. */
  readPage(path: string, signal: AbortSignal): Promise<ActivityPage>;
  isVisible(): boolean;
  watchTab(listener: (event: TabEvent) => void): () => void;
  takeSeat(listener: SlotListener): Seat;
  /** Has the reader sign in: the tab hears `signedIn` afterwards, or ends. */
  signIn(): void;
  /** Loads the page anew: its team is gone. */
  leave(): void;
}
