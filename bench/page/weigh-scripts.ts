// Part `scripts`: the JavaScript that a first visit loads, as it travels.
import { readdir, readFile } from "node:fs/promises";
import type { Browser } from "@playwright/test";
import type { Part } from "../parts";
import { limit } from "../report";
import type { ServerProcess } from "../server-process";
import { openTab } from "./browser";
import { readHtml } from "./read-html";
import type { Site } from "./site";

/** Nothing more is loaded when nothing was for so long. */
const QUIET_MS = 3_000;
const LARGEST = 6;

interface Weight {
  /** Bytes of each script, compressed, by its address. */
  loaded: Map<string, number>;
  referenced: Map<string, number>;
}

async function bytesOf(urls: Iterable<string>): Promise<Map<string, number>> {
  const sizes = new Map<string, number>();
  for (const url of urls) sizes.set(url, (await readHtml(url, {})).bytes);
  return sizes;
}

const sum = (sizes: Map<string, number>) => [...sizes.values()].reduce((total, bytes) => total + bytes, 0) / 1_000;

/** Loads a page with empty caches and touches nothing. */
async function weigh(browser: Browser, url: string, site: Site | null): Promise<Weight> {
  const tab = await openTab(browser, site);
  const scripts = new Set<string>();
  let last = performance.now();
  tab.page.on("response", (answer) => {
    if (answer.request().resourceType() !== "script") return;
    scripts.add(answer.url());
    last = performance.now();
  });
  const html = await tab.page.goto(url, { waitUntil: "load" });
  const text = (await html?.text()) ?? "";
  while (performance.now() - last < QUIET_MS) await tab.page.waitForTimeout(100);
  await tab.close();
  // Browsers that know modules never load those of the others.
  const tags = [...text.matchAll(/<script[^>]*\ssrc="([^"]+)"[^>]*>/g)].filter(([tag]) => !/nomodule/i.test(tag));
  const referenced = new Set(tags.map(([, path = ""]) => new URL(path, url).href));
  return { loaded: await bytesOf(scripts), referenced: await bytesOf(referenced) };
}

/** What a built chunk is known to hold by a text that nothing else has. */
const MARKS: [name: string, mark: RegExp][] = [
  ["react-dom", /react-dom|Minified React error/],
  ["Next's router", /next-router-state-tree|NEXT_REDIRECT/],
  ["zod", /\$ZodType/],
  ["radix", /--radix-|DismissableLayer/],
  ["swr", /revalidateOnFocus/],
  ["the stream", /heartbeat/],
];

async function nameChunks(sizes: ReadonlyMap<string, number>): Promise<string> {
  const files = new Set(await readdir(".next/static/chunks"));
  const largest = [...sizes].toSorted(([, a], [, b]) => b - a).slice(0, LARGEST);
  const said = largest.map(async ([url, bytes]) => {
    const name = new URL(url).pathname.split("/").at(-1) ?? "";
    const code = files.has(name) ? await readFile(`.next/static/chunks/${name}`, "utf8") : "";
    const within = MARKS.filter(([, mark]) => mark.test(code)).map(([part]) => part);
    return `${(bytes / 1_000).toFixed(1)} kB (${within.join(", ") || "our own"})`;
  });
  return (await Promise.all(said)).join("; ");
}

/** Weighs the feed against the empty page. */
export async function weighScripts(browser: Browser, site: Site, empty: ServerProcess): Promise<Part> {
  const ours = await weigh(browser, site.server.origin + site.path, site);
  const theirs = await weigh(browser, `${empty.origin}/`, null);
  const besides = new Map([...ours.loaded].filter(([url]) => !ours.referenced.has(url)));
  const above = (which: keyof Weight) => sum(ours[which]) - sum(theirs[which]);
  return {
    figures: [
      limit(
        "first-load JavaScript of the feed, gzip, above an empty page's: what its HTML names",
        above("referenced"),
        60,
        "kB",
      ),
      limit("the same: what is loaded until nothing more comes, untouched", above("loaded"), null, "kB"),
      limit("the empty page's own", sum(theirs.referenced), null, "kB"),
    ],
    notes: [
      `JavaScript: bodies of the scripts as both servers send them with gzip (1 kB = 1,000 bytes), less those that only browsers without modules load. Untouched: until no script came for ${QUIET_MS / 1_000} s, with what is fetched ahead of its use. ` +
        `The feed loads ${ours.loaded.size} scripts, the empty page ${theirs.loaded.size}; the feed's largest: ${await nameChunks(ours.loaded)}. Loaded besides what its HTML names, the largest: ${await nameChunks(besides)}.`,
    ],
  };
}
