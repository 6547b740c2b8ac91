import type { Locator, Page } from "@playwright/test";
import { post, postAll, taskEvent } from "./support/api";
import { expect, test } from "./support/fixtures";

const MOST_TABS = 60;

/** The outline of what has the focus; a ring that cannot be seen is none. */
async function focusRing(page: Page): Promise<{ style: string; width: number; color: string }> {
  return await page.evaluate(() => {
    const at = document.activeElement;
    // The theme's radio buttons are drawn by their labels.
    const drawn = at?.closest("label:has(> .sr-only)") ?? at ?? document.body;
    const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(drawn);
    return { style: outlineStyle, width: Number.parseFloat(outlineWidth), color: outlineColor };
  });
}

async function expectVisibleFocus(page: Page): Promise<void> {
  const { style, width, color } = await focusRing(page);
  expect(style).not.toBe("none");
  expect(width).toBeGreaterThanOrEqual(2);
  expect(color).not.toMatch(/rgba\(.*, 0\)|transparent/);
}

/** Presses Tab until `wanted` has the focus; every stop on the way must be seen. */
async function tabTo(page: Page, wanted: Locator): Promise<void> {
  for (let tabs = 0; tabs < MOST_TABS; tabs += 1) {
    await page.keyboard.press("Tab");
    // After the last stop comes the browser's own frame.
    if (await page.evaluate(() => document.activeElement === document.body)) continue;
    await expectVisibleFocus(page);
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`${MOST_TABS} times Tab did not lead to ${wanted}`);
}

test("from sign-in through the feed to the settings with the keyboard alone", async ({ page, account, source }) => {
  const { origin } = account.server;
  await post(account, taskEvent("By keyboard", { source }));
  await page.goto(`${origin}/${account.team}?source=${source}`);
  await expect(page.getByLabel("E-mail")).toBeFocused();
  await page.keyboard.type(account.email);
  await tabTo(page, page.getByLabel("Password"));
  await page.keyboard.type(account.password);
  await page.keyboard.press("Enter");
  const row = page.getByRole("article").getByRole("link").last();
  await expect(row).toBeVisible();
  await expect(page.locator("[data-connection=live]")).toBeVisible();

  // The first stop leads past the navigation.
  await page.keyboard.press("Tab");
  const skip = page.getByRole("link", { name: "Skip to the content" });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport({ ratio: 1 });
  await expectVisibleFocus(page);
  await page.keyboard.press("Enter");
  await expect(page.locator("#content")).toBeFocused();
  const share = page.getByRole("button", { name: "Share view" });
  await tabTo(page, share);

  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog", { name: "Share view" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(share).toBeFocused();
  await expectVisibleFocus(page);

  await tabTo(page, row);
  await page.keyboard.press("Enter");
  const close = page.getByRole("button", { name: "Close details" });
  await tabTo(page, close);
  await page.keyboard.press("Enter");
  await expect(close).toHaveCount(0);
  await expect(row).toBeFocused();
  await page.keyboard.press("Enter");
  await tabTo(page, close);
  await page.keyboard.press("Escape");
  await expect(close).toHaveCount(0);
  await expect(row).toBeFocused();

  const keys = page.getByRole("link", { name: "Keys" });
  await tabTo(page, keys);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Keys" })).toBeVisible();
  const rotate = page.getByRole("button", { name: /^Rotate/ }).first();
  await tabTo(page, rotate);
  await page.keyboard.press("Enter");
  const question = page.getByRole("alertdialog");
  await expect(question).toBeVisible();
  expect(await question.evaluate((dialog) => dialog.contains(document.activeElement))).toBe(true);
  // The focus stays within the question.
  for (let tabs = 0; tabs < 4; tabs += 1) {
    await page.keyboard.press("Tab");
    expect(await question.evaluate((dialog) => dialog.contains(document.activeElement))).toBe(true);
  }
  await page.keyboard.press("Escape");
  await expect(question).toHaveCount(0);
  await expect(rotate).toBeFocused();
  await expectVisibleFocus(page);
});

test("what stands above and beside the feed has the focus without moving it, and rows have theirs below the head", async ({
  feed,
  account,
  source,
}) => {
  const { page } = feed;
  const { keyboard } = page;
  await postAll(
    account,
    Array.from({ length: 40 }, (_, n) => taskEvent(`Task ${n}`, { source })),
  );
  await feed.open(`?source=${source}&fold=off`);
  await feed.isLive();
  const scrolled = () => page.evaluate(() => Math.round(window.scrollY));
  await page.evaluate(() => window.scrollTo({ top: 900, behavior: "instant" }));

  await keyboard.press("/");
  await expect(feed.search).toBeFocused();
  expect(await scrolled()).toBe(900);
  const share = page.getByRole("button", { name: "Share view" });
  await share.click();
  await expect(page.getByRole("dialog", { name: "Share view" })).toBeVisible();
  await keyboard.press("Escape");
  await expect(share).toBeFocused();
  expect(await scrolled()).toBe(900);
  await page.getByRole("link", { name: "Skip to the content" }).focus();
  await keyboard.press("Tab");
  expect(await scrolled()).toBe(900);

  const under = feed.items.nth(14).getByRole("link").last();
  await under.evaluate((link) => window.scrollBy({ top: link.getBoundingClientRect().top - 40, behavior: "instant" }));
  await under.focus();
  const head = await page.locator(".feed-head").boundingBox();
  expect((await under.boundingBox())?.y).toBeGreaterThan(head?.height ?? Number.NaN);
});

test("on a phone, closed details give the focus back to their row", async ({ feed, account, source }) => {
  const { page } = feed;
  await page.setViewportSize({ width: 390, height: 800 });
  await post(account, taskEvent("By thumb", { source }));
  await feed.open(`?source=${source}`);
  await feed.isLive();
  const row = feed.item("By thumb").getByRole("link").last();
  await row.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(row).toBeFocused();
});

test("forced colours still tell where one is, what is chosen and what is a button", async ({ feed, account }) => {
  const { page } = feed;
  await page.emulateMedia({ forcedColors: "active" });
  await page.goto(`${account.server.origin}/${account.team}/settings/keys`);
  const outlineOf = (what: Locator) => what.evaluate((element) => getComputedStyle(element).outlineStyle);
  expect(await outlineOf(page.getByRole("link", { name: "Keys" }))).toBe("solid");
  expect(await outlineOf(page.getByRole("link", { name: "Members" }))).toBe("none");
  const themes = page.getByRole("group", { name: "Colours" }).filter({ visible: true }).locator("label");
  expect(await Promise.all((await themes.all()).map(outlineOf))).toEqual(["none", "solid", "none"]);
  const border = await page.getByRole("button", { name: "Create key" }).evaluate((button) => {
    const { borderTopWidth, borderTopColor, backgroundColor } = getComputedStyle(button);
    return { width: borderTopWidth, isSeen: borderTopColor !== backgroundColor };
  });
  expect(border).toEqual({ width: "1px", isSeen: true });

  await page.getByRole("button", { name: "Switch team" }).filter({ visible: true }).press("Enter");
  const first = page.getByRole("menuitem").first();
  await expect(first).toBeFocused();
  expect(await outlineOf(first)).toBe("solid");
  expect(await outlineOf(page.getByRole("menuitem").last())).toBe("none");
  await page.keyboard.press("Escape");
});

test("who asks for less motion sees none, and all that it would have led to", async ({ feed, account, source }) => {
  const { page } = feed;
  const longest = () => page.evaluate(() => Reflect.get(window, "longest").ms);
  await page.emulateMedia({ reducedMotion: "reduce" });
  // What moves, by how long it does, milliseconds.
  await page.addInitScript(() => {
    const longest = { ms: 0 };
    Reflect.set(window, "longest", longest);
    const look = () => {
      for (const { effect } of document.getAnimations()) {
        longest.ms = Math.max(longest.ms, Number(effect?.getComputedTiming().endTime ?? 0));
      }
      requestAnimationFrame(look);
    };
    look();
  });
  await feed.open(`?source=${source}`);
  await feed.isLive();
  await post(account, taskEvent("Without motion", { source }));
  await expect(feed.item("Without motion")).toBeVisible();
  await expect(feed.item("Without motion")).toHaveCSS("opacity", "1");
  await page.getByRole("button", { name: "Share view" }).click();
  await expect(page.getByRole("dialog")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  expect(await longest()).toBeLessThan(1);
  await page.goto(`${account.server.origin}/${account.team}/settings/keys`);
  await page
    .getByRole("button", { name: /^Rotate/ })
    .first()
    .click();
  await expect(page.getByRole("alertdialog")).toBeVisible();
  expect(await longest()).toBeLessThan(1);
});
