import { postAll, taskEvent } from "./support/api";
import { expect, openFeed, test } from "./support/fixtures";

test("the feed is complete and readable without JavaScript", async ({ account, source, browser }) => {
  await postAll(
    account,
    Array.from({ length: 60 }, (_, n) =>
      taskEvent(`Plain ${n}`, { source, timestamp: new Date(Date.UTC(2026, 4, 1, 9, n)).toISOString() }),
    ),
  );
  const feed = await openFeed(browser, account, `?source=${source}`, { javaScriptEnabled: false });
  await expect(feed.items).toHaveCount(50);
  await expect(feed.items.first()).toBeVisible();
  await expect(feed.items.first()).toContainText("John Doe created task Plain 59");
  await feed.more.click();
  await expect(feed.items).toHaveCount(10);
  await feed.search.fill("Plain 7");
  await feed.search.press("Enter");
  await expect(feed.item("Plain 7")).toHaveCount(1);
  await feed.open(`?source=${source}&fold=off`);
  await feed.search.fill("Plain 7");
  await feed.search.press("Enter");
  await expect(feed.page).toHaveURL(/fold=off/);
  await expect(feed.item("Plain 7")).toHaveCount(1);
  await feed.items.first().getByRole("link").last().click();
  await expect(feed.page.getByText(/created task Plain/).first()).toBeVisible();
});
