import { listAll, post, postAll, taskEvent } from "./support/api";
import { expect, test } from "./support/fixtures";

const at = (second: number) => new Date(Date.UTC(2026, 2, 2, 10, 0, second)).toISOString();

test("a long list comes by itself, each of 520 activities of one moment once, with few rows on the page", async ({
  feed,
  account,
  source,
}) => {
  const timestamp = at(0);
  const events = Array.from({ length: 520 }, (_, n) => taskEvent(`Same moment ${n}`, { source, timestamp }));
  await postAll(account, events);
  await feed.open(`?source=${source}`);
  await feed.isLive();
  await post(account, taskEvent("Live in between", { source }));
  await expect(feed.item("Live in between")).toBeVisible();
  const shown = await feed.readThrough();
  expect(await feed.items.count()).toBeLessThan(80);
  expect(new Set(shown).size).toBe(shown.length);
  expect(shown).toEqual((await listAll(account, { source })).map(({ id }) => id));
  expect(shown).toHaveLength(521);
  await feed.page.keyboard.press(".");
  await expect(feed.item("Live in between")).toBeInViewport();
});

test("the focus and an open fold outlast being scrolled away", async ({ feed, account, source }) => {
  const { page } = feed;
  const alerts = Array.from({ length: 4 }, (_, n) => ({
    eventType: "alert.cpu",
    actor: { id: "probe", kind: "system" },
    entity: { type: "host", id: "db-1", name: "db-1" },
    timestamp: at(700 + n),
    source,
  }));
  const tasks = Array.from({ length: 300 }, (_, n) => taskEvent(`Row ${n}`, { source, timestamp: at(n) }));
  await postAll(account, [...alerts, ...tasks]);
  await feed.open(`?source=${source}`);
  await feed.items.first().getByRole("link", { name: "Show all" }).click();
  const members = page.getByRole("region", { name: "All of these events" });
  await expect(members.locator("article")).toHaveCount(3);
  const row = feed.item("Row 295").locator("a[data-row]");
  await row.focus();
  await feed.readThrough();
  await expect(members).toHaveCount(0);
  await expect(row).toBeFocused();
  await page.keyboard.press("j");
  await expect(feed.item("Row 294").locator("a[data-row]")).toBeFocused();
  await expect(feed.item("Row 294")).toBeInViewport();
  await page.evaluate(() => window.scrollTo({ top: 0 }));
  await expect(members.locator("article")).toHaveCount(3);
});

test("a list that is opened at a date goes both ways, and what is read does not move", async ({
  feed,
  account,
  source,
}) => {
  const { page } = feed;
  const day = (n: number) => new Date(Date.UTC(2026, 2, 1, 12) + n * 3_600_000).toISOString();
  await postAll(
    account,
    Array.from({ length: 480 }, (_, n) => taskEvent(`Hour ${n}`, { source, timestamp: day(n) })),
  );
  await feed.open(`?source=${source}`);
  await feed.isLive();
  await page.keyboard.press("g");
  await page.keyboard.press("d");
  await page.getByLabel("Date", { exact: true }).fill("2026-03-11");
  await page.getByRole("button", { name: "Go", exact: true }).click();
  // The end of that day in Berlin is 23:00 UTC.
  const first = feed.item("Hour 250");
  await expect(first).toBeInViewport();
  expect(new URL(page.url()).searchParams.get("at")).toBe("2026-03-11T23:00:00.000Z");
  await expect(feed.items.filter({ hasText: /Hour 35[0-9]/ })).toHaveCount(0);
  await expect.poll(() => page.evaluate(() => window.scrollY)).toBeGreaterThan(1_000);
  await expect(first).toBeInViewport();
  const newer = page.locator("main a[rel=prev]");
  while ((await newer.count()) > 0) await page.evaluate(() => window.scrollTo({ top: 0 }));
  const all = await feed.readThrough();
  expect(all).toEqual((await listAll(account, { source })).map(({ id }) => id));
  await post(account, taskEvent("Meanwhile", { source }));
  await expect(feed.pill).toHaveText("1 new activity");
  await feed.pill.click();
  await expect(feed.item("Meanwhile")).toBeInViewport();
});

test("coming back finds the row, the details and the place as they were left", async ({ feed, account, source }) => {
  const { page } = feed;
  await postAll(
    account,
    Array.from({ length: 400 }, (_, n) => taskEvent(`Row ${n}`, { source, timestamp: at(n * 30) })),
  );
  await feed.open(`?source=${source}`);
  await feed.readThrough();
  const row = feed.item("Row 120");
  await page.evaluate(() => window.scrollTo({ top: document.documentElement.scrollHeight }));
  while ((await row.count()) === 0) await page.mouse.wheel(0, -600);
  await row.evaluate((element) => element.scrollIntoView({ block: "center" }));
  await row.click();
  await expect(page.getByRole("complementary", { name: "Details" })).toContainText("Row 120");
  await page.waitForTimeout(400);
  const top = (await row.boundingBox())?.y ?? Number.NaN;

  await page.getByRole("link", { name: "Members" }).first().click();
  await expect(page.getByRole("heading", { level: 1, name: "Members" })).toBeVisible();
  await page.goBack();
  await expect(row).toBeInViewport();
  await expect(page.getByRole("complementary", { name: "Details" })).toContainText("Row 120");
  await expect.poll(async () => Math.abs(((await row.boundingBox())?.y ?? Number.NaN) - top)).toBeLessThan(3);

  await page.reload();
  await expect(row).toBeInViewport();
  await expect.poll(async () => Math.abs(((await row.boundingBox())?.y ?? Number.NaN) - top)).toBeLessThan(3);
});
