/** Out: the process's one meeting place of doorbells and readers. It follows the teams somebody is connected to. */
import { ActivityError } from "@/activity/errors";
import { type Channel, listen } from "@/db/channel";
import { getDatabase } from "@/db/client";
import type { Signal } from "@/db/doorbells/signal";
import type { Driver } from "@/db/drivers/driver";
import { inTime } from "@/db/in-time";
import { listHeads } from "@/db/queries/list-heads";
import { log } from "@/log";
import { ListenerReport, type ListenerState } from "./listener-state";
import { Replays } from "./replays";
import { DEFAULT_SETTINGS, type HubSettings } from "./settings";
import { type Reader, Subscriber } from "./subscriber";
import { TeamFeed } from "./team-feed";

/** Whose access changed. */
export type AccessSignal = Extract<Signal, { topic: "access" }>;

/** The time from the first reader to the last: LISTEN is open, and the heads are polled. */
interface Session {
  channel: Channel | null;
  isOver: boolean;
  /** Ends the pause between two polls; `isWoken` while none is under way, so that the next one is left out. */
  wake(): void;
  isWoken: boolean;
  ticker: NodeJS.Timeout;
}

const TICKS_PER_HEARTBEAT = 30;

export class Hub {
  private readonly settings: HubSettings;
  private readonly feeds = new Map<string, TeamFeed>();
  private readonly subscribers = new Set<Subscriber>();
  private readonly accessHandlers = new Set<(signal: AccessSignal) => void>();
  private readonly replays = new Replays(() => this.database());
  private readonly report = new ListenerReport();
  private session: Session | null = null;
  private closing = Promise.resolve();
  private isShutDown = false;

  constructor(
    private readonly driver: () => Promise<Driver>,
    settings: Partial<HubSettings> = {},
  ) {
    this.settings = { ...DEFAULT_SETTINGS, ...settings };
  }

  /** Throws `unavailable` when this server, `too_many_requests` when the team has all the streams it may have. */
  assertRoom(teamId: string): void {
    const retryAfter = 5 + Math.floor(Math.random() * 10);
    if (this.isShutDown) throw new ActivityError("unavailable", "The server is shutting down", { retryAfter: 1 });
    if (this.subscribers.size >= this.settings.maxStreams)
      throw new ActivityError("unavailable", "This server has all the streams it can hold", { retryAfter });
    if ((this.feeds.get(teamId)?.size ?? 0) >= this.settings.maxTeamStreams)
      throw new ActivityError("too_many_requests", "This team has too many open streams", { retryAfter });
  }

  /** Starts sending to an authorised reader; the returned function is to be called when it has gone. */
  subscribe(reader: Reader): () => void {
    if (this.isShutDown) {
      reader.sink.close();
      return () => {};
    }
    const feed = this.feeds.get(reader.teamId) ?? new TeamFeed(reader.teamId, () => this.database());
    this.feeds.set(reader.teamId, feed);
    const subscriber = new Subscriber(reader, feed, this.settings, this.replays, (ended) => this.forget(ended, feed));
    this.subscribers.add(subscriber);
    this.session ??= this.openSession();
    void subscriber.start();
    return () => subscriber.end("its reader went away");
  }

  /** Calls `handler` on every change of access, before open streams are checked again. Returns how to stop it. */
  onAccess(handler: (signal: AccessSignal) => void): () => void {
    this.accessHandlers.add(handler);
    return () => this.accessHandlers.delete(handler);
  }

  listenerState(): ListenerState {
    return this.report.current;
  }

  /** Ends every stream after a whole frame, takes no more, and resolves when LISTEN is closed. */
  async shutDown(): Promise<void> {
    this.isShutDown = true;
    for (const subscriber of [...this.subscribers]) subscriber.end("the server is shutting down");
    await this.closing;
  }

  private async database() {
    return (await this.driver()).db;
  }

  private forget(subscriber: Subscriber, feed: TeamFeed): void {
    this.subscribers.delete(subscriber);
    if (feed.size === 0 && this.feeds.get(feed.teamId) === feed) this.feeds.delete(feed.teamId);
    if (this.subscribers.size > 0 || this.session === null) return;
    const { session } = this;
    this.session = null;
    session.isOver = true;
    session.wake();
    clearInterval(session.ticker);
    this.report.idle();
    this.closing = Promise.all([this.closing, session.channel?.close()]).then(() => {});
  }

  private openSession(): Session {
    const period = Math.max(5, Math.min(500, this.settings.heartbeatMs / TICKS_PER_HEARTBEAT));
    const ticker = setInterval(() => this.tick(), period);
    const session: Session = { channel: null, isOver: false, wake: () => {}, isWoken: false, ticker };
    session.wake = () => {
      session.isWoken = true;
    };
    this.report.channel({ state: "polling", reason: "connecting" });
    void this.poll(session);
    return session;
  }

  private tick(): void {
    const now = performance.now();
    for (const subscriber of [...this.subscribers]) if (subscriber.tick(now)) this.recheck(subscriber);
  }

  /** The fallback beside the doorbell: looks at all heads in one query, so a lost notification costs one period at most. */
  private async poll(session: Session): Promise<void> {
    while (!session.isOver) {
      try {
        const driver = await inTime(this.driver());
        if (session.isOver) return;
        session.channel ??= this.openChannel(driver, session);
        const followed = [...this.feeds.values()];
        const ids = followed.map(({ teamId }) => teamId);
        const heads = await inTime(listHeads(driver.db, ids));
        this.report.readable();
        for (const feed of followed) {
          const head = heads.get(feed.teamId);
          if (head === undefined) for (const follower of feed.all()) follower.end("the team was deleted");
          else if (feed.differsFrom(head)) this.pump(feed);
        }
        if (this.report.current.state !== "live") for (const one of this.subscribers) this.recheck(one);
      } catch (error) {
        this.noteFailure(error);
      }
      await this.pause(session);
    }
  }

  private async pause(session: Session): Promise<void> {
    if (!session.isWoken) {
      await new Promise<void>((done) => {
        const timer = setTimeout(done, this.settings.pollMs);
        session.wake = () => {
          clearTimeout(timer);
          done();
        };
      });
    }
    session.isWoken = false;
    session.wake = () => {
      session.isWoken = true;
    };
  }

  private openChannel(driver: Driver, session: Session): Channel {
    return listen(
      driver,
      (signal) => this.hear(signal),
      (state) => {
        if (session.isOver) return;
        this.report.channel(state);
        // What rang before LISTEN stood was not heard.
        if (state.state === "live") session.wake();
      },
    );
  }

  private hear(signal: Signal): void {
    if (signal.topic === "activity") {
      const feed = this.feeds.get(signal.teamId);
      if (feed?.isNews(signal.seq)) this.pump(feed);
      return;
    }
    for (const handler of this.accessHandlers) handler(signal);
    for (const subscriber of this.subscribers) {
      const { teamId, userId } = subscriber.reader;
      if ("teamId" in signal ? teamId === signal.teamId : userId === signal.userId) this.recheck(subscriber);
    }
  }

  private pump(feed: TeamFeed): void {
    feed.pump().catch((error: unknown) => this.noteFailure(error));
  }

  private recheck(subscriber: Subscriber): void {
    subscriber.recheck().catch((error: unknown) => log.warn({ err: error }, "a stream's access could not be checked"));
  }

  private noteFailure(error: unknown): void {
    if (this.session !== null && this.report.unreadable(error))
      log.error({ err: error }, "live events cannot be read; trying again");
  }
}

const KEY = Symbol.for("las.hub");
const globals = globalThis as { [KEY]?: Hub | undefined };

/** The process's hub. */
export function getHub(): Hub {
  globals[KEY] ??= new Hub(getDatabase);
  return globals[KEY];
}

/** How live events travel at this moment, for health: `idle` while nobody is connected. */
export function getListenerState(): ListenerState {
  return getHub().listenerState();
}
