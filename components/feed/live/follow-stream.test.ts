import fc from "fast-check";
import { expect, it } from "vitest";
import { compareFeedOrder } from "@/activity/merge";
import { MOST_WAITING } from "./skipped";
import { ACTIONS, type ActionName, World } from "./testing/actions";

const NAMES = Object.keys(ACTIONS).filter((name): name is ActionName => name in ACTIONS);
const OFTEN: ActionName[] = ["idle", "post", "post", "post", "flow", "flow", "wait", "older", "filter", "cutFrame"];
const RUNS = 2_000;
const COMMANDS = 50;
const TURN_MS = 5_000;
const TURNS = 40;
/** What a stream has sent is shown so much later at most. */
const SHOWN_MS = 100;

/** The trouble is over: the network and the server answer, the reader tries again what failed. */
function repair({ network, tab }: World): void {
  const wasOffline = network.isOffline;
  Object.assign(network, {
    isOffline: false,
    oddId: null,
    isMute: false,
    delayMs: 5,
    status: { list: 200, stream: 200 },
  });
  if (wasOffline) tab.tell("online");
}

/** What must be there: everything that the filter lets through, down to where the reader has loaded. */
function expected({ server, tab }: World): string[] {
  const { edge } = tab;
  const all = server.all(tab.query);
  return (edge === null ? all : all.filter((activity) => compareFeedOrder(activity, edge) <= 0)).map(({ id }) => id);
}

/** How the tab stands: at rest while hidden, following by its stream or, without a slot, by a list read every few seconds; else null. */
function standing({ tab }: World, turn: number): "resting" | "live" | "polling" | null {
  if (!tab.isVisible && tab.isReady && !tab.hasSlot) return "resting";
  if (!tab.isReady) return null;
  if (tab.live.connection === "live" && tab.source?.isStalled === false) return "live";
  // A poll that began in the trouble may be given up first, after 20 s.
  return tab.live.connection === "polling" && !tab.hasSlot && turn > 5 ? "polling" : null;
}

/** Waits until the tab has what it can have. */
async function settle(world: World): Promise<void> {
  repair(world);
  for (let turn = 0; turn < TURNS; turn += 1) {
    await world.clock.advance(TURN_MS);
    if (world.tab.hasLeft) world.reopen();
    world.tab.signIn();
    world.tab.retry();
    const before = standing(world, turn);
    if (before === "resting") return;
    // The turn may have ended between a stream's first word and its rows.
    await world.clock.advance(SHOWN_MS);
    if (before === null || standing(world, turn) !== before) continue;
    expect(world.tab.shown.map(({ id }) => id)).toEqual(expected(world));
    if (before === "live") expect(world.tab.live.listener).toBe(world.server.listener ?? null);
    return;
  }
  throw new Error(`the tab did not settle: ${world.tab.live.connection}`);
}

interface Action {
  name: ActionName;
  n: number;
}

/** A failure is told as what happened, without the moments in which nothing did. */
const tell = (actions: Action[]) => () =>
  actions.map(({ name, n }, at) => (name === "idle" ? "" : `${at}:${name}(${n})`)).join(" ");
const action: fc.Arbitrary<Action> = fc.record({ name: fc.constantFrom(...OFTEN, ...OFTEN, ...NAMES), n: fc.nat(400) });

it("shows exactly what the server has, whatever happened before", { timeout: 120_000 }, async () => {
  const story = fc
    .array(action, { minLength: COMMANDS, maxLength: COMMANDS })
    .map((actions) => Object.assign(actions, { [fc.toStringMethod]: tell(actions) }));
  await fc.assert(
    fc.asyncProperty(story, fc.boolean(), async (actions, areSlotsFull) => {
      const world = new World();
      world.slots.areFull = areSlotsFull;
      for (const [index, { name, n }] of actions.entries()) {
        await ACTIONS[name](world, n);
        if (world.tab.hasLeft) world.reopen();
        if (index % 17 === 16) await settle(world);
      }
      world.tab.tell("shown");
      await settle(world);
      world.tab.close();
      expect(world.network.sources.size).toBe(0);
    }),
    { numRuns: RUNS },
  );
});

it("keeps no more than it must of what waits above a reader who is far down, and all that lands below", async () => {
  const world = new World();
  const { clock, server } = world;
  server.post("a", 0, 0);
  world.reopen();
  await clock.advance(1_000);
  const [row] = world.tab.shown;
  world.tab.roof = row ?? null;
  let posted = 0;
  for (let batch = 0; batch < 60; batch += 1) {
    for (let n = 0; n < 50; n += 1) server.post("a", 100 + batch, n === 0 ? 1_000 : 0);
    posted += 50;
    await clock.advance(1_000);
  }
  const { arrived, skipped } = world.tab.live;
  const above = arrived.filter((one) => row !== undefined && compareFeedOrder(one, row) < 0);
  expect(above.length).toBeLessThanOrEqual(MOST_WAITING);
  expect(skipped).toBeGreaterThan(0);
  expect(arrived.length + skipped).toBe(posted);
  expect(arrived.length - above.length).toBe(60);
  world.tab.close();
});

it("shows a first arrival at once, and fifty a second in ten changes", async () => {
  const world = new World();
  const { clock, server, tab } = world;
  world.reopen();
  await clock.advance(2_000);
  const shown = new Set<unknown>();
  const look = () => shown.add(world.tab.live.arrived);
  look();
  server.post("a", 0, 0);
  await clock.advance(30);
  expect(world.tab.live.arrived).toHaveLength(1);
  for (let n = 1; n < 50; n += 1) {
    server.post("a", n, 0);
    await clock.advance(20);
    look();
  }
  await clock.advance(SHOWN_MS);
  expect(world.tab.live.arrived).toHaveLength(50);
  expect(shown.size).toBeLessThanOrEqual(12);
  tab.close();
  world.tab.close();
});
