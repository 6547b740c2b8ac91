// A browser opens at most 6 connections to an origin over HTTP/1.1, for all its tabs together: few of them may be streams.
// A slot is a Web Lock, so a crashed tab frees its own; only visible tabs stand in line for one. Such a tab says `want`,
// hidden holders say `offer <slot>`, it says `take <slot>` to one of them, and that one lets go.
import type { Environment, Seat, SlotListener } from "./environment";

const SLOTS = [1, 2, 3, 4].map((n) => `las-stream-${n}`);
/** Milliseconds between having a slot and using it: the stream of whoever had it before, even of a crashed tab, has ended. */
const HAND_OVER_MS = 200;
/** Milliseconds in which a tab answers one offer only: more would take more slots than it needs. */
const TAKE_MS = 2_500;
/** Milliseconds after which a hidden tab lets go where there are no locks. */
const HIDDEN_MS = 30_000;

/** The part of Web Locks, and of a channel between tabs, that is needed. */
export interface SlotLocks {
  request(name: string, options: LockOptions, hold: (lock: unknown) => Promise<void> | undefined): Promise<unknown>;
}
export interface SlotChannel {
  say(message: string): void;
  close(): void;
}
export type OpenChannel = (hear: (message: string) => void) => SlotChannel;
type Clock = Pick<Environment, "now" | "after">;

/** A seat with locks: plain HTTP on other hosts than localhost has none. */
class LockSeat implements Seat {
  private readonly channel: SlotChannel;
  private held: { slot: string; release: () => void } | null = null;
  private line: { abort: AbortController; isPatient: boolean } | null = null;
  private tookAt = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly listener: SlotListener,
    private readonly clock: Clock,
    private readonly locks: SlotLocks,
    openChannel: OpenChannel,
  ) {
    this.channel = openChannel((message) => this.hear(message));
  }

  want(isPatient: boolean): void {
    if (this.held !== null) return;
    if (this.line === null) {
      this.line = { abort: new AbortController(), isPatient };
      void this.enter(this.line);
    } else if (isPatient) {
      this.line.isPatient = true;
      this.channel.say("want");
    }
  }

  offer(): void {
    if (this.held !== null) this.channel.say(`offer ${this.held.slot}`);
  }

  letGo(): void {
    this.line?.abort.abort();
    this.line = null;
    this.held?.release();
    this.held = null;
  }

  end(): void {
    this.letGo();
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
    this.channel.say("want");
  }

  /** Resolves once the lock was had or not, not when it is released. */
  private request(slot: string, line: { abort: AbortController }, options: LockOptions): Promise<void> {
    return new Promise((asked, fail) => {
      const hold = (lock: unknown): Promise<void> | undefined => {
        asked();
        // A second slot, or one that came too late: back at once.
        if (lock === null || line !== this.line) return undefined;
        this.line = null;
        line.abort.abort();
        return new Promise((release) => {
          const held = { slot, release };
          this.held = held;
          this.tookAt = Number.NEGATIVE_INFINITY;
          this.clock.after(HAND_OVER_MS, () => {
            if (this.held === held) this.listener.onGranted();
          });
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
    if (word === "offer" && this.line?.isPatient && Math.abs(this.clock.now() - this.tookAt) > TAKE_MS) {
      this.tookAt = this.clock.now();
      this.channel.say(`take ${slot}`);
    }
  }
}

/** A seat without locks: every tab has a slot, and a hidden one is asked for it after a while. */
class TimedSeat implements Seat {
  private stop: () => void = () => {};

  constructor(
    private readonly listener: SlotListener,
    private readonly clock: Clock,
  ) {}

  want(isPatient: boolean): void {
    this.stop();
    this.stop = this.clock.after(0, () => {
      this.listener.onGranted();
      if (!isPatient) this.offer();
    });
  }

  offer(): void {
    this.stop();
    this.stop = this.clock.after(HIDDEN_MS, () => this.listener.onAsked());
  }

  letGo(): void {
    this.stop();
  }

  end(): void {
    this.stop();
  }
}

/** This tab's seat among the tabs of its origin; `locks` are missing on plain HTTP. */
export function takeSeat(
  listener: SlotListener,
  clock: Clock,
  locks: SlotLocks | undefined,
  openChannel: OpenChannel,
): Seat {
  return locks === undefined ? new TimedSeat(listener, clock) : new LockSeat(listener, clock, locks, openChannel);
}
