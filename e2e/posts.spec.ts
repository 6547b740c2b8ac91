import { listAll, post, taskEvent } from "./support/api";
import { expect, openFeed, test } from "./support/fixtures";

test("a comment with a mention and a note are seen by everybody at once, are stored once, and survive a lost connection", async ({
  browser,
  feed,
  account,
  source,
}) => {
  const { page } = feed;
  const task = await post(account, taskEvent("Talked about", { source }));
  const other = await openFeed(browser, account);
  await other.isLive();
  await other.item("Talked about").locator("p").first().click();
  const heard = other.page.getByRole("region", { name: "Comments" });

  await feed.open(`?source=${source}`);
  await feed.isLive();
  await page.keyboard.press("j");
  await page.keyboard.press("o");
  const comments = page.getByRole("region", { name: "Comments" });
  const field = comments.getByRole("textbox", { name: "Comment" });
  await expect(field).toBeVisible();
  await page.keyboard.press("c");
  await expect(field).toBeFocused();
  await page.keyboard.type("Well done, @ada");
  await expect(comments.getByRole("option", { name: "Ada Park" })).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(field).toHaveValue("Well done, @Ada Park ");
  await comments.getByRole("button", { name: "Comment" }).dblclick();
  await expect(comments.getByText("Well done, @Ada Park")).toHaveCount(1);
  // The other's view has comments in it: the stream brings it, before they are asked for again.
  await expect(heard.getByText("Well done, @Ada Park")).toBeVisible({ timeout: 5_000 });
  await expect(other.item("commented on").filter({ hasText: "Well done" })).toHaveCount(1);

  // The answer is lost on its way, though the comment was stored: trying again must not double it.
  await page.route("**/posts", async (route) => {
    await route.fetch();
    await route.abort();
  });
  await field.fill("Said once");
  await page.keyboard.press("Control+Enter");
  await expect(comments.getByRole("alert")).toContainText("The server cannot be reached.");
  await page.unroute("**/posts");
  await comments.getByRole("button", { name: "Try again" }).click();
  await expect(comments.getByRole("alert")).toHaveCount(0);
  await expect(comments.getByText("Said once")).toHaveCount(1);
  expect(await listAll(account, { entity: `activity:${task.id}` })).toHaveLength(2);

  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await page.keyboard.press("n");
  await page.getByRole("textbox", { name: "Note" }).fill(`Freeze of ${source}`);
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText("outside of this view")).toBeVisible();
  await expect(other.item(`Freeze of ${source}`)).toBeVisible();
  await page.goto(`${account.server.origin}/${account.team}/activities/${task.id}`);
  await expect(page.getByRole("region", { name: "Comments" }).getByRole("listitem")).toHaveCount(2);
});
