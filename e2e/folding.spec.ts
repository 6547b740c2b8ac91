import type { FeedPage } from "./pages/feed-page";
import { type PostedEvent, post, postAll, taskEvent } from "./support/api";
import { expect, test } from "./support/fixtures";

/** A minute that lies in one hour, some time ago. */
const START = Math.floor(Date.now() / 3_600_000) * 3_600_000 - 40 * 60_000;
const time = (ms: number) => new Date(START + ms).toISOString();

function alert(source: string, n: number): PostedEvent {
  const host = `web-${n % 40}`;
  return {
    eventType: "alert.cpu",
    actor: { id: "probe", name: "Probe", kind: "integration" },
    entity: { type: "host", id: host, name: host },
    timestamp: time((n % 600) * 100),
    source,
    metadata: { number: `alert${n}` },
  };
}

const comment = (source: string, n: number) =>
  taskEvent("Storm talk", {
    source,
    eventType: "comment.added",
    timestamp: time(n * 12_000),
    metadata: { body: `Look at this, ${n}` },
  });

/** Folds and comments that can be seen without scrolling. */
async function firstScreen(feed: FeedPage) {
  const height = feed.page.viewportSize()?.height ?? 0;
  const rows = await feed.items.evaluateAll((articles) =>
    articles.map((row) => ({
      top: row.getBoundingClientRect().bottom,
      isFold: row.hasAttribute("data-fold"),
      text: row.textContent ?? "",
      count: row.querySelector(".sr-only:not(:empty)")?.textContent,
    })),
  );
  const seen = rows.filter(({ top }) => top <= height);
  return {
    alerts: seen.filter(({ text }) => text.includes("web-")).length,
    comments: seen.filter(({ text }) => text.includes("Look at this")).length,
    counts: rows.filter(({ isFold }) => isFold).map(({ count }) => /^[\d,]+ times/.exec(count ?? "")?.[0]),
  };
}

test("a storm of 10,000 alerts is one row, and what people say stays on the first screen, live and after a reload", async ({
  feed,
  account,
  source,
}) => {
  await feed.page.setViewportSize({ width: 1440, height: 860 });
  await feed.open(`?source=${source}`);
  await feed.isLive();
  for (let batch = 0; batch < 10; batch += 1) {
    await postAll(
      account,
      Array.from({ length: 1_000 }, (_, n) => alert(source, batch * 1_000 + n)),
    );
    if (batch % 2 === 0) await post(account, comment(source, batch / 2));
  }
  const whole = { alerts: 1, comments: 5, counts: ["10,000 times"] };
  await expect.poll(() => firstScreen(feed)).toEqual(whole);
  await feed.page.reload();
  expect(await firstScreen(feed)).toEqual(whole);

  const fold = feed.page.locator("article[data-fold]");
  await fold.getByRole("link", { name: "Show all" }).click();
  await expect(feed.items).toHaveCount(6 + 49);
  await feed.page.getByRole("button", { name: "Show more" }).click();
  await expect(feed.items).toHaveCount(6 + 149);
  await feed.items.nth(3).getByText("Probe").click();
  await expect(feed.page.getByRole("button", { name: "Close details" })).toBeVisible();
  await fold.getByRole("link", { name: "Show less" }).click();
  await expect(feed.items).toHaveCount(6);

  await feed.search.fill("alert4711");
  await feed.search.press("Enter");
  await expect(feed.items).toHaveCount(1);
  await feed.open(`?source=${source}`);
  await feed.page.getByRole("link", { name: "Show every event by itself" }).click();
  await expect(feed.items).toHaveCount(50);
  await expect(feed.page).toHaveURL(/fold=off/);
  await feed.page.getByRole("link", { name: "Fold similar events" }).click();
  await expect(feed.items).toHaveCount(6);
});

test("several pushes of one person are one row, and grow while they are watched", async ({ feed, account, source }) => {
  const push = (n: number, id: string) => ({
    ...taskEvent("main", { source, eventType: "git.push", timestamp: time(n * 1_000) }),
    actor: { id, name: id },
  });
  await postAll(
    account,
    [1, 2, 3].map((n) => push(n, "Ann")),
  );
  await post(account, push(4, "Ben"));
  await feed.open(`?source=${source}`);
  await feed.isLive();
  await expect(feed.items).toHaveCount(2);
  await expect(feed.items.nth(1)).toContainText("3 times");
  await post(account, push(5, "Ann"));
  await expect(feed.items.first()).toContainText("4 times");
  await expect(feed.items).toHaveCount(2);
});

test("details of what became part of a fold meanwhile, or is inside of one, still lead to the rows beside it", async ({
  feed,
  account,
  source,
}) => {
  const push = (n: number) => ({
    ...taskEvent("main", { source, eventType: "git.push", timestamp: time(n * 1_000) }),
    metadata: { number: `push${n}` },
  });
  await post(account, taskEvent("Underneath", { source, timestamp: time(0) }));
  await postAll(account, [1, 2, 3].map(push));
  await feed.open(`?source=${source}`);
  await feed.isLive();
  await feed.page.keyboard.press("j");
  await feed.page.keyboard.press("o");
  const details = feed.page.getByRole("complementary", { name: "Details" });
  await expect(details).toContainText("push3");
  await details.getByRole("button", { name: "Older activity" }).focus();
  await post(account, push(4));
  await expect(feed.items.first()).toContainText("4 times");
  await feed.page.keyboard.press("k");
  await expect(details).toContainText("push4");

  await feed.items.first().getByRole("link", { name: "Show all" }).click();
  await feed.items.filter({ hasText: "Underneath" }).waitFor();
  await feed.items.nth(2).getByRole("link").last().press("o");
  await expect(details).toContainText("push2");
  await details.getByRole("button", { name: "Older activity" }).click();
  await expect(details).toContainText("Underneath");
});

test("an address that names a place opens there, each event by itself, and stays there", async ({
  feed,
  account,
  source,
}) => {
  await postAll(
    account,
    Array.from({ length: 120 }, (_, n) => alert(source, n)),
  );
  const { id } = await post(account, { ...alert(source, 30), metadata: { number: "the one" } });
  await feed.open(`?source=${source}&at=${id}`);
  await feed.isLive();
  const one = feed.page.locator(`article[data-activity="${id}"]`);
  await expect(one).toBeInViewport();
  await feed.page.getByRole("button", { name: "Share view" }).click();
  await feed.page.keyboard.press("Escape");
  await expect(one).toBeInViewport();
  await expect(feed.page.locator("article[data-fold]")).toHaveCount(0);
  await feed.page.keyboard.press(".");
  await expect(feed.page.locator("article[data-fold]")).toHaveCount(1);
});
