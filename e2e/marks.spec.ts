import { post, taskEvent } from "./support/api";
import { expect, join, openFeed, test } from "./support/fixtures";

test("a bookmark is there in every tab and after a reload, and comes back where it was removed", async ({
  feed,
  account,
  context,
}) => {
  const { page } = feed;
  const { id } = await post(account, taskEvent("Keep me"));
  await feed.open();
  const other = await context.newPage();
  await other.goto(`${account.server.origin}/${account.team}/bookmarks`);
  await expect(other.getByText("No bookmarks yet")).toBeVisible();
  let asked = 0;
  other.on("request", (request) => {
    if (request.url().endsWith("/views")) asked += 1;
  });
  const bookmark = feed.item("Keep me").getByRole("button", { name: "Bookmark" });
  await feed.item("Keep me").locator("a[data-row]").focus();
  await page.keyboard.press("b");
  await expect(bookmark).toHaveAttribute("aria-pressed", "true");
  const kept = other.locator(`[data-activity="${id}"]`);
  await expect(kept).toBeVisible();
  // Once for the news, and perhaps once for the time that has passed: not once for each part of the page.
  expect(asked).toBeGreaterThan(0);
  expect(asked).toBeLessThanOrEqual(2);
  await page.reload();
  await expect(bookmark).toHaveAttribute("aria-pressed", "true");

  await kept.getByRole("button", { name: "Bookmark" }).click();
  await expect(kept).toBeHidden();
  await expect(bookmark).toHaveAttribute("aria-pressed", "false");
  await other.getByRole("button", { name: "Undo" }).click();
  await expect(kept).toBeVisible();
  await expect(bookmark).toHaveAttribute("aria-pressed", "true");
});

test("what a member pins is seen by everybody at once, and only members pin", async ({ feed, account, browser }) => {
  const { page } = feed;
  await post(account, taskEvent("Freeze until Monday"));
  await feed.open();
  await feed.isLive();
  const guest = await browser.newContext();
  await join(page.context(), guest, account, { name: "Vera", role: "viewer" });
  const theirs = await guest.newPage();
  await theirs.goto(`${account.server.origin}/${account.team}`);
  await expect(theirs.locator("[data-connection=live]")).toBeVisible();

  await feed.item("Freeze until Monday").locator("p").first().click();
  await page.getByRole("button", { name: "Pin for the team" }).filter({ visible: true }).click();
  const strip = (where: typeof page) => where.getByRole("region", { name: "Pinned" });
  await expect(strip(page)).toContainText("Ada Park");
  await expect(strip(theirs)).toContainText("Freeze until Monday");
  await strip(theirs).getByRole("link").click();
  await expect(theirs.getByText("Pinned by Ada Park").filter({ visible: true }).last()).toBeVisible();
  await expect(theirs.getByRole("button", { name: /pin/i })).toHaveCount(0);

  const plain = await openFeed(browser, account, "", { javaScriptEnabled: false });
  await expect(strip(plain.page)).toContainText("Freeze until Monday");
  await plain.page.context().close();
  await strip(page).hover();
  await strip(page)
    .getByRole("button", { name: /^Unpin/ })
    .click();
  await expect(strip(page)).toBeHidden();
  await expect(strip(theirs)).toBeHidden();
  await guest.close();
});
