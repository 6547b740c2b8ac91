// Part `depth`: a list of 100,000 loaded events: scrolling in it, and the ways out of it.
import type { Browser, Page } from "@playwright/test";
import { z } from "zod";
import { options } from "../options";
import type { Part } from "../parts";
import { limit } from "../report";
import { percentile, show } from "../statistics";
import { openTab, takeNotes, untilLive } from "./browser";
import { sayLongest } from "./say-longest";
import type { Site } from "./site";

const EVENTS = options.quick ? 2_000 : 100_000;
const WHEEL_MS = options.quick ? 3_000 : 10_000;
/** A frame that took half as long again as it should was dropped. */
const DROPPED_MS = 25;
/** So long may a page take to come before it is asked for, and before the bench gives up. */
const [ASK_MS, GIVE_UP_MS] = [250, 15_000];
const timesSchema = z.array(z.number());
const pageSchema = z.object({ items: z.array(z.unknown()) });

/** Counts the events that the page has asked for, beginning with those in its HTML. */
function countLoaded(page: Page): { loaded: number } {
  const count = { loaded: 50 };
  page.on("response", async (answer) => {
    if (!/\/activities\?.*cursor=/.test(answer.url()) || !answer.ok()) return;
    // One that was on its way when the tab was closed has no body any more.
    const body: unknown = await answer.json().catch(() => null);
    if (body !== null) count.loaded += pageSchema.parse(body).items.length;
  });
  return count;
}

/** Goes to the bottom until enough is loaded. Gives how many are, and how long it took. */
async function loadMany(page: Page, count: { loaded: number }): Promise<{ loaded: number; seconds: number }> {
  const start = performance.now();
  for (let [before, since] = [0, start]; count.loaded < EVENTS; ) {
    const waited = performance.now() - since;
    if (count.loaded > before) [before, since] = [count.loaded, performance.now()];
    else if (waited > GIVE_UP_MS) break;
    await page.evaluate(`pageBench.goOn(${waited > ASK_MS})`);
    await page.waitForTimeout(waited > ASK_MS ? 100 : 16);
  }
  return { loaded: count.loaded, seconds: (performance.now() - start) / 1_000 };
}

async function wheel(page: Page): Promise<number[]> {
  const times = page.evaluate(`pageBench.frameTimes(${WHEEL_MS})`);
  for (const end = performance.now() + WHEEL_MS; performance.now() < end; ) {
    await page.mouse.wheel(0, -240);
    await page.waitForTimeout(8);
  }
  return timesSchema.parse(await times);
}

/** Milliseconds from the key `.` until the newest row is painted. */
async function jumpToNewest(page: Page): Promise<number> {
  await page.evaluate("pageBench.watch(() => pageBench.isAtNewest())");
  await page.keyboard.press(".");
  return z.number().parse(await page.evaluate("pageBench.shown"));
}

/** Milliseconds from choosing a day in the feed's own control until a row of it is painted. */
async function jumpToDay(page: Page, day: string): Promise<number> {
  await page.getByRole("button", { name: "Go to a date" }).click();
  const field = page.getByRole("dialog", { name: "Go to a date" }).getByLabel("Date", { exact: true });
  await field.fill(day);
  await page.evaluate(`pageBench.watch(() => pageBench.isAtDay(${JSON.stringify(day)}))`);
  await field.press("Enter");
  return z.number().parse(await page.evaluate("pageBench.shown"));
}

/** Loads the list, scrolls in it by wheel and jumps out of it. */
export async function loadDeep(browser: Browser, site: Site): Promise<Part> {
  const tab = await openTab(browser, site);
  const { page } = tab;
  const count = countLoaded(page);
  await page.goto(`${site.server.origin}${site.path}?fold=off`);
  await untilLive(page);
  await page.mouse.move(500, 500);
  const { loaded, seconds } = await loadMany(page, count);
  // What has left the page is counted until it is collected.
  await tab.cdp.send("HeapProfiler.collectGarbage");
  const { nodes } = await tab.cdp.send("Memory.getDOMCounters");
  await takeNotes(page);
  const times = await wheel(page);
  const notes = await takeNotes(page);
  const newest = await jumpToNewest(page);
  const old = new Date(Date.now() - 200 * 86_400_000).toISOString().slice(0, 10);
  const day = await jumpToDay(page, old);
  await tab.close();
  const dropped = (100 * times.filter((ms) => ms > DROPPED_MS).length) / times.length;
  const figures = [
    limit(`${show(loaded)} loaded events: time between frames while scrolling, p95`, percentile(times, 95), 20, "ms"),
    limit("the same: longest task, of those over 50 ms", Math.max(0, ...notes.tasks), 50, "ms"),
    limit("the same: frames dropped", dropped, null, "%"),
    limit("the same: jump to the newest, until it is painted", newest, 300, "ms"),
    limit("the same: jump to a day, until it is painted", day, 300, "ms"),
    limit("the same: DOM nodes", nodes, 12_000, ""),
  ];
  return {
    figures,
    notes: [
      `Depth: loaded by going to the bottom again and again, with \`fold=off\`, in ${show(seconds)} s${loaded < EVENTS ? `; it gave up before ${show(EVENTS)}` : ""}; then ${WHEEL_MS / 1_000} s of wheel. ${sayLongest(notes.frames)}`,
    ],
  };
}
