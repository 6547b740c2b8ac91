// Part `trace`: a tab that stays open while events arrive, once with the reader at the top and once further down.
import type { Browser } from "@playwright/test";
import { options } from "../options";
import type { Part } from "../parts";
import { limit } from "../report";
import { median, show } from "../statistics";
import { type Noted, openTab, type Seen, takeNotes, untilLive } from "./browser";
import { sayLongest } from "./say-longest";
import type { Site } from "./site";
import { EVENTS_PER_SECOND, sayFed, whileFed } from "./start-feeding";

const SECONDS = options.seconds ?? (options.quick ? 60 : 600);
const SAMPLE_SECONDS = SECONDS >= 300 ? 15 : 5;
const WARM_UP_SECONDS = 5;
/** How far the reader at the middle has scrolled. */
const DOWN = 1_500;

interface Sample {
  second: number;
  heapMb: number;
  nodes: number;
  listeners: number;
}

/** What is left after a collection, which is kept out of the page's own tasks. */
async function takeSample({ page, cdp }: Seen, second: number): Promise<Sample> {
  await page.evaluate("pageBench.pause()");
  await cdp.send("HeapProfiler.collectGarbage");
  const { metrics } = await cdp.send("Performance.getMetrics");
  const { nodes, jsEventListeners } = await cdp.send("Memory.getDOMCounters");
  await page.evaluate("pageBench.resume()");
  const heap = metrics.find(({ name }) => name === "JSHeapUsedSize")?.value ?? Number.NaN;
  return { second, heapMb: heap / 1e6, nodes, listeners: jsEventListeners };
}

async function stay(tab: Seen, url: string, scrolled: number): Promise<{ samples: Sample[]; notes: Noted }> {
  await tab.cdp.send("Performance.enable");
  await tab.page.goto(url);
  await untilLive(tab.page);
  await tab.page.waitForTimeout(WARM_UP_SECONDS * 1_000);
  if (scrolled > 0) await tab.page.mouse.wheel(0, scrolled);
  await tab.page.waitForTimeout(500);
  await takeNotes(tab.page);
  const samples: Sample[] = [];
  const start = performance.now();
  for (let second = 0; second <= SECONDS; second += SAMPLE_SECONDS) {
    await tab.page.waitForTimeout(Math.max(0, start + second * 1_000 - performance.now()));
    samples.push(await takeSample(tab, second));
  }
  return { samples, notes: await takeNotes(tab.page) };
}

const third = (samples: Sample[], place: 0 | 1 | 2) =>
  samples.slice(Math.floor((place * samples.length) / 3), Math.floor(((place + 1) * samples.length) / 3));

async function traceAt(
  browser: Browser,
  site: Site,
  { where, scrolled }: { where: string; scrolled: number },
): Promise<Part> {
  const { result, fed } = await whileFed(site, async () => {
    const tab = await openTab(browser, site);
    await tab.page.mouse.move(500, 500);
    const stayed = await stay(tab, site.server.origin + site.path, scrolled);
    await tab.close();
    return stayed;
  });
  const { samples, notes } = result;
  const heap = (part: 0 | 1 | 2) => median(third(samples, part).map(({ heapMb }) => heapMb));
  const spread = (pick: (sample: Sample) => number) => {
    const values = samples.map(pick);
    return `${show(values[0] ?? Number.NaN)}, ${show(Math.max(...values))} and ${show(values.at(-1) ?? Number.NaN)}`;
  };
  const perMinute = ((heap(2) - heap(0)) * 60) / ((SECONDS * 2) / 3);
  return {
    figures: [
      limit(`${where}: heap after collection, last third against first`, heap(2) / heap(0), 1.15, "×"),
      limit(`${where}: DOM nodes, most`, Math.max(...samples.map(({ nodes }) => nodes)), 12_000, ""),
      limit(`${where}: longest task, of those over 50 ms`, Math.max(0, ...notes.tasks), 50, "ms"),
      limit(`${where}: tasks over 50 ms`, notes.tasks.length, 0, ""),
    ],
    notes: [
      `${where}, ${SECONDS} s at ${EVENTS_PER_SECOND} events/s: at first, at most and at last: heap ${spread(({ heapMb }) => heapMb)} MB (${perMinute.toFixed(2)} MB a minute), nodes ${spread(({ nodes }) => nodes)}, listeners ${spread(({ listeners }) => listeners)}. ${sayLongest(notes.frames)} ${sayFed(fed)}.`,
    ],
  };
}

/** Stays on the feed twice; a sample is taken after a forced collection, every 15 s in a full run. */
export async function traceMemory(browser: Browser, site: Site): Promise<Part> {
  const top = await traceAt(browser, site, { where: "reader at the top", scrolled: 0 });
  const down = await traceAt(browser, site, { where: "reader further down", scrolled: DOWN });
  return { figures: [...top.figures, ...down.figures], notes: [...top.notes, ...down.notes] };
}
