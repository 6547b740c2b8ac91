import { expect, test } from "@playwright/test";
import { FeedPage } from "./pages/feed-page";
import { listAll, post, setUp, taskEvent } from "./support/api";
import { signIn } from "./support/fixtures";
import { Server } from "./support/server";

test("after the server was away the missed activities are there, each once", async ({ page, context }) => {
  const server = await Server.start();
  const account = await setUp(server);
  await post(account, taskEvent("Before"));
  await signIn(context, account);
  const feed = new FeedPage(page, account);
  await feed.open();
  await feed.isLive();

  await context.setOffline(true);
  expect(await server.signal("SIGTERM")).toBe(0);
  await server.restart();
  for (let n = 0; n < 5; n += 1) await post(account, taskEvent(`Missed ${n}`));
  await context.setOffline(false);
  await expect(feed.item("Missed 4")).toBeVisible({ timeout: 30_000 });
  await expect(feed.page.locator("[data-connection=live]")).toBeVisible({ timeout: 30_000 });
  await post(account, taskEvent("After"));
  await expect(feed.item("After")).toBeVisible();
  expect(await feed.ids()).toEqual((await listAll(account)).map(({ id }) => id));
  await server.stop();
});
