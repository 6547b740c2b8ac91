import type { Browser, Page } from "@playwright/test";
import { post, postAll, taskEvent } from "./support/api";
import { expect, test } from "./support/fixtures";

const rows = (page: Page) => page.locator("article[data-activity]");
const row = (page: Page, text: string) => rows(page).filter({ hasText: text });

/** A page of somebody who is not signed in. */
async function openOutside(browser: Browser, url: string, options = {}): Promise<Page> {
  const page = await (await browser.newContext(options)).newPage();
  await page.goto(url);
  return page;
}

/** Makes a link to what the page shows, by its button, and gives its address. */
async function shareView(page: Page, name: string, fill: (form: Page) => Promise<void> = async () => {}) {
  await page.getByRole("button", { name: "Share view" }).click();
  await page.getByLabel("Name, for your team").fill(name);
  await fill(page);
  await page.getByRole("button", { name: "Make link" }).click();
  const code = page.getByRole("dialog").locator("code");
  await expect(code).toContainText("/s/");
  return (await code.textContent()) ?? "";
}

test("a link is made, opened signed out at its moment, goes live, and is cut when it is revoked", async ({
  feed,
  account,
  source,
  browser,
}) => {
  await postAll(
    account,
    Array.from({ length: 60 }, (_, n) =>
      taskEvent(`Shown ${n}`, { source, timestamp: `2026-05-01T09:${String(n).padStart(2, "0")}:00Z` }),
    ),
  );
  await feed.open(`?source=${source}`);
  const url = await shareView(feed.page, "For the customer");
  await post(account, taskEvent("Latecomer", { source, timestamp: "2026-05-01T09:30:30Z" }));
  await post(account, taskEvent("Newer", { source }));

  const outside = await openOutside(browser, url);
  await expect(outside.getByRole("heading", { level: 1 })).toHaveText("Activity of Acme Platform");
  await expect(outside.getByText(/as it was at #[\d,]+/)).toBeVisible();
  await expect(rows(outside)).toHaveCount(50);
  await outside.locator("main a[rel=next]").click();
  await expect(rows(outside)).toHaveCount(60);
  await expect(row(outside, "Latecomer")).toHaveCount(0);
  await expect(outside.getByRole("searchbox")).toHaveCount(0);
  await expect(outside.locator("meta[name=robots]").first()).toHaveAttribute("content", /noindex/);

  await outside.getByRole("link", { name: "Go live, 2 newer" }).click();
  await expect(outside.locator("[data-connection=live]")).toBeVisible();
  await expect(rows(outside).first()).toContainText("Newer");
  await post(account, taskEvent("Right now", { source }));
  await expect(rows(outside).first()).toContainText("Right now");

  await feed.page.goto(`${account.server.origin}/${account.team}/settings/links`);
  const listed = feed.page.getByRole("listitem").filter({ hasText: "For the customer" });
  await expect(listed).toContainText("Opened once");
  await expect(listed).toContainText("by Ada Park");
  await listed.getByRole("button", { name: "Revoke" }).click();
  await expect(listed).toHaveCount(0);
  // Cut, the page asks anew and finds nothing.
  await expect(outside.getByRole("heading", { name: "There is nothing here" })).toBeVisible();
  expect((await outside.goto(url))?.status()).toBe(404);
});

test("a link that hides names shows none, without JavaScript and on a phone too", async ({
  feed,
  account,
  source,
  browser,
}) => {
  await postAll(account, [
    taskEvent("Plan of John Doe", { source, metadata: { body: "A comment of John Doe" } }),
    ...Array.from({ length: 60 }, (_, n) => taskEvent(`Plain ${n}`, { source, timestamp: "2026-05-01T09:00:00Z" })),
  ]);
  await feed.open(`?source=${source}`);
  const url = await shareView(feed.page, "Anonymous", async (form) => {
    await form.getByLabel(/^Names:/).check();
    await expect(form.getByLabel(/^Details:/)).toBeDisabled();
    await form.getByLabel("Stops working").selectOption("7");
  });
  const options = { javaScriptEnabled: false, viewport: { width: 390, height: 844 } };
  const outside = await openOutside(browser, url, options);
  await expect(rows(outside)).toHaveCount(50);
  await expect(rows(outside).first()).toContainText(/Person [0-9a-f]{6} created task Plan of Person [0-9a-f]{6}/);
  expect(await outside.content()).not.toMatch(/john|u_17|comment of/i);
  const overflow = await outside.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
  await outside.locator("main a[rel=next]").click();
  await expect(rows(outside)).toHaveCount(11);
  const headers = (await outside.goto(url))?.headers() ?? {};
  expect(headers).toMatchObject({ "referrer-policy": "no-referrer", "x-robots-tag": "noindex, nofollow" });
  expect(headers["cache-control"]).toMatch(/private.*no-store/);
});

test("the page's own address leads a member to the same filters and the same place", async ({
  feed,
  account,
  source,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await postAll(
    account,
    Array.from({ length: 120 }, (_, n) =>
      taskEvent(`Place ${n}`, { source, timestamp: new Date(Date.UTC(2026, 4, 1, 9, n)).toISOString() }),
    ),
  );
  await feed.open(`?source=${source}`);
  await feed.readThrough();
  const wanted = feed.item("Place 17 ").or(feed.item("Place 17")).first();
  await wanted.evaluate((element) => element.scrollIntoView({ block: "center" }));
  await feed.page.getByRole("button", { name: "Share view" }).click();
  await feed.page.getByRole("button", { name: "Copy the address of this view" }).click();
  const address = await feed.page.evaluate(() => navigator.clipboard.readText());
  expect(address).toContain(`source=${source}`);
  const there = await context.newPage();
  await there.goto(address);
  await expect(row(there, "Place 17")).toHaveCount(1);
  await expect(row(there, "Place 119")).toHaveCount(0);
});
