/** Out: the process's one meeting place of doorbells and readers. It follows the teams somebody is connected to. */
import { ActivityError } from "@/activity/errors";
import { getDatabase } from "@/db/client";
import type { Signal } from "@/db/doorbells/signal";
import type { Driver } from "@/db/drivers/driver";
import { inTime } from "@/db/in-time";
import { listHeads } from "@/db/queries/list-heads";
import { log } from "@/log";
import { metrics } from "@/metrics";
import { TeamFeed } from "./feed/team-feed";
import { type ListenerNote, ListenerReport, type ListenerState } from "./listener-state";
import { FirstPage } from "./newest/first-page";
import { Allowance, Newest } from "./newest/newest";
import { Replays } from "./reader/replays";
import { type Reader, Subscriber } from "./reader/subscriber";
import { SelfTest } from "./self-test";
import { Session } from "./session";
import { DEFAULT_SETTINGS, type HubSettings } from "./settings";

const TICKS_PER_HEARTBEAT = 30;

export class Hub {
  private readonly settings: HubSettings;
  private readonly feeds = new Map<string, TeamFeed>();
  private readonly subscribers = new Set<Subscriber>();
  private readonly accessHandlers = new Set<() => void>();
  private readonly replays = new Replays(() => this.database());
  private readonly allowance: Allowance;
  private readonly report = new ListenerReport();
  /** Whether doorbells arrive while nobody is connected; for health. */
  readonly selfTest: SelfTest;
  /** What readers were last told of the listener. */
  private note: ListenerNote;
  private session: Session | null = null;
  private closing = Promise.resolve();
  private isShutDown = false;

  constructor(
    private readonly driver: () => Promise<Driver>,
    settings: Partial<HubSettings> = {},
  ) {
    this.settings = { ...DEFAULT_SETTINGS, ...settings };
    this.allowance = new Allowance(this.settings.keptBytes);
    this.selfTest = new SelfTest(driver, this.report, () => this.session === null && !this.isShutDown);
  }

  /** Throws `unavailable` when this server, `too_many_requests` when the team, or the link, has all the streams it may have. */
  assertRoom(teamId: string, linkId?: string): void {
    const retryAfter = 5 + Math.floor(Math.random() * 10);
    if (this.isShutDown) throw new ActivityError("unavailable", "The server is shutting down", { retryAfter: 1 });
    if (this.subscribers.size >= this.settings.maxStreams)
      throw new ActivityError("unavailable", "This server has all the streams it can hold", { retryAfter });
    if ((this.feeds.get(teamId)?.size ?? 0) >= this.settings.maxTeamStreams)
      throw new ActivityError("too_many_requests", "This team has too many open streams", { retryAfter });
    if (linkId === undefined) return;
    let size = 0;
    for (const { reader } of this.subscribers) if (reader.linkId === linkId) size += 1;
    if (size >= this.settings.maxLinkStreams)
      throw new ActivityError("too_many_requests", "This link has too many open streams", { retryAfter });
  }

  /** Starts sending to an authorised reader; the returned function is to be called when it has gone. */
  subscribe(reader: Reader): () => void {
    if (this.isShutDown) {
      reader.sink.close();
      return () => {};
    }
    const feed = this.feeds.get(reader.teamId) ?? this.openFeed(reader.teamId);
    this.feeds.set(reader.teamId, feed);
    const subscriber = new Subscriber(reader, feed, this.settings, this.replays, (ended) => this.forget(ended, feed));
    this.subscribers.add(subscriber);
    metrics.streamsOpen[reader.sink.door] += 1;
    this.session ??= this.openSession();
    void subscriber.start();
    return () => subscriber.end("client_gone");
  }

  /**
   * Calls `handler` on every change of access, and whenever one may have gone unheard, before open streams are checked again.
   * Returns how to stop it.
   */
  onAccess(handler: () => void): () => void {
    this.accessHandlers.add(handler);
    return () => this.accessHandlers.delete(handler);
  }

  listenerState(): ListenerState {
    return this.report.current;
  }

  /** Ends every stream after a whole frame, takes no more, and resolves when nobody listens any more. */
  async shutDown(): Promise<void> {
    this.isShutDown = true;
    for (const subscriber of [...this.subscribers]) subscriber.end("shutdown");
    await Promise.all([this.closing, this.selfTest.ended()]);
  }

  /** The top of the team's feed in memory; null while nobody of the team is connected. */
  firstPage(teamId: string): FirstPage | null {
    return this.feeds.get(teamId)?.firstPage ?? null;
  }

  private openFeed(teamId: string): TeamFeed {
    const { keptEvents, keptTeamBytes } = this.settings;
    const newest = new Newest({ events: keptEvents, bytes: keptTeamBytes }, this.allowance);
    const firstPage = new FirstPage(newest, this.allowance);
    return new TeamFeed(teamId, { db: () => this.database(), listener: () => this.note }, newest, firstPage);
  }

  private async database() {
    return (await this.driver()).db;
  }

  private forget(subscriber: Subscriber, feed: TeamFeed): void {
    if (this.subscribers.delete(subscriber)) metrics.streamsOpen[subscriber.reader.sink.door] -= 1;
    if (feed.size === 0 && this.feeds.get(feed.teamId) === feed) {
      this.feeds.delete(feed.teamId);
      feed.close();
    }
    if (this.subscribers.size > 0 || this.session === null) return;
    const { session } = this;
    this.session = null;
    this.report.idle();
    this.note = undefined;
    this.closing = Promise.all([this.closing, session.close()]).then(() => {});
  }

  private openSession(): Session {
    this.report.connecting();
    return new Session(
      {
        driver: this.driver,
        onSignal: (signal) => this.hear(signal),
        onState: (via, state) => {
          this.report.channel(via, state);
          this.tellReaders();
          // What was revoked before anybody listened was not heard.
          if (state.state === "live") this.recheckAll();
        },
        poll: (driver) => this.poll(driver),
        onFailure: (error) => this.noteFailure(error),
        onTick: () => this.tick(),
      },
      {
        pollMs: this.settings.pollMs,
        tickMs: Math.max(5, Math.min(500, this.settings.heartbeatMs / TICKS_PER_HEARTBEAT)),
      },
    );
  }

  private tick(): void {
    this.tellReaders();
    const now = performance.now();
    for (const subscriber of [...this.subscribers]) {
      const { endsAt } = subscriber.reader;
      if (endsAt !== undefined && Date.now() >= endsAt) subscriber.end("revoked");
      else if (subscriber.tick(now)) this.recheck(subscriber);
    }
  }

  /** A heartbeat to everybody at once when the way that live events take has changed. */
  private tellReaders(): void {
    const note = this.report.note();
    if (note === this.note) return;
    this.note = note;
    for (const subscriber of [...this.subscribers]) subscriber.beat();
  }

  /** Looks at all heads in one query. */
  private async poll({ db }: Driver): Promise<void> {
    const followed = [...this.feeds.values()];
    metrics.polls += 1;
    metrics.hubQueries.heads += 1;
    const ids = followed.map(({ teamId }) => teamId);
    const heads = await inTime(listHeads(db, ids));
    this.report.readable();
    this.tellReaders();
    const { state } = this.report.current;
    for (const feed of followed) {
      const head = heads.get(feed.teamId);
      if (head === undefined) for (const follower of feed.all()) follower.end("team_deleted");
      else if (feed.differsFrom(head)) {
        if (state === "live") metrics.eventsFoundByPoll += feed.unheard(head);
        this.pump(feed);
      }
    }
    if (state !== "live") this.recheckAll();
  }

  private hear(signal: Signal): void {
    metrics.doorbellsHeard += 1;
    if (signal.topic === "activity") {
      const feed = this.feeds.get(signal.teamId);
      if (feed?.isNews(signal.seq)) this.pump(feed);
      return;
    }
    for (const handler of this.accessHandlers) handler();
    for (const subscriber of this.subscribers) {
      const { teamId, userId } = subscriber.reader;
      if ("teamId" in signal ? teamId === signal.teamId : userId === signal.userId) this.recheck(subscriber);
    }
  }

  private pump(feed: TeamFeed): void {
    feed.pump().catch((error: unknown) => this.noteFailure(error));
  }

  /** Where a change may have gone unheard: an answer kept from before would hide it. */
  private recheckAll(): void {
    for (const handler of this.accessHandlers) handler();
    for (const subscriber of this.subscribers) this.recheck(subscriber);
  }

  private recheck(subscriber: Subscriber): void {
    subscriber.recheck().catch((error: unknown) => log.warn({ err: error }, "a stream's access could not be checked"));
  }

  private noteFailure(error: unknown): void {
    if (this.session === null) return;
    if (this.report.unreadable(error)) log.error({ err: error }, "live events cannot be read; trying again");
    this.tellReaders();
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
  getHub().selfTest.runAgain();
  return getHub().listenerState();
}
