// What lies between a tab and the server: delay, refusals, cuts, and a browser's own EventSource and fetch.
import { createParser } from "eventsource-parser";
import type { ActivityPage } from "@/activity/activity";
import { ActivityError, type ErrorCode } from "@/activity/errors";
import type { SourceListener } from "../environment";
import type { FakeClock } from "./fake-clock";
import type { SimulatedServer, Wire } from "./simulated-server";

const CODES: Record<number, ErrorCode> = { 401: "unauthenticated", 404: "not_found", 429: "too_many_requests" };
const CONNECT_MS = 20;
const DELIVER_MS = 10;

export class SimulatedNetwork {
  isOffline = false;
  status = { list: 200, stream: 200 };
  /** How long a list takes at most: requests overtake each other. */
  delayMs = 5;
  /** With what id the browser's next own reconnect comes, instead of the newest; `first`: the one its address has; `head`: none at all. */
  oddId: string | null = null;
  /** What was given up answers nevertheless: requests, and sources with what was on its way. */
  ignoresAborts = false;
  /** Requests of the stream's client are never answered: its connection is dead. */
  isMute = false;
  readonly sources = new Set<SimulatedSource>();

  constructor(
    readonly clock: FakeClock,
    readonly server: SimulatedServer,
    readonly random: () => number,
  ) {}

  /** The server reads when it is asked; what it read may come much later. */
  request(path: string, signal?: AbortSignal): Promise<ActivityPage> {
    const status = this.isOffline ? 0 : this.status.list;
    const page = this.server.list(path.split("?")[1]?.split("#")[0] ?? "");
    return new Promise((answer, refuse) => {
      if (!this.ignoresAborts)
        signal?.addEventListener("abort", () => refuse(new ActivityError("unavailable", "aborted")));
      if (this.isMute && signal !== undefined) return;
      this.clock.after(this.delayMs * this.random(), () => {
        if (status === 200) answer(page);
        else refuse(new ActivityError(CODES[status] ?? "unavailable", `status ${status}`));
      });
    });
  }
}

/** A native EventSource: reconnects by itself after a cut with the last id it heard, gives up after a refusal. */
export class SimulatedSource {
  private isClosed = false;
  private retryMs = 3_000;
  private lastId: string | null = null;
  private wire: Wire | null = null;
  private inFlight = "";
  /** The connection is dead and nobody has noticed. */
  isStalled = false;
  private parser = this.makeParser();

  constructor(
    private readonly network: SimulatedNetwork,
    private readonly path: string,
    private readonly listener: SourceListener,
  ) {
    network.sources.add(this);
    network.clock.after(CONNECT_MS, () => this.connect());
  }

  close(): void {
    this.isClosed = true;
    this.network.sources.delete(this);
    const rest = this.inFlight;
    if (this.network.ignoresAborts && rest !== "") this.network.clock.after(DELIVER_MS, () => this.parser.feed(rest));
    this.hangUp();
  }

  /** The connection breaks; what was on its way is lost, perhaps from the middle of a frame. */
  cut(): void {
    if (this.wire === null) return;
    this.hangUp();
    this.comeBack();
  }

  stall(): void {
    if (this.wire !== null) this.isStalled = true;
  }

  /** Hands over a part of what is on its way. */
  deliver(length = this.inFlight.length): void {
    const part = this.inFlight.slice(0, length);
    this.inFlight = this.inFlight.slice(length);
    if (!this.isStalled && part !== "") this.parser.feed(part);
  }

  private connect(): void {
    const { server, status, isOffline, clock } = this.network;
    if (this.isClosed) return;
    if (isOffline) {
      this.comeBack();
      return;
    }
    if (status.stream !== 200) {
      this.isClosed = true;
      this.network.sources.delete(this);
      this.listener.onError(true);
      return;
    }
    const query = this.path.split("?")[1] ?? "";
    const wire: Wire = {
      write: (text) => {
        this.inFlight += text;
        clock.after(DELIVER_MS, () => {
          if (this.wire === wire) this.deliver();
        });
      },
      end: () => this.cut(),
    };
    this.wire = wire;
    this.isStalled = false;
    this.parser = this.makeParser();
    const first = new URLSearchParams(query).get("lastEventId");
    const { oddId } = this.network;
    const id =
      this.lastId === null || oddId === "first" ? first : oddId === "head" ? server.head() : (oddId ?? this.lastId);
    if (this.lastId !== null) this.network.oddId = null;
    server.connect(query, id ?? "", wire);
  }

  private comeBack(): void {
    this.listener.onError(false);
    this.network.clock.after(this.retryMs, () => this.connect());
  }

  private hangUp(): void {
    if (this.wire !== null) this.network.server.disconnect(this.wire);
    this.wire = null;
    this.inFlight = "";
    this.isStalled = false;
  }

  private makeParser() {
    return createParser({
      onEvent: ({ event, id, data }) => {
        this.lastId = id ?? this.lastId;
        this.listener.onMessage(event ?? "message", this.lastId ?? "", data);
      },
      onRetry: (ms) => {
        this.retryMs = ms;
      },
    });
  }
}
