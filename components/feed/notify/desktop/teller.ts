import type { Activity } from "@/activity/activity";
import { isMention } from "../whose";
import { isWorthTelling } from "./is-worth-telling";
import type { Burst } from "./say-burst";

/** Milliseconds in which what comes together becomes one notification, and between two of them at least. */
export const GATHER_MS = 2_000;
export const EVERY_MS = 20_000;

/** What a tab says to the other tabs of a team: seqs that somebody has seen there, or that it has told of. */
export type TabMessage = { type: "seen"; seqs: number[] } | { type: "told"; seqs: number[]; mentions: number };

/** What telling needs of the browser. */
export interface Desk {
  now: () => number;
  after: (ms: number, act: () => void) => () => void;
  /** The activities of these seqs, as far as the top of the list has them: what is held back, or folded away, is not among its rows. */
  read: (seqs: ReadonlySet<number>) => Promise<readonly Activity[]>;
  /** Runs `act` while no other tab does. */
  inTurn: (act: () => void) => Promise<void>;
  say: (message: TabMessage) => void;
  tell: (burst: Burst) => void;
  /** Takes back what was told: somebody has come to look, or another tab tells. */
  takeBack: () => void;
}

/** Decides what the desktop is told, when, and by which of several tabs. */
export class Teller {
  private before: ReadonlySet<number>;
  private waiting = new Map<number, Activity>();
  private unknown = new Set<number>();
  private told = { count: 0, mentions: 0, at: Number.NEGATIVE_INFINITY };
  private stop: (() => void) | null = null;
  private wasLookedAt = false;

  constructor(
    private readonly me: string,
    private readonly openedAt: number,
    arrived: ReadonlySet<number>,
    private readonly desk: Desk,
  ) {
    this.before = arrived;
  }

  /** What the list shows now, what has come by its stream, and whether somebody looks at it. */
  see(items: readonly Activity[], arrived: ReadonlySet<number>, isLookedAt: boolean): void {
    const fresh = new Set([...arrived].filter((seq) => !this.before.has(seq)));
    this.before = arrived;
    const isFirstLook = isLookedAt && !this.wasLookedAt;
    this.wasLookedAt = isLookedAt;
    if (isLookedAt) {
      this.forget();
      if (isFirstLook || fresh.size > 0) this.desk.say({ type: "seen", seqs: [...fresh] });
      return;
    }
    for (const item of items) if (fresh.delete(item.seq)) this.add(item);
    for (const seq of fresh) this.unknown.add(seq);
    if (this.waiting.size + this.unknown.size > 0) this.schedule();
  }

  /** What another tab says. */
  hear(message: TabMessage): void {
    for (const seq of message.seqs) {
      this.waiting.delete(seq);
      this.unknown.delete(seq);
    }
    const { count, mentions, at } = this.told;
    this.told =
      message.type === "seen"
        ? { count: 0, mentions: 0, at }
        : { count: count + message.seqs.length, mentions: mentions + message.mentions, at: this.desk.now() };
    this.desk.takeBack();
  }

  /** Tells nothing more. */
  end(): void {
    this.forget();
  }

  private add(activity: Activity): void {
    if (isWorthTelling(activity, this.me, this.openedAt)) this.waiting.set(activity.seq, activity);
  }

  private forget(): void {
    this.stop?.();
    this.stop = null;
    this.waiting.clear();
    this.unknown.clear();
    this.told = { ...this.told, count: 0, mentions: 0 };
    this.desk.takeBack();
  }

  private schedule(): void {
    if (this.stop !== null) return;
    const { now, after } = this.desk;
    const wait = Math.max(GATHER_MS, this.told.at + EVERY_MS - now());
    this.stop = after(wait, () => {
      this.stop = null;
      void this.flush();
    });
  }

  private async flush(): Promise<void> {
    if (this.unknown.size > 0) {
      const asked = new Set(this.unknown);
      // What cannot be read just now is in the list when somebody comes; what is known must not wait for it.
      const found = await this.desk.read(asked).catch(() => []);
      // Meanwhile another tab may have told of some, or somebody has looked.
      for (const item of found) if (this.unknown.has(item.seq)) this.add(item);
      for (const seq of asked) this.unknown.delete(seq);
    }
    if (this.waiting.size > 0) await this.desk.inTurn(() => this.tell());
  }

  private tell(): void {
    const all = [...this.waiting.values()].toSorted((one, other) => other.seq - one.seq);
    const [latest] = all;
    if (latest === undefined) return;
    this.waiting.clear();
    const mentions = all.filter((one) => isMention(one, this.me)).length;
    const { told, desk } = this;
    this.told = { count: told.count + all.length, mentions: told.mentions + mentions, at: desk.now() };
    desk.say({ type: "told", seqs: all.map(({ seq }) => seq), mentions });
    desk.tell({ latest, count: this.told.count, mentions: this.told.mentions });
  }
}
