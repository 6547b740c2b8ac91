// What may happen to a tab, its network and its server, one at a time and in any order.
import type { SlotListener } from "../environment";
import { FakeClock } from "./fake-clock";
import { SimulatedNetwork } from "./simulated-network";
import { SimulatedSeat } from "./simulated-seat";
import { SimulatedServer } from "./simulated-server";
import { SimulatedTab } from "./simulated-tab";

const FILTERS = ["", "source=a", "source=b"];
const STATUSES = [200, 401, 404, 409, 429, 503];
const LISTENERS = [null, "polling", "degraded"] as const;

function pick<T extends number | string | null>(list: readonly T[], n: number): T {
  const chosen = list[n % list.length];
  if (chosen === undefined) throw new Error("an empty list");
  return chosen;
}

export class World {
  readonly clock = new FakeClock();
  readonly server = new SimulatedServer();
  readonly network = new SimulatedNetwork(this.clock, this.server, () => this.random());
  readonly slots = { areFull: false };
  private seed = 1;
  tab = this.open("", true);

  constructor() {
    const beat = () => {
      this.server.heartbeat();
      this.clock.after(15_000, beat);
    };
    beat();
  }

  /** The reader loads the page. */
  open(query: string, isVisible: boolean): SimulatedTab {
    const makeSeat = (listener: SlotListener) => new SimulatedSeat(listener, this.slots, this.clock);
    return new SimulatedTab(this.network, makeSeat, query, isVisible);
  }

  reopen(): void {
    this.tab.close();
    this.tab = this.open(this.tab.query, this.tab.isVisible);
  }

  cut(): void {
    for (const source of [...this.network.sources]) source.cut();
  }

  trickle(length: number): void {
    for (const source of [...this.network.sources]) source.deliver(length);
  }

  private random(): number {
    this.seed = (this.seed * 48_271) % 2_147_483_647;
    return this.seed / 2_147_483_647;
  }
}

type Act = (world: World, n: number) => void | Promise<void>;

export const ACTIONS = {
  idle: ({ clock }) => clock.advance(20),
  post: ({ server, clock }, n) => {
    const second = Math.floor((clock.now() - Date.UTC(2026, 10, 23)) / 1_000);
    for (let row = 0; row <= n % 3; row += 1)
      server.post(pick(["a", "b", "c"], n + row), second, n % 5 === 0 ? n % 90 : 0);
  },
  hideOne: ({ server }, n) => server.hide(n),
  flow: ({ clock }) => clock.advance(200),
  wait: ({ clock }, n) => clock.advance(pick([1_000, 5_000, 15_000, 45_000], n)),
  older: ({ tab }) => tab.loadOlder(),
  filter: ({ tab }, n) => tab.filter(pick(FILTERS, n)),
  duplicate: ({ server }, n) => server.repeat(1 + (n % 5)),
  cut: (world) => world.cut(),
  cutFrame: (world, n) => {
    world.trickle(n);
    world.cut();
  },
  trickle: (world, n) => world.trickle(n),
  stall: ({ network }) => {
    for (const source of network.sources) source.stall();
  },
  reconnectOdd: (world, n) => {
    const { epoch, log } = world.server;
    world.network.oddId = pick(["first", "head", `x9.${log.length}`, `${epoch}.${log.length + 5}`, "?"], n);
    world.cut();
  },
  reset: ({ server }, n) => server.restore(n % 3),
  unreadable: ({ server }) => server.sendUnreadable(),
  refuseLists: ({ network }, n) => {
    network.status.list = pick(STATUSES, n);
  },
  refuseStreams: (world, n) => {
    world.network.status.stream = pick(STATUSES, n);
    if (n % 2 === 0) world.cut();
  },
  offline: (world, n) => {
    world.network.isOffline = n % 2 === 0;
    if (world.network.isOffline) world.cut();
    else world.tab.tell("online");
  },
  slow: ({ network }, n) => {
    network.delayMs = pick([5, 500, 3_000, 12_000], n);
    network.ignoresAborts = n % 3 !== 0;
  },
  mute: ({ network }, n) => {
    network.isMute = n % 2 === 0;
  },
  hide: ({ tab }) => tab.tell("hidden"),
  show: ({ tab }) => tab.tell("shown"),
  takeSlot: ({ tab }) => {
    if (!tab.hasSlot) return;
    tab.ask();
    if (tab.hasSlot !== tab.isVisible) throw new Error("a hidden tab gives its slot, a visible one keeps it");
  },
  fillSlots: ({ slots }, n) => {
    slots.areFull = n % 2 === 0;
  },
  leave: ({ tab }, n) => {
    tab.tell("left");
    if (n % 2 === 0) tab.tell(tab.isVisible ? "shown" : "hidden");
    else tab.tell("hidden");
  },
  jump: ({ clock }, n) => clock.jump(pick([60_000, 3_600_000, -60_000], n)),
  sayListener: ({ server }, n) => {
    server.listener = pick(LISTENERS, n) ?? undefined;
    server.heartbeat();
  },
  tryNow: ({ tab }) => tab.tell("tryNow"),
  signIn: ({ tab, network }, n) => {
    if (n % 2 === 0) network.status = { list: 200, stream: 200 };
    tab.signIn();
  },
  close: (world) => world.reopen(),
} satisfies Record<string, Act>;

export type ActionName = keyof typeof ACTIONS;
