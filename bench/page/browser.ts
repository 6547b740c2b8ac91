import { type Browser, type BrowserContext, type CDPSession, chromium, type Page } from "@playwright/test";
import { z } from "zod";
import { findChromium } from "@/e2e/support/find-chromium.mjs";
import type { Site } from "./site";

const noteSchema = z.object({
  lcp: z.number(),
  lcpElement: z.string(),
  cls: z.number(),
  /** Tasks over 50 ms. */
  tasks: z.array(z.number()),
  frames: z.array(z.object({ startTime: z.number(), duration: z.number(), script: z.number(), where: z.string() })),
  interactions: z.array(z.object({ name: z.string(), duration: z.number() })),
});

/** What `in-page.js` kept; milliseconds. */
export type Noted = z.infer<typeof noteSchema>;

/** A page with its protocol session. */
export interface Seen {
  page: Page;
  cdp: CDPSession;
  close(): Promise<void>;
}

/** A Chromium for measurements: nothing in it is slowed for the tests' sake. */
export async function launch(): Promise<Browser> {
  return await chromium.launch({
    executablePath: findChromium(),
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-extensions"],
  });
}

/** A tab with empty caches, signed in at `site` unless it is null; not yet anywhere. */
export async function openTab(browser: Browser, site: Site | null): Promise<Seen> {
  const context: BrowserContext = await browser.newContext({ viewport: { width: 1440, height: 860 } });
  if (site !== null) await context.addCookies(site.cookies);
  await context.addInitScript({ path: "bench/page/in-page.js" });
  const page = await context.newPage();
  return { page, cdp: await context.newCDPSession(page), close: () => context.close() };
}

/** Takes what was noted in a page since it was last asked. */
export async function takeNotes(page: Page): Promise<Noted> {
  return noteSchema.parse(await page.evaluate("pageBench.take()"));
}

/** Waits until the feed is there and its stream is open. */
export async function untilLive(page: Page): Promise<void> {
  await page.locator("[data-connection=live]").first().waitFor({ timeout: 60_000 });
}
