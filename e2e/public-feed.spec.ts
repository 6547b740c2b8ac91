import type { Page } from "@playwright/test";
import { call, post, taskEvent } from "./support/api";
import { expect, test } from "./support/fixtures";

/** What the browser refused by the page's policy, as it happens. */
async function violationsOf(page: Page): Promise<string[]> {
  const seen: string[] = [];
  await page.exposeFunction("tellViolation", (text: string) => seen.push(text));
  await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI, sourceFile }) => {
      Reflect.get(window, "tellViolation")(`${violatedDirective} ${blockedURI} ${sourceFile}`);
    });
  });
  page.on("console", (message) => {
    if (message.type() === "error") seen.push(message.text());
  });
  return seen;
}

test("a feed is published, read by a stranger who sees what is new, found by search engines, and switched off", async ({
  feed,
  account,
  source,
  browser,
}) => {
  const { page } = feed;
  const { origin } = account.server;
  await post(account, taskEvent("Public one", { source }));
  await post(account, taskEvent("Not public", { source: `${source}-other` }));
  await page.goto(`${origin}/${account.team}/settings/feeds`);
  await page.getByLabel("Name", { exact: true }).fill("Releases of ours");
  await page.getByLabel("What it shows").fill(`${origin}/${account.team}?source=${source}`);
  await page.getByRole("button", { name: "Make public" }).click();
  await expect(page.getByText("“Releases of ours” is public")).toBeVisible();
  const url = `${origin}/p/${account.team}/releases-of-ours`;
  await expect(page.getByText(url).first()).toBeVisible();

  const stranger = await browser.newContext();
  const visitor = await stranger.newPage();
  const violations = await violationsOf(visitor);
  const streams: string[] = [];
  visitor.on("request", (request) => {
    if (request.url().includes("/api/")) streams.push(request.url());
  });
  await visitor.clock.install();
  const refetched = visitor.waitForResponse(`${url}/feed.json`);
  const answer = await visitor.goto(url);
  await refetched;
  expect(answer?.status()).toBe(200);
  expect(answer?.headers()).toMatchObject({ "cache-control": "public, s-maxage=30, stale-while-revalidate=300" });
  expect(answer?.headers()["x-robots-tag"]).toBeUndefined();
  expect(answer?.headers()["set-cookie"]).toBeUndefined();
  await expect(visitor.getByRole("heading", { name: "Releases of ours" })).toBeVisible();
  await expect(visitor.getByRole("article")).toHaveCount(1);
  await expect(visitor.getByRole("article")).toContainText("Public one");

  await post(account, taskEvent("Public two", { source }));
  // The server may give what it read within the last second.
  await expect(async () => {
    await visitor.clock.runFor(31_000);
    await expect(visitor.getByRole("article")).toHaveCount(2, { timeout: 1_000 });
  }).toPass();
  expect(streams).toEqual([]);
  const nonce = /'nonce-([^']+)'/.exec(answer?.headers()["content-security-policy"] ?? "")?.[1];
  expect(await answer?.text()).toContain(`nonce="${nonce}"`);

  await page.getByRole("button", { name: "Switch off Releases of ours" }).click();
  await expect(page.getByRole("button", { name: "Switch on Releases of ours" })).toBeVisible();
  // The server believes what it read for a second more.
  await expect(async () => {
    await visitor.clock.runFor(31_000);
    await expect(visitor.getByText("This feed is no longer public.")).toBeVisible({ timeout: 1_000 });
  }).toPass();
  // The last refetch is a 404, which the console tells of.
  expect(violations.filter((text) => !text.includes("404"))).toEqual([]);
  expect((await visitor.goto(url))?.status()).toBe(404);
  await stranger.close();
});

test("pages keep to their policy: nothing they need is refused, and an injected script is", async ({
  feed,
  account,
}) => {
  const { page } = feed;
  const { origin } = account.server;
  const violations = await violationsOf(page);
  await post(account, taskEvent("Under a policy"));
  const settings = ["keys", "integrations", "feeds"].map((name) => `/${account.team}/settings/${name}`);
  for (const path of [`/${account.team}`, ...settings, "/no/such/page"]) {
    const answer = await page.goto(`${origin}${path}`);
    expect(answer?.headers()).toMatchObject({
      "cache-control": expect.stringContaining("no-cache"),
      "x-robots-tag": "noindex",
      "x-content-type-options": "nosniff",
      "referrer-policy": "same-origin",
      "content-security-policy": expect.stringContaining("frame-ancestors 'none'"),
    });
    expect(answer?.headers()["strict-transport-security"]).toBeUndefined();
  }
  await page.goto(`${origin}/${account.team}/settings/keys`);
  await page.getByRole("button", { name: "Add a feed reader" }).click();
  await expect(page.getByText("Your feed reader’s addresses")).toBeVisible();
  await page.getByLabel("Name").fill("Rotated");
  await page.getByRole("button", { name: "Create key" }).click();
  await expect(page.getByText("Try it:")).toBeVisible();
  const first = /las_[A-Za-z0-9]{32}/.exec((await page.locator("main").textContent()) ?? "")?.[0] ?? "";
  await page.getByRole("button", { name: "Close" }).first().click();
  await page.getByRole("button", { name: "Rotate Rotated" }).click();
  await page.getByRole("button", { name: "Rotate key" }).click();
  await expect(page.getByText("has a new secret")).toBeVisible();
  const second = /las_[A-Za-z0-9]{32}/.exec((await page.locator("main").textContent()) ?? "")?.[0] ?? "";
  expect(second).not.toBe(first);
  for (const key of [first, second]) expect((await call({ ...account, key }, "/activities")).status).toBe(200);
  await page.getByText("Dark").or(page.getByLabel("Dark")).first().check({ force: true });
  await expect(page.locator("html")).toHaveClass(/dark/);
  expect(violations.filter((text) => !text.includes("404"))).toEqual([]);

  await page.evaluate(() => {
    const script = document.createElement("div");
    script.innerHTML = '<img src="x:" onerror="window.injected = true">';
    document.body.append(script);
  });
  await expect.poll(() => violations.some((text) => text.includes("script-src"))).toBe(true);
  expect(await page.evaluate(() => Reflect.get(window, "injected"))).toBeUndefined();
});
