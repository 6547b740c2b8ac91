import { post, taskEvent } from "./support/api";
import { expect, test } from "./support/fixtures";

test("single keys move through the feed, open, search and lead elsewhere, never while typing, and can be switched off", async ({
  feed,
  account,
  source,
}) => {
  const { page } = feed;
  const { keyboard } = page;
  for (const name of ["Oldest", "Middle", "Newest"]) await post(account, taskEvent(name, { source }));
  await feed.open(`?source=${source}`);
  await feed.isLive();
  const link = (name: string) => feed.item(name).getByRole("link").last();
  const details = page.getByRole("complementary", { name: "Details" });

  await keyboard.press("j");
  await expect(link("Newest")).toBeFocused();
  await keyboard.press("j");
  await expect(link("Middle")).toBeFocused();
  await keyboard.press("k");
  await expect(link("Newest")).toBeFocused();
  await keyboard.press("o");
  await expect(details.getByRole("heading", { level: 2 })).toContainText("Newest");
  await keyboard.press("j");
  await expect(details.getByRole("heading", { level: 2 })).toContainText("Middle");
  await details.getByRole("button", { name: "Older activity" }).click();
  await expect(details.getByRole("heading", { level: 2 })).toContainText("Oldest");
  // Within the panel the same keys go on, to its end and back.
  await keyboard.press("j");
  await keyboard.press("k");
  await expect(details.getByRole("heading", { level: 2 })).toContainText("Middle");
  await keyboard.press("Escape");
  await expect(link("Middle")).toBeFocused();

  await keyboard.press("/");
  await expect(feed.search).toBeFocused();
  await keyboard.type("j?");
  await expect(feed.search).toHaveValue("j?");
  await keyboard.press("Escape");
  await keyboard.press("Escape");
  await keyboard.press("f");
  const types = page.getByRole("dialog", { name: "Type" });
  await expect(types).toBeVisible();
  await keyboard.press("Escape");
  await expect(types).toHaveCount(0);

  await keyboard.press("?");
  const sheet = page.getByRole("dialog", { name: "Keyboard shortcuts" });
  await expect(sheet.getByText("Next activity")).toBeVisible();
  await sheet.getByRole("checkbox").uncheck();
  await keyboard.press("Escape");
  await expect(sheet).toHaveCount(0);
  await page.reload();
  await feed.isLive();
  await keyboard.press("?");
  await keyboard.press("j");
  await expect(link("Newest")).not.toBeFocused();
  await expect(sheet).toHaveCount(0);
  await page.getByRole("button", { name: "Keyboard shortcuts" }).filter({ visible: true }).click();
  await sheet.getByRole("checkbox").check();
  await keyboard.press("Escape");
  await expect(sheet).toHaveCount(0);
  await keyboard.press("g");
  await keyboard.press("m");
  await expect(page.getByRole("heading", { level: 1, name: "Members" })).toBeVisible();
});

test("Escape closes the details of the row that was chosen last, even while they are on their way, and leads back to it", async ({
  feed,
  account,
  source,
}) => {
  const { page } = feed;
  for (const name of ["Older", "Newer"]) await post(account, taskEvent(name, { source }));
  await feed.open(`?source=${source}`);
  await feed.isLive();
  const link = (name: string) => feed.item(name).getByRole("link").last();
  const details = page.getByRole("complementary", { name: "Details" });
  const heading = details.getByRole("heading", { level: 2 });
  /** One right after the other: what a key changes at once is on the page before the next, what comes behind is not. */
  const press = (keys: readonly string[]) =>
    page.evaluate(async (all) => {
      for (const key of all) {
        const target = document.activeElement ?? document.body;
        target.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
        await Promise.resolve();
      }
      await new Promise((done) => setTimeout(done, 200));
    }, keys);

  await page.keyboard.press("j");
  await expect(link("Newer")).toBeFocused();
  await press(["o", "Escape"]);
  await expect(heading).toHaveCount(0);

  await page.keyboard.press("o");
  await expect(heading).toContainText("Newer");
  await details.getByRole("button", { name: "Newer activity" }).focus();
  await press(["j", "Escape"]);
  await expect(heading).toHaveCount(0);
  await expect(link("Older")).toBeFocused();

  // One layer at a time.
  await page.keyboard.press("o");
  await expect(heading).toContainText("Older");
  await page.keyboard.press("/");
  await page.keyboard.type("actor:j");
  await page.locator("[data-suggestion]").first().waitFor();
  await page.keyboard.press("ArrowDown");
  await expect(feed.search).not.toBeFocused();
  await page.keyboard.press("Escape");
  await expect(feed.search).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(feed.search).toHaveValue("");
  await page.keyboard.press("Escape");
  await expect(feed.search).not.toBeFocused();
  await expect(heading).toContainText("Older");
  await page.keyboard.press("Escape");
  await expect(heading).toHaveCount(0);
});

test("a popover that is on its way is closed by Escape, and the keys are the page's again", async ({
  feed,
  account,
  source,
}) => {
  await post(account, taskEvent("Share", { source }));
  await feed.open(`?source=${source}`);
  await feed.isLive();
  const share = feed.page.getByRole("button", { name: "Share view" });
  const isOpen = await share.evaluate(async (button: HTMLButtonElement) => {
    button.click();
    button.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true, cancelable: true }));
    await new Promise((done) => setTimeout(done, 200));
    return button.ariaExpanded;
  });
  expect(isOpen).toBe("false");
  await feed.page.keyboard.press("?");
  await expect(feed.page.getByRole("dialog", { name: "Keyboard shortcuts" })).toBeVisible();
});

test("the palette finds pages, commands, people and activities by typing, and gives the focus back", async ({
  feed,
  account,
  source,
}) => {
  const { page } = feed;
  const { keyboard } = page;
  const stored = await post(account, taskEvent(`Palette ${source}`, { source }));
  await feed.open(`?source=${source}`);
  await feed.isLive();
  const palette = page.getByRole("dialog", { name: "Command palette" });
  await keyboard.press("j");
  await keyboard.press("Control+k");
  await expect(palette).toBeVisible();
  await keyboard.press("Escape");
  await expect(feed.item(source).getByRole("link").last()).toBeFocused();

  // Also from within a field.
  await feed.search.focus();
  await keyboard.press("Control+k");
  await keyboard.type("keyb");
  await keyboard.press("Enter");
  const sheet = page.getByRole("dialog", { name: "Keyboard shortcuts" });
  await expect(sheet).toBeVisible();
  await keyboard.press("Escape");
  await expect(sheet).toHaveCount(0);

  await keyboard.press("Control+k");
  await keyboard.type(`Palette ${source}`);
  await palette.getByRole("option", { name: stored.message }).click();
  await expect(page).toHaveURL(new RegExp(`/activities/${stored.id}$`));
  await keyboard.press("Control+k");
  await keyboard.type("task compl");
  await keyboard.press("Enter");
  await expect(page).toHaveURL(/\?type=task\.completed$/);
});
