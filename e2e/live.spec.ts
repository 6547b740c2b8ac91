import { post, postAll, taskEvent } from "./support/api";
import { expect, openFeed, test } from "./support/fixtures";

test("an activity arrives in two browsers without a reload, in the filtered one only when it matches", async ({
  feed,
  account,
  source,
  browser,
}) => {
  await post(account, taskEvent("Before", { source }));
  await feed.open(`?source=${source}`);
  const other = await openFeed(browser, account, `?source=${source}&q=needle`);
  await feed.isLive();
  await other.isLive();
  await post(account, taskEvent("Plain hay", { source }));
  await post(account, taskEvent("With a needle", { source }));
  await expect(feed.item("Plain hay")).toBeVisible();
  await expect(feed.item("With a needle")).toBeVisible();
  await expect(other.item("With a needle")).toBeVisible();
  await expect(other.items).toHaveCount(1);
});

test("what is being read does not move: new activities wait behind a pill, late ones land where they belong", async ({
  feed,
  account,
  source,
}) => {
  const day = (n: number) => new Date(Date.UTC(2026, 1, 1, 0, n)).toISOString();
  await postAll(
    account,
    Array.from({ length: 40 }, (_, n) => taskEvent(`Row ${n}`, { source, timestamp: day(n * 2) })),
  );
  await feed.open(`?source=${source}`);
  await feed.isLive();
  const reading = feed.item("Row 20");
  await reading.scrollIntoViewIfNeeded();
  await feed.page.evaluate(() => window.scrollTo({ top: 900 }));
  const before = await reading.boundingBox();
  for (const name of ["One", "Two", "Three"]) await post(account, taskEvent(`New ${name}`, { source }));
  await expect(feed.pill).toContainText("3 new activities");
  expect((await reading.boundingBox())?.y).toBeCloseTo(before?.y ?? -1, 0);
  await feed.pill.click();
  await expect(feed.items.first()).toContainText("New Three");
  await post(account, taskEvent("Late one", { source, timestamp: day(39) }));
  await expect(feed.item("Late one")).toBeVisible();
  const texts = await feed.items.allInnerTexts();
  const late = texts.findIndex((text) => text.includes("Late one"));
  expect(texts[late - 1]).toContain("Row 20");
  expect(texts[late + 1]).toContain("Row 19");
});

test("a row that has just come can be opened at once", async ({ feed, account, source }) => {
  await post(account, taskEvent("Before", { source }));
  await feed.open(`?source=${source}`);
  await feed.isLive();
  // In the very step that puts it on the page, before anything that runs after drawing.
  await feed.page.evaluate(() => {
    const list = document.querySelector("[role=feed]");
    const observer = new MutationObserver(() => {
      const row = [...document.querySelectorAll("[data-activity]")].find((one) =>
        one.textContent?.includes("Just come"),
      );
      if (row === undefined) return;
      observer.disconnect();
      row.querySelector<HTMLElement>("[data-row]")?.click();
    });
    if (list !== null) observer.observe(list, { childList: true, subtree: true });
  });
  await post(account, taskEvent("Just come", { source }));
  const details = feed.page.getByRole("complementary", { name: "Details" });
  await expect(details.getByRole("heading", { level: 2 })).toContainText("Just come");
});

test("details and the permalink show one activity whole: what changed, and metadata to copy from", async ({
  feed,
  account,
  source,
}) => {
  const { page } = feed;
  const metadata = { board: "Docs sprint", changes: { points: { from: 3, to: 5 } }, deep: [{ "a.b": "here" }] };
  const stored = await post(account, taskEvent("Shareable", { source, metadata }));
  await feed.open(`?source=${source}`);
  await feed.item("Shareable").click();
  const changes = page.getByRole("region", { name: "Changes" });
  await expect(changes.locator("del")).toHaveText("3");
  await expect(changes.locator("ins")).toHaveText("5");
  const tree = page.getByRole("region", { name: "Metadata" });
  await expect(tree.getByText("Docs sprint")).toBeVisible();
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await tree.getByRole("button", { name: "Copy the path of a.b" }).click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe("deep[0].a\\.b");
  await tree.getByRole("button", { name: "Copy the value of a.b" }).click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe("here");
  await page.goto(`${account.server.origin}/${account.team}/activities/${stored.id}`);
  await expect(page.getByText("John Doe created task Shareable").first()).toBeVisible();
  await expect(tree.getByText("Docs sprint")).toBeVisible();
});
