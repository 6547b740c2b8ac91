import { postAll, taskEvent } from "./support/api";
import { expect, openFeed, test } from "./support/fixtures";

test("filters live in the address, go back and forward, and are the same for whoever opens the link", async ({
  feed,
  account,
  source,
  browser,
}) => {
  await postAll(account, [
    taskEvent("Alpha", { source }),
    taskEvent("Beta", { source, eventType: "task.completed", actor: { id: "u_2", name: "Priya Raman" } }),
    taskEvent("Gamma", { source, eventType: "comment.added", metadata: { body: "looks good" } }),
  ]);
  const { page } = feed;
  await feed.open(`?source=${source}`);
  await expect(feed.items).toHaveCount(3);

  await page.getByRole("link", { name: "Important" }).click();
  await expect(page).toHaveURL(/important=1/);
  await expect(page.getByText("No activity matches")).toBeVisible();
  await page.goBack();
  await expect(feed.items).toHaveCount(3);
  await page.goForward();
  await expect(page.getByText("No activity matches")).toBeVisible();
  await page.goBack();

  await feed.open(`?source=${source}&type=task.*,-task.completed`);
  await expect(feed.items).toHaveCount(1);
  await expect(feed.item("Alpha")).toBeVisible();
  const other = await openFeed(browser, account, new URL(page.url()).search);
  expect(await other.ids()).toEqual(await feed.ids());

  await feed.open(`?source=${source}&type=&from=not-a-date&group=nobody`);
  await expect(feed.items).toHaveCount(3);
});

test("search finds words, parts of words and phrases while typing", async ({ feed, account, source }) => {
  await postAll(account, [
    taskEvent("Rework billing retries", { source, metadata: { ocrText: "HTTP 502 from acme/api, commit a41c9f2" } }),
    taskEvent("更新文档 für Zürich", { source }),
    taskEvent("Polish the onboarding", { source }),
  ]);
  await feed.open(`?source=${source}`);
  await expect(feed.items).toHaveCount(3);
  const finds = async (words: string, expected: string) => {
    await feed.search.fill(words);
    await expect(feed.items).toHaveCount(1);
    await expect(feed.item(expected)).toBeVisible();
  };
  await finds("retry", "Rework billing retries");
  await finds("onboar", "Polish the onboarding");
  await finds("新文", "更新文档");
  await finds("zurich", "更新文档");
  await finds('"billing retries"', "Rework billing retries");
  await finds("a41c9f2", "Rework billing retries");
  await feed.search.fill("polish or zürich");
  await expect(feed.items).toHaveCount(2);
  await expect(feed.page).toHaveURL(/q=/);
  await feed.page.reload();
  await expect(feed.search).toHaveValue("polish or zürich");
  await expect(feed.items).toHaveCount(2);
});
