import { FeedPage } from "./pages/feed-page";
import { post, postAll, taskEvent } from "./support/api";
import { expect, join, test } from "./support/fixtures";

test("a session that ends is renewed over the page, and everything goes on where it was", async ({
  feed,
  account,
  browser,
  source,
}) => {
  const context = await browser.newContext();
  const vera = await join(feed.page.context(), context, account, { name: `Vera${source.slice(-4)}`, role: "member" });
  const seen = new FeedPage(await context.newPage(), account);
  const { page } = seen;
  await postAll(
    account,
    Array.from({ length: 60 }, (_, n) => taskEvent(`Work ${n}`, { source })),
  );
  await seen.open(`?source=${source}&fold=off`);
  await seen.isLive();
  await seen.item("Work 40").locator("p").first().click();
  const comment = page.getByRole("textbox", { name: "Comment" });
  await comment.fill("Half a thou");
  await page.mouse.wheel(0, 1_200);
  const row = seen.item("Work 40");
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(300);
  const place = await row.boundingBox();

  await context.clearCookies();
  await comment.fill("Half a thought");
  await page.keyboard.press("Control+Enter");
  const dialog = page.getByRole("dialog", { name: "Your session has ended" });
  await expect(dialog).toBeVisible();
  await expect(dialog.getByLabel("E-mail")).toHaveValue(vera.email);
  await expect(dialog.getByLabel("Password")).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole("status").filter({ hasText: "Your session has ended" })).toBeVisible();
  expect(await row.boundingBox()).toEqual(place);

  await page.getByRole("button", { name: "Sign in" }).click();
  await dialog.getByLabel("Password").fill("not the password");
  await page.keyboard.press("Enter");
  await expect(dialog.getByText(/e-mail or password is wrong/i)).toBeVisible();
  await dialog.getByLabel("Password").fill(vera.password);
  await page.keyboard.press("Enter");
  await expect(dialog).toHaveCount(0);
  // What was being sent is sent, once; the list has not moved; the stream goes on from where it was.
  await expect(page.getByRole("region", { name: "Comments" }).getByText("Half a thought")).toHaveCount(1);
  await expect(page.getByText("Sending…")).toHaveCount(0);
  await post(account, taskEvent("After", { source }));
  await expect(seen.pill).toBeVisible();
  expect(await row.boundingBox()).toEqual(place);
  await context.close();
});
