/*
A browser opens at most 6 connections to an origin over HTTP/1.1, for all its tabs together: few of them may be streams.
A slot is a Web Lock; a crashed tab frees its own. Only visible tabs wait in line, so that a freed slot is never taken by
a tab nobody looks at. On a channel a tab that waits says `want`, hidden holders answer `offer <slot>`, it says
`take <slot>` to one of them, and that one lets go.
*/
import type { Seat, SlotListener } from "./environment";

const SLOTS = [1, 2, 3, 4].map((n) => `las-stream-${n}`);
const CHANNEL = "las-streams";
/** Milliseconds between having a slot and using it: the stream of whoever had it before, even of a crashed tab, has ended. */
const HAND_OVER_MS = 200;
/** Milliseconds in which a tab answers one offer only: more would take more slots than it needs. */
const TAKE_MS = 2_500;
/** Milliseconds after which a hidden tab lets go where there are no locks. */
const HIDDEN_MS = 30_000;

export type SlotLocks = Pick<LockManager, "request">;
export type SlotChannel = Pick<BroadcastChannel, "postMessage" | "onmessage" | "close">;

/** A seat with locks: plain HTTP on other hosts than localhost has none. */
class LockSeat implements Seat {
  private held: { slot: string; release: () => void } | null = null;
  private line: { abort: AbortController; isPatient: boolean } | null = null;
  private tookAt = 0;

  constructor(
    private readonly listener: SlotListener,
    private readonly locks: SlotLocks,
    private readonly channel: SlotChannel,
  ) {
    channel.onmessage = ({ data }) => this.hear(String(data));
  }

  want(isPatient: boolean): void {
    if (this.held !== null) return;
    if (this.line === null) {
      this.line = { abort: new AbortController(), isPatient };
      void this.enter(this.line);
    } else if (isPatient) {
      this.line.isPatient = true;
      this.channel.postMessage("want");
    }
  }

  offer(): void {
    if (this.held !== null) this.channel.postMessage(`offer ${this.held.slot}`);
  }

  letGo(): void {
    this.line?.abort.abort();
    this.line = null;
    this.held?.release();
    this.held = null;
  }

  end(): void {
    this.letGo();
    this.channel.onmessage = null;
    this.channel.close();
  }

  /** Takes a free slot, or stands in all four lines. */
  private async enter(line: { abort: AbortController; isPatient: boolean }): Promise<void> {
    for (const slot of SLOTS) {
      if (line !== this.line) return;
      await this.request(slot, line, { ifAvailable: true });
    }
    if (line !== this.line) return;
    if (!line.isPatient) {
      this.line = null;
      return this.listener.onDenied();
    }
    for (const slot of SLOTS) void this.request(slot, line, { signal: line.abort.signal });
    this.channel.postMessage("want");
  }

  /** Resolves once the lock was had or not, not when it is released. */
  private request(slot: string, line: { abort: AbortController }, options: LockOptions): Promise<void> {
    return new Promise((asked, fail) => {
      const hold = (lock: Lock | null): Promise<void> | undefined => {
        asked();
        // A second slot, or one that came too late: back at once.
        if (lock === null || line !== this.line) return undefined;
        this.line = null;
        line.abort.abort();
        return new Promise((release) => {
          const held = { slot, release };
          this.held = held;
          this.tookAt = 0;
          setTimeout(() => {
            if (this.held === held) this.listener.onGranted();
          }, HAND_OVER_MS);
        });
      };
      this.locks.request(slot, options, hold).catch((error: unknown) => {
        if (line.abort.signal.aborted) asked();
        else fail(error);
      });
    });
  }

  private hear(message: string): void {
    const [word, slot] = message.split(" ");
    if (word === "want" && this.listener.isHidden()) this.offer();
    if (word === "take" && this.listener.isHidden() && slot === this.held?.slot) this.listener.onAsked();
    if (word === "offer" && this.line?.isPatient && Date.now() - this.tookAt > TAKE_MS) {
      this.tookAt = Date.now();
      this.channel.postMessage(`take ${slot}`);
    }
  }
}

/** A seat without locks: every tab has a slot, and a hidden one is asked for it after a while. */
class TimedSeat implements Seat {
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly listener: SlotListener) {}

  want(isPatient: boolean): void {
    clearTimeout(this.timer);
    queueMicrotask(this.listener.onGranted);
    if (!isPatient) this.offer();
  }

  offer(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(this.listener.onAsked, HIDDEN_MS);
  }

  letGo(): void {
    clearTimeout(this.timer);
  }

  end(): void {
    clearTimeout(this.timer);
  }
}

/** This tab's seat among the tabs of its origin. */
export function takeSeat(
  listener: SlotListener,
  locks: SlotLocks | undefined = navigator.locks,
  openChannel: (name: string) => SlotChannel = (name) => new BroadcastChannel(name),
): Seat {
  return locks === undefined ? new TimedSeat(listener) : new LockSeat(listener, locks, openChannel(CHANNEL));
}
