import { type Browser, type BrowserContext, test as base, expect } from "@playwright/test";
import { FeedPage } from "../pages/feed-page";
import { type Account, send, setUp } from "./api";
import { Server } from "./server";

/** Signs a browser in over HTTP, as the sign-in page does. */
export async function signIn(context: Caller, account: Account): Promise<void> {
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

/** What stands for a browser where only its calls count. */
type Caller = Pick<BrowserContext, "request">;

/** Makes an account by an invitation into the team, which `owner` gives, and signs `guest` in with it. Gives its id. */
export async function join(
  owner: Caller,
  guest: Caller,
  account: Account,
  { name, role }: { name: string; role: string },
): Promise<{ id: string; email: string; password: string }> {
  const path = `/api/teams/${account.team}/invitations`;
  const { url } = await send<{ url: string }>(owner.request, account, path, { role });
  const [email, password] = [`${name.toLowerCase()}@acme.example`, "correct horse battery"];
  const token = url.split("/").at(-1);
  await send(guest.request, account, "/api/invitations", { token, account: { name, email, password } });
  await signIn(guest, { ...account, email, password });
  const { id }: { id: string } = await (await guest.request.get(`${account.server.origin}/api/account`)).json();
  return { id, email, password };
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
