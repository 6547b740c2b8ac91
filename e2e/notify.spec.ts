import type { Page } from "@playwright/test";
import { FeedPage } from "./pages/feed-page";
import { post, postAll, send, taskEvent } from "./support/api";
import { expect, test } from "./support/fixtures";

/** Another window is in use, or this one again. A page of this browser always believes to be the one in use. */
async function look(page: Page, isLookedAt: boolean): Promise<void> {
  await page.evaluate((isIt) => {
    document.hasFocus = () => isIt;
    dispatchEvent(new Event(isIt ? "focus" : "blur"));
  }, isLookedAt);
}

const PLAIN = "Feed · Acme Platform";

test("the tab counts what arrives while nobody looks, less what one did oneself", async ({ feed, account }) => {
  const { page } = feed;
  await post(account, taskEvent("Before"));
  await feed.open();
  await page.getByRole("link", { name: "Members" }).click();
  await expect(page).toHaveTitle("Members · Acme Platform");
  await page.getByRole("link", { name: "Feed", exact: true }).click();
  await feed.isLive();
  await expect(page).toHaveTitle(PLAIN);
  const icon = page.locator("link[rel=icon]").last();
  const plainIcon = await icon.getAttribute("href");

  await look(page, false);
  await send(page.request, account, `/api/teams/${account.team}/posts`, { kind: "note", text: "From myself" });
  await postAll(account, [taskEvent("One"), taskEvent("Two")]);
  await expect(page).toHaveTitle(`(2) ${PLAIN}`);
  await expect(feed.item("From myself")).toBeVisible();
  await expect(icon).toHaveAttribute("href", "/icons/icon-unread.svg");
  await post(account, taskEvent("Three"));
  await expect(page).toHaveTitle(`(3) ${PLAIN}`);

  await look(page, true);
  await expect(page).toHaveTitle(PLAIN);
  await expect(icon).toHaveAttribute("href", plainIcon ?? "");
  await expect(page.locator("[data-announcer]")).toHaveText(/^3 new activities, latest: /);
});

/** Notes what the desktop would show; a browser without a head shows nothing. */
function recordNotifications(): void {
  class Recorded extends EventTarget {
    static permission = "granted";
    onclick: (() => void) | null = null;
    constructor(readonly title: string) {
      super();
      recorded.push(this);
    }
    close(): void {}
  }
  const recorded: Recorded[] = [];
  Object.assign(window, { Notification: Recorded, recorded });
}

const titles = (page: Page) => page.evaluate<string[]>("recorded.map(({ title }) => title)");

test("one of two tabs tells of a burst of important activity, and opens it", async ({ feed, account, context }) => {
  await context.grantPermissions(["notifications"]);
  await context.addInitScript(recordNotifications);
  const { page } = feed;
  await post(account, taskEvent("Before"));
  await feed.open();
  await page.getByRole("button", { name: "Notifications" }).click();
  const choice = page.getByRole("checkbox", { name: "On the desktop" });
  await expect(choice).not.toBeChecked();
  await choice.check();
  expect(await titles(page)).toEqual(["Notifications are on"]);
  const other = new FeedPage(await context.newPage(), account);
  await other.open();
  for (const one of [feed, other]) {
    await one.isLive();
    await look(one.page, false);
  }
  // Loaded once it is switched on.
  await other.page.waitForTimeout(1_000);

  const alarms = ["One", "Two", "Three"].map((name) => taskEvent(`Alarm ${name}`, { isImportant: true }));
  await postAll(account, [...alarms, taskEvent("Nothing special")]);
  const told = async () => [...(await titles(page)).slice(1), ...(await titles(other.page))];
  await expect.poll(told).toEqual(["3 important activities · Acme Platform"]);
  await page.waitForTimeout(1_500);
  expect(await told()).toHaveLength(1);

  const teller = (await titles(page)).length > 1 ? page : other.page;
  await teller.evaluate("recorded.at(-1).onclick()");
  await expect(teller.getByRole("complementary", { name: "Details" })).toContainText("Alarm Three");
});
