import { postAll, taskEvent } from "./support/api";
import { expect, test } from "./support/fixtures";

/** A list of ours, not a stream or a part of one. */
const LIST = /\/activities(\?|$)/;

test("being offline is told over the feed without moving it, and what is posted meanwhile is sent afterwards", async ({
  feed,
  account,
  source,
}) => {
  const { page } = feed;
  await postAll(
    account,
    Array.from({ length: 5 }, (_, n) => taskEvent(`Task ${n}`, { source })),
  );
  await feed.open("?fold=off");
  await feed.isLive();
  const row = feed.item("Task 4");
  const place = await row.boundingBox();
  // The code of panels that may be wanted offline is fetched once somebody uses the page.
  const loaded = () =>
    page.evaluate(() => performance.getEntriesByType("resource").filter(({ name }) => /\.js$/.test(name)).length);
  const first = await loaded();
  await row.hover();
  await expect.poll(loaded).toBeGreaterThan(first + 1);
  await page.context().setOffline(true);
  await expect(page.getByText("You are offline.")).toBeVisible();
  await expect(page.locator("[data-connection]")).toHaveText("Offline");
  expect(await row.boundingBox()).toEqual(place);
  await page.keyboard.press("n");
  await page.getByRole("textbox", { name: "Note" }).fill(`From the train ${source}`);
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText("Your note is kept, and sent when you are back.")).toBeVisible();
  await page.context().setOffline(false);
  await expect(feed.item(`From the train ${source}`)).toHaveCount(1);
  await expect(page.getByText("Back online — nothing was missed")).toBeVisible();
  await feed.isLive();
  await expect(page.locator("[data-trouble]")).toHaveCount(0);
});

test("a list that fails or is late is asked for again, rows are awaited in their own measures, and the focus stays", async ({
  feed,
  account,
  source,
}) => {
  const { page } = feed;
  await postAll(
    account,
    Array.from({ length: 60 }, (_, n) => taskEvent(`Step ${n}`, { source })),
  );
  await page.clock.install();
  await feed.open(`?source=${source}&fold=off&q=nothingsuch`);
  await expect(page.getByText("No activity matches")).toBeVisible();

  // The filter goes: nothing was shown before, so the list's outline is.
  const asked: (() => void)[] = [];
  await page.route(LIST, async (route) => {
    await new Promise<void>((go) => asked.push(go));
    await route.continue();
  });
  await page.getByRole("link", { name: "Clear filters" }).first().click();
  const outline = page.locator("main [data-skeleton] .grid").first();
  await expect(outline).toBeVisible();
  const expected = await outline.boundingBox();
  await page.clock.runFor(10_500);
  await expect(page.getByText("This takes longer than usual.")).toBeVisible();
  expect(await outline.boundingBox()).toEqual(expected);
  const before = asked.length;
  await page.locator("[data-trouble]").getByRole("button", { name: "Try again" }).click();
  await expect.poll(() => asked.length).toBeGreaterThan(before);
  for (const go of asked.splice(0)) go();
  await expect(feed.items.first()).toBeVisible();
  await expect(page.locator("[data-trouble]")).toHaveCount(0);
  const first = await feed.items.first().locator("> div").boundingBox();
  expect([first?.x, first?.width, first?.height]).toEqual([expected?.x, expected?.width, expected?.height]);

  await page.unroute(LIST);
  await page.route(LIST, (route) => route.abort());
  await page.getByRole("link", { name: "Important", exact: true }).click();
  await expect(page.getByRole("heading", { name: "The feed could not be loaded" })).toBeVisible();
  await page.unroute(LIST);
  await page.getByRole("button", { name: "Try again" }).press("Enter");
  await expect(page.getByText("The feed could not be loaded")).toHaveCount(0);
  expect(await page.evaluate(() => document.activeElement?.closest("main") !== null)).toBe(true);
});
