// A tab: the real client on a simulated browser, with pages read and merged as the feed's hooks do it.
import type { Activity, ActivityPage } from "@/activity/activity";
import { arrange } from "../../list/arrange";
import { edgeOf, type Place } from "../../list/edge-of";
import type { Environment, Seat, SlotListener, SourceListener, TabEvent } from "../environment";
import { followStream, type LiveState } from "../follow-stream";
import { spaceReloads } from "../space-reloads";
import { type SimulatedNetwork, SimulatedSource } from "./simulated-network";

const PATH = "/api/teams/acme/activities";
const IDLE: LiveState = { connection: "connecting", listener: null, arrived: [], hidden: new Set(), skipped: 0 };

const seqOf = (id: string) => Number(id.split(".")[1]);

export class SimulatedTab {
  query = "";
  isVisible = true;
  /** Gone to load the page anew. */
  hasLeft = false;
  /** The reader is asked to sign in. */
  isSignedOut = false;
  hasSlot = false;
  source: SimulatedSource | null = null;
  live = IDLE;
  /** The first row that is shown while the reader is below it. */
  roof: Place | null = null;
  /** The newest id that the follower has heard. */
  private newest = "";
  /** Tells the follower that another tab wants its slot. */
  ask: () => void = () => {};
  private pages: readonly ActivityPage[] = [];
  private hasFailed = false;
  private isReadingOlder = false;
  private generation = 0;
  private unfollow: (() => void) | null = null;
  private readonly listeners = new Set<(event: TabEvent) => void>();
  private readonly environment: Environment;
  private readonly onReload: (reload: () => void) => void;

  constructor(
    private readonly network: SimulatedNetwork,
    private readonly makeSeat: (listener: SlotListener) => Seat,
    query: string,
    isVisible: boolean,
  ) {
    const { clock } = network;
    this.query = query;
    this.isVisible = isVisible;
    this.environment = {
      now: () => clock.now(),
      random: network.random,
      after: (ms, act) => clock.after(ms, act),
      openSource: (path, listener) => this.openSource(path, listener),
      readPage: (path, signal) => network.request(path, signal),
      isVisible: () => this.isVisible,
      watchTab: (listener) => {
        this.listeners.add(listener);
        return () => this.listeners.delete(listener);
      },
      takeSeat: (listener) => this.takeSeat(listener),
      signIn: () => {
        this.isSignedOut = true;
      },
      leave: () => {
        this.hasLeft = true;
      },
    };
    this.onReload = spaceReloads(this.environment);
    this.read();
  }

  get shown(): readonly Activity[] {
    return arrange(this.pages, this.live.arrived, Number.POSITIVE_INFINITY, this.live.hidden).items;
  }

  get edge(): Place | null {
    return edgeOf(this.pages.at(-1));
  }

  get isReady(): boolean {
    return this.pages.length > 0 && !this.isReadingOlder;
  }

  tell(event: TabEvent): void {
    if (event === "shown" || event === "hidden") this.isVisible = event === "shown";
    for (const listener of this.listeners) listener(event);
  }

  signIn(): void {
    if (!this.isSignedOut) return;
    this.isSignedOut = false;
    this.tell("signedIn");
  }

  filter(query: string): void {
    if (query === this.query) return;
    this.query = query;
    this.read();
  }

  /** What the reader does about a list that could not be read. */
  retry(): void {
    if (!this.hasFailed) return;
    this.hasFailed = false;
    if (this.pages.length === 0) this.read();
    else this.loadOlder();
  }

  loadOlder(): void {
    const cursor = this.pages.at(-1)?.nextCursor;
    if (!cursor || this.isReadingOlder) return;
    this.isReadingOlder = true;
    this.request(cursor, (page) => {
      this.pages = [...this.pages, page];
    });
  }

  close(): void {
    this.generation += 1;
    this.stopFollowing();
  }

  /** Reads the list anew; the stream goes on from there. */
  private read(): void {
    this.generation += 1;
    this.stopFollowing();
    this.pages = [];
    this.request(null, (page) => {
      this.pages = [page];
      this.follow(page.lastEventId);
    });
  }

  private request(cursor: string | null, onPage: (page: ActivityPage) => void): void {
    const { generation } = this;
    const older = cursor === null ? "" : `&cursor=${cursor}`;
    const end = () => {
      if (generation === this.generation) this.isReadingOlder = false;
      return generation === this.generation;
    };
    this.network.request(`${PATH}?${this.query}${older}`).then(
      (page) => {
        if (end()) onPage(page);
      },
      () => {
        if (end()) this.hasFailed = true;
      },
    );
  }

  private follow(lastEventId: string): void {
    const { generation } = this;
    const onReload = () => this.onReload(() => generation === this.generation && this.read());
    // SWR writes what a follower says to the reading shown now, whichever it was made for.
    const onChange = (live: LiveState) => {
      if (generation !== this.generation) throw new Error("a follower that ended changed what is shown");
      this.live = live;
    };
    this.newest = lastEventId;
    const edge = () => this.edge;
    const loaded = () => this.pages.flatMap(({ items }) => items);
    const roof = () => this.roof;
    const options = { path: PATH, query: this.query, lastEventId, edge, roof, loaded, onChange, onReload };
    this.unfollow = followStream(options, this.environment);
  }

  private stopFollowing(): void {
    this.unfollow?.();
    this.unfollow = null;
    this.live = IDLE;
    this.isReadingOlder = false;
    this.hasFailed = false;
    if (this.source !== null || this.hasSlot) throw new Error("a follower that ended left its stream or slot behind");
    if (this.listeners.size > 0) throw new Error("a follower that ended still listens to the tab");
  }

  private takeSeat(listener: SlotListener): Seat {
    this.ask = listener.onAsked;
    const seat = this.makeSeat({
      ...listener,
      onGranted: () => {
        this.hasSlot = true;
        listener.onGranted();
      },
    });
    const letGo = (act: () => void) => () => {
      this.hasSlot = false;
      act();
    };
    return {
      want: (isPatient) => seat.want(isPatient),
      offer: () => seat.offer(),
      letGo: letGo(() => seat.letGo()),
      end: letGo(() => seat.end()),
    };
  }

  private openSource(path: string, listener: SourceListener): () => void {
    if (!this.hasSlot) throw new Error("a stream was opened without a slot");
    if (this.source !== null) throw new Error("a second stream was opened beside the first");
    if (new URLSearchParams(path.split("?")[1]).get("lastEventId") !== this.newest)
      throw new Error("a stream was not opened at the newest id");
    const source = new SimulatedSource(this.network, path, {
      onMessage: (event, id, data) => {
        if (source === this.source && seqOf(id) > seqOf(this.newest)) this.newest = id;
        listener.onMessage(event, id, data);
      },
      onError: (isClosed) => listener.onError(isClosed),
    });
    this.source = source;
    return () => {
      source.close();
      this.source = null;
    };
  }
}
