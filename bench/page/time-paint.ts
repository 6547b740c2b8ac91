// Part `paint`: the largest paint and the shifts of a first visit on a slow line and a slow processor.
import type { Browser } from "@playwright/test";
import { options } from "../options";
import type { Part } from "../parts";
import { limit } from "../report";
import type { ServerProcess } from "../server-process";
import { median } from "../statistics";
import { type Noted, openTab, takeNotes } from "./browser";
import { readHtml } from "./read-html";
import { cookieHeader, type Site } from "./site";

const LOADS = options.quick ? 3 : 7;
const WARM_UP = 40;
/** What comes after the load: hydration, and what is fetched ahead. */
const SETTLE_MS = 3_000;

interface Setting {
  name: string;
  mbitPerSecond: number;
  uploadMbit: number;
  latencyMs: number;
  slowdown: number;
}

const SETTINGS: Setting[] = [
  { name: "fast 4G, CPU 2 × slower", mbitPerSecond: 9, uploadMbit: 1.5, latencyMs: 60, slowdown: 2 },
  { name: "slow 4G, CPU 4 × slower", mbitPerSecond: 1.6, uploadMbit: 0.75, latencyMs: 150, slowdown: 4 },
];

async function load(browser: Browser, url: string, site: Site | null, setting: Setting): Promise<Noted> {
  const tab = await openTab(browser, site);
  await tab.cdp.send("Network.enable");
  await tab.cdp.send("Network.emulateNetworkConditions", {
    offline: false,
    latency: setting.latencyMs,
    downloadThroughput: (setting.mbitPerSecond * 1e6) / 8,
    uploadThroughput: (setting.uploadMbit * 1e6) / 8,
  });
  await tab.cdp.send("Emulation.setCPUThrottlingRate", { rate: setting.slowdown });
  await tab.page.goto(url, { waitUntil: "load" });
  await tab.page.waitForTimeout(SETTLE_MS);
  const notes = await takeNotes(tab.page);
  await tab.close();
  return notes;
}

async function loadMany(browser: Browser, url: string, site: Site | null, setting: Setting): Promise<Noted[]> {
  const loads: Noted[] = [];
  for (let turn = 0; turn < LOADS; turn += 1) loads.push(await load(browser, url, site, setting));
  return loads;
}

/** Loads both pages with empty caches in each setting. */
export async function timePaint(browser: Browser, site: Site, empty: ServerProcess): Promise<Part> {
  const part: Part = { figures: [], notes: [] };
  // A server in use, not one that has just been started and compiles each page as it is first asked for.
  const cookie = cookieHeader(site);
  for (let turn = 0; turn < WARM_UP; turn += 1) {
    await readHtml(site.server.origin + site.path, { cookie });
    await readHtml(`${empty.origin}/`, {});
  }
  const elements = new Set<string>();
  for (const setting of SETTINGS) {
    const ours = await loadMany(browser, site.server.origin + site.path, site, setting);
    const theirs = await loadMany(browser, `${empty.origin}/`, null, setting);
    for (const { lcpElement } of ours) elements.add(lcpElement);
    part.figures.push(
      limit(`${setting.name}: largest paint of the feed`, median(ours.map(({ lcp }) => lcp)), 1_200, "ms"),
      limit(`${setting.name}: of the empty page`, median(theirs.map(({ lcp }) => lcp)), null, "ms"),
      limit(`${setting.name}: layout shift of the feed`, median(ours.map(({ cls }) => cls)), 0.02, ""),
      limit(
        `${setting.name}: longest task of the load`,
        median(ours.map(({ tasks }) => Math.max(0, ...tasks))),
        null,
        "ms",
      ),
    );
  }
  part.notes.push(
    `Paint: median of ${LOADS} loads with empty caches at 1440 × 860, throttled by the DevTools protocol: slow 4G is 1.6 Mbit/s down, 0.75 up and 150 ms a request, fast 4G 9, 1.5 and 60. The largest paint was of ${[...elements].join(", ")}. Shifts are summed over the whole load, without windows; a task counts from 50 ms on.`,
  );
  return part;
}
