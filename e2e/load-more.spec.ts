import { listAll, post, postAll, taskEvent } from "./support/api";
import { expect, test } from "./support/fixtures";

test("older pages show each of 520 activities of one moment exactly once, while new ones arrive", async ({
  feed,
  account,
  source,
}) => {
  const timestamp = "2026-03-02T10:00:00.000Z";
  const events = Array.from({ length: 520 }, (_, n) => taskEvent(`Same moment ${n}`, { source, timestamp }));
  await postAll(account, events);
  await feed.open(`?source=${source}`);
  await feed.isLive();
  await feed.more.click();
  await post(account, taskEvent("Live in between", { source }));
  await feed.loadEverything();
  await feed.page.evaluate(() => window.scrollTo({ top: 0 }));
  await expect(feed.item("Live in between")).toHaveCount(1);
  const shown = await feed.ids();
  expect(new Set(shown).size).toBe(shown.length);
  expect(shown).toEqual((await listAll(account, { source })).map(({ id }) => id));
  expect(shown).toHaveLength(521);
});
