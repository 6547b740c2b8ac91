import { type Browser, type BrowserContext, test as base, expect } from "@playwright/test";
import { FeedPage } from "../pages/feed-page";
import { type Account, setUp } from "./api";
import { Server } from "./server";

/** Signs a browser in over HTTP, as the sign-in page does. */
export async function signIn(context: Pick<BrowserContext, "request">, account: Account): Promise<void> {
  const { origin } = account.server;
  const csrf: { csrfToken: string } = await (await context.request.get(`${origin}/api/auth/csrf`)).json();
  const answer = await context.request.post(`${origin}/api/auth/callback/credentials`, {
    form: {
      csrfToken: csrf.csrfToken,
      email: account.email,
      password: account.password,
      json: "true",
      callbackUrl: origin,
    },
  });
  expect(answer.ok()).toBe(true);
}

/** A second person's browser, signed in, on the team's feed. */
export async function openFeed(
  browser: Browser,
  account: Account,
  query = "",
  options: { javaScriptEnabled?: boolean } = {},
): Promise<FeedPage> {
  const context = await browser.newContext(options);
  await signIn(context, account);
  const feed = new FeedPage(await context.newPage(), account);
  await feed.open(query);
  return feed;
}

/** Stories share one server and its team; each uses a `source` of its own to see only its own events. */
export const test = base.extend<{ feed: FeedPage; source: string }, { account: Account }>({
  account: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's dependencies from this pattern
    async ({}, use) => {
      const server = await Server.start();
      await use(await setUp(server));
      await server.stop();
    },
    { scope: "worker" },
  ],
  feed: async ({ context, page, account }, use) => {
    await signIn(context, account);
    await use(new FeedPage(page, account));
  },
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's dependencies from this pattern
  source: async ({}, use, info) => {
    await use(`story-${info.testId.slice(-8)}`);
  },
});

export { expect };
