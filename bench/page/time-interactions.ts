// Part `interaction`: from a reader's key or click to the next paint while events arrive.
import type { Browser, Page } from "@playwright/test";
import { options } from "../options";
import type { Part } from "../parts";
import { limit } from "../report";
import { percentile } from "../statistics";
import { type Noted, openTab, takeNotes, untilLive } from "./browser";
import { sayLongest } from "./say-longest";
import type { Site } from "./site";
import { sayFed, whileFed } from "./start-feeding";

const TURNS = options.quick ? 3 : 10;
/** What an interaction sets going is done by then. */
const SETTLE_MS = 400;

const ACTIONS: Record<string, (page: Page) => Promise<void>> = {
  // Not by a row's own place: they never stand still for long enough.
  "open details by a click": (page) => page.mouse.click(900, 450),
  "j and k": async (page) => {
    for (const key of ["j", "j", "j", "k"]) await page.keyboard.press(key);
  },
  "close by Escape": (page) => page.keyboard.press("Escape"),
  "type a search": async (page) => {
    const box = page.getByRole("searchbox");
    await box.pressSequentially("deploy", { delay: 60 });
    await page.waitForTimeout(SETTLE_MS);
    await box.fill("");
    await page.keyboard.press("Escape");
  },
  "open a filter": async (page) => {
    await page.getByRole("button", { name: "Type", exact: true }).click();
    await page.waitForTimeout(SETTLE_MS);
    await page.keyboard.press("Escape");
  },
  "fold and unfold": async (page) => {
    await page.getByRole("link", { name: /^Show every event|^Fold similar/ }).click();
  },
  "scroll down and up": async (page) => {
    for (const way of [1, -1]) {
      for (let step = 0; step < 20; step += 1) {
        await page.mouse.wheel(0, way * 200);
        await page.waitForTimeout(16);
      }
    }
  },
};

/** Does each action by turns; gives what was noted of each, and the times between frames while scrolling. */
async function act(page: Page): Promise<Map<string, Noted[]>> {
  const noted = new Map<string, Noted[]>(Object.keys(ACTIONS).map((name) => [name, []]));
  for (let turn = 0; turn <= TURNS; turn += 1) {
    for (const [name, action] of Object.entries(ACTIONS)) {
      await action(page);
      await page.waitForTimeout(SETTLE_MS);
      const notes = await takeNotes(page);
      noted.get(name)?.push(notes);
    }
  }
  return noted;
}

/** Uses the feed as a reader does, 50 events a second arriving. */
export async function timeInteractions(browser: Browser, site: Site): Promise<Part> {
  const { result: noted, fed } = await whileFed(site, async () => {
    const tab = await openTab(browser, site);
    await tab.page.goto(site.server.origin + site.path);
    await untilLive(tab.page);
    await tab.page.mouse.move(500, 500);
    await tab.page.waitForTimeout(3_000);
    await takeNotes(tab.page);
    const result = await act(tab.page);
    await tab.close();
    return result;
  });
  const all = [...noted.values()].flat();
  const durations = (notes: Noted[]) =>
    notes.flatMap(({ interactions }) => interactions.map(({ duration }) => duration));
  const tasks = all.flatMap((notes) => notes.tasks);
  const worst = [...noted].map(([name, notes]) => `${name} ${Math.max(0, ...durations(notes))}`).join(", ");
  return {
    figures: [
      limit("interaction to next paint at 50 events/s, worst", Math.max(0, ...durations(all)), 100, "ms"),
      limit("the same, 75th percentile of those over 16 ms", percentile(durations(all), 75), null, "ms"),
      limit("longest task meanwhile, of those over 50 ms", Math.max(0, ...tasks), 50, "ms"),
      limit("tasks over 50 ms meanwhile", tasks.length, 0, ""),
    ],
    notes: [
      `Interactions: ${TURNS + 1} turns, the first of which also loads what is loaded when it is first needed; Event Timing, which rounds to 8 ms and leaves out what took less than 16. Worst of each, ms: ${worst}. ${sayLongest(all.flatMap(({ frames }) => frames))} ${sayFed(fed)}.`,
    ],
  };
}
