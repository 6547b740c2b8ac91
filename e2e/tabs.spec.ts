import { expect, test } from "@playwright/test";
import { FeedPage } from "./pages/feed-page";
import { type Account, listAll, post, setUp, taskEvent } from "./support/api";
import { CountingProxy } from "./support/counting-proxy";
import { signIn } from "./support/fixtures";
import { Server } from "./support/server";
import { TabbedBrowser } from "./support/tabbed-browser";

const TABS = 8;
const STREAMS = 4;
/** Milliseconds in which a call that waits for no connection is answered, on a busy machine too. */
const ANSWER_MS = 2_000;

let server: Server;
let proxy: CountingProxy;
let browser: TabbedBrowser;
let account: Account;

test.beforeEach(async () => {
  server = await Server.start();
  proxy = await CountingProxy.start(server.origin);
  browser = await TabbedBrowser.start();
  account = { ...(await setUp(server)), server: proxy };
  await post(account, taskEvent("Before"));
  await signIn(browser.context, account);
});

test.afterEach(async () => {
  await browser.stop();
  await proxy.stop();
  await server.stop();
});

/** A call of the tab is answered in time; one that waits for a connection would never be. */
async function isAnswered({ page }: FeedPage): Promise<void> {
  const path = `/api/teams/${account.team}/activities?limit=1`;
  const ask = async ([url, ms]: [string, number]) =>
    (await fetch(url, { cache: "no-store", signal: AbortSignal.timeout(ms) })).status;
  expect(await page.evaluate(ask, [path, ANSWER_MS] satisfies [string, number])).toBe(200);
}

/** How long the page itself waited for its first byte, milliseconds. */
function pageWaited({ page }: FeedPage): Promise<number> {
  return page.evaluate(() => {
    const [load] = performance.getEntriesByType("navigation");
    return load instanceof PerformanceNavigationTiming ? load.responseStart : Number.NaN;
  });
}

async function isExact(feed: FeedPage, name: string): Promise<void> {
  await expect(feed.item(name)).toBeVisible();
  expect(await feed.ids()).toEqual((await listAll(account)).map(({ id }) => id));
}

test("eight tabs hold four streams, each is exact when it is seen, and nothing waits for a connection", async () => {
  test.setTimeout(180_000);
  const feeds: FeedPage[] = [];
  for (let n = 0; n < TABS; n += 1) {
    const feed = new FeedPage(await browser.openTab(), account);
    await feed.open();
    await feed.isLive();
    expect(await pageWaited(feed)).toBeLessThan(ANSWER_MS);
    await isAnswered(feed);
    await post(account, taskEvent(`While tab ${n} is seen`));
    await isExact(feed, `While tab ${n} is seen`);
    feeds.push(feed);
  }

  // From the oldest, which gave its stream away long ago, to the newest.
  for (const [n, feed] of feeds.entries()) {
    await post(account, taskEvent(`Before turn ${n}`));
    await feed.page.bringToFront();
    expect(await feed.page.evaluate(() => document.visibilityState)).toBe("visible");
    await isExact(feed, `Before turn ${n}`);
    await feed.isLive();
    await post(account, taskEvent(`In turn ${n}`));
    await isExact(feed, `In turn ${n}`);
    await isAnswered(feed);
  }
  expect(proxy.mostStreams).toBe(STREAMS);
});

test("of five windows side by side the last one reads the list, until a stream is free", async () => {
  const feeds: FeedPage[] = [];
  for (let n = 0; n <= STREAMS; n += 1) {
    const feed = new FeedPage(await browser.openWindow(), account);
    await feed.open();
    if (n < STREAMS) await feed.isLive();
    feeds.push(feed);
  }
  const [first] = feeds;
  const last = feeds.at(-1);
  if (first === undefined || last === undefined) throw new Error("no windows");
  await expect(last.page.locator("[data-connection=polling]")).toBeVisible();
  await post(account, taskEvent("To all windows"));
  for (const feed of feeds) await isExact(feed, "To all windows");
  expect(proxy.mostStreams).toBe(STREAMS);

  await first.page.close();
  await last.isLive();
  await post(account, taskEvent("To the one that waited"));
  await isExact(last, "To the one that waited");
  expect(proxy.mostStreams).toBe(STREAMS);
});
