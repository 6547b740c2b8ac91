import { postAll, taskEvent } from "./support/api";
import { expect, openFeed, test } from "./support/fixtures";

test("a view is saved, tells what is unread in it on every device, and shows what is new since the last visit", async ({
  feed,
  account,
  source,
  browser,
}) => {
  const { page } = feed;
  await postAll(account, [taskEvent("Old", { source })]);
  await feed.open(`?source=${source}`);
  await page.getByRole("button", { name: "Save view" }).click();
  await page.getByRole("textbox", { name: "Name of the view" }).fill("Story");
  await page.getByRole("radio", { name: "The whole team" }).check();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  const view = page.getByRole("navigation").getByRole("link", { name: /^Story/ });
  await expect(view).toHaveAttribute("aria-current", "page");
  await expect(page.getByRole("button", { name: "Save view" })).toBeHidden();

  await page.getByRole("link", { name: "Feed", exact: true }).click();
  await expect(page.getByText("added the view Story")).toBeVisible();
  const other = await openFeed(browser, account, "/settings/keys");
  await postAll(account, [taskEvent("One", { source }), taskEvent("Two", { source })]);
  await expect(view).toHaveAccessibleName("Story 2 unread", { timeout: 15_000 });
  await other.page.reload();
  const there = other.page.getByRole("navigation").getByRole("link", { name: /^Story/ });
  await expect(there).toHaveAccessibleName("Story 2 unread");

  await view.click();
  await expect(feed.items).toHaveCount(3);
  await expect(page.getByText("New since your last visit")).toBeVisible();
  await expect(view).toHaveAccessibleName("Story", { timeout: 15_000 });
  await other.page.reload();
  await expect(there).toHaveAccessibleName("Story");

  await postAll(account, [taskEvent("Three", { source })]);
  await other.page.reload();
  await page.getByRole("link", { name: "Keys" }).click();
  await view.hover();
  await page.getByRole("button", { name: "Change the view Story" }).click();
  await page.getByRole("menuitem", { name: "Rename…" }).click();
  await page.getByRole("textbox", { name: "Name" }).fill("Renamed");
  await page.keyboard.press("Enter");
  const renamed = page.getByRole("navigation").getByRole("link", { name: /^Renamed/ });
  await renamed.hover();
  await page.getByRole("button", { name: "Change the view Renamed" }).click();
  await page.getByRole("menuitem", { name: "Delete…" }).click();
  await page.getByRole("button", { name: "Delete view" }).click();
  await expect(renamed).toBeHidden();
  await other.page.context().close();
});

test("a view keeps whether similar events are one row", async ({ feed, account, source }) => {
  const { page } = feed;
  const at = Math.floor(Date.now() / 3_600_000) * 3_600_000 - 30 * 60_000;
  const timestamps = [0, 1, 2, 3, 4].map((n) => new Date(at + n * 1_000).toISOString());
  const ping = { source, eventType: "ping.sent", actor: { id: "probe", name: "Probe", kind: "integration" } as const };
  await postAll(
    account,
    timestamps.map((timestamp) => taskEvent("Host", { ...ping, timestamp })),
  );
  await feed.open(`?source=${source}`);
  await expect(feed.items).toHaveCount(1);
  await page.getByRole("link", { name: "Show every event by itself" }).click();
  await expect(feed.items).toHaveCount(5);
  await page.getByRole("button", { name: "Save view" }).click();
  await page.getByRole("textbox", { name: "Name of the view" }).fill("Pings");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  const view = page.getByRole("navigation").getByRole("link", { name: /^Pings/ });
  await expect(view).toHaveAttribute("aria-current", "page");

  // Folded again it still is the view, and could be another one.
  await page.getByRole("link", { name: "Fold similar events" }).click();
  await expect(feed.items).toHaveCount(1);
  await expect(view).toHaveAttribute("aria-current", "page");
  await expect(page.getByRole("button", { name: "Save view" })).toBeVisible();
  await page.getByRole("link", { name: "Feed", exact: true }).click();
  await view.click();
  await expect(feed.items).toHaveCount(5);
  await page.reload();
  await expect(feed.items).toHaveCount(5);

  await page.getByRole("link", { name: "Fold similar events" }).click();
  await view.hover();
  await page.getByRole("button", { name: "Change the view Pings" }).click();
  await page.getByRole("menuitem", { name: "Use what is shown now" }).click();
  await expect(page.getByRole("button", { name: "Save view" })).toBeHidden();
  await page.getByRole("link", { name: "Feed", exact: true }).click();
  await view.click();
  await expect(feed.items).toHaveCount(1);
});

test("what is muted leaves one's own feed, also live, until it is shown again", async ({ feed, account, source }) => {
  const { page } = feed;
  await postAll(account, [taskEvent("Loud", { source, eventType: `noise.${source}` }), taskEvent("Quiet", { source })]);
  await feed.open(`?source=${source}`);
  await feed.isLive();
  await feed.item("Loud").locator("p").first().click();
  await page.getByRole("button", { name: "Mute", exact: true }).filter({ visible: true }).click();
  await page.getByRole("menuitem", { name: /^Type/ }).click();
  await expect(feed.items).toHaveCount(1);
  await feed.isLive();
  await postAll(account, [
    taskEvent("Louder", { source, eventType: `noise.${source}` }),
    taskEvent("Calm", { source }),
  ]);
  await expect(feed.item("Calm")).toBeVisible();
  await expect(feed.items).toHaveCount(2);
  await page.reload();
  await expect(feed.items).toHaveCount(2);
  await page.getByRole("button", { name: "1 muted" }).click();
  await page.getByRole("button", { name: /^Unmute/ }).click();
  await expect(feed.items).toHaveCount(4);
});
