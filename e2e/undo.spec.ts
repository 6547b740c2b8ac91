import type { Page } from "@playwright/test";
import { type Account, call, post, taskEvent } from "./support/api";
import { expect, test } from "./support/fixtures";

const settings = (account: Account, page: string) => `${account.server.origin}/${account.team}/settings/${page}`;

/** Makes something of the team as the page's visitor. */
async function make(page: Page, account: Account, things: string, data: object): Promise<Record<string, string>> {
  const { origin } = account.server;
  const url = `${origin}/api/teams/${account.team}/${things}`;
  const answer = await page.request.post(url, { data, headers: { origin } });
  expect(answer.status()).toBe(201);
  return await answer.json();
}

test("a revoked key goes at once, is refused at once, and works again when that is undone from the keyboard", async ({
  feed,
  account,
}) => {
  const { page } = feed;
  const { key = "" } = await make(page, account, "keys", { name: "CI of ours", scopes: ["capture", "read"] });
  const statusOf = async () => (await call({ ...account, key }, "/activities")).status;
  await page.goto(settings(account, "keys"));
  const row = page.getByRole("list", { name: "Keys" }).getByRole("listitem").filter({ hasText: "CI of ours" });
  // The row goes before the server has answered.
  let letThrough = () => {};
  const held = new Promise<void>((done) => {
    letThrough = done;
  });
  await page.route("**/keys/*", async (route) => {
    await held;
    await route.continue();
  });
  await row.getByRole("button", { name: "Revoke" }).click();
  await expect(row).toHaveCount(0);
  expect(await statusOf()).toBe(200);
  letThrough();
  const toast = page.getByRole("region", { name: "Notifications (F8)" });
  await expect(toast).toContainText("Key “CI of ours” revoked");
  await expect(page.getByRole("status").filter({ hasText: "CI of ours" })).toHaveCount(1);
  await expect.poll(statusOf).toBe(401);
  await page.keyboard.press("F8");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await expect(toast.getByRole("button", { name: "Undo" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(row).toBeVisible();
  await expect(toast).toContainText("Undone.");
  await expect.poll(statusOf).toBe(200);
  await page.goto(`${account.server.origin}/${account.team}?source=team`);
  await expect(page.getByText("Ada Park restored the key CI of ours").first()).toBeVisible();
});

test("a row comes back, and says why, when the server does not do it", async ({ feed, account }) => {
  const { page } = feed;
  await make(page, account, "keys", { name: "Stays", scopes: ["read"] });
  await page.goto(settings(account, "keys"));
  await page.route("**/keys/*", (route) => route.abort());
  await page.getByRole("button", { name: "Revoke Stays" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "cannot be reached" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Revoke Stays" })).toBeVisible();
  await expect(page.getByRole("region", { name: "Notifications (F8)" }).getByText("Stays")).toHaveCount(0);
});

test("the offer to undo stays while it is pointed at, and goes ten seconds later", async ({ feed, account }) => {
  const { page } = feed;
  await make(page, account, "links", { name: "Brief" });
  await page.clock.install();
  await page.goto(settings(account, "links"));
  await page.getByRole("button", { name: "Revoke Brief" }).click();
  const toast = page.getByRole("region", { name: "Notifications (F8)" }).getByRole("listitem");
  await expect(toast).toContainText("Link “Brief” revoked");
  await toast.hover();
  await page.clock.runFor(30_000);
  await expect(toast).toBeVisible();
  await page.mouse.move(5, 5);
  await page.clock.runFor(11_000);
  await expect(toast).toHaveCount(0);
});

test("a link, an invitation, a feed reader, a public feed and an integration come back as they were", async ({
  feed,
  account,
}) => {
  const { page } = feed;
  await post(account, taskEvent("Behind a link"));
  const link = await make(page, account, "links", { name: "For them" });
  await make(page, account, "invitations", { role: "viewer", email: "vi@acme.example" });
  const reader = await make(page, account, "reader-tokens", {});
  const published = await make(page, account, "feeds", { name: "News of ours" });
  const integration = await make(page, account, "integrations", { provider: "github", name: "acme/web" });
  const all = [
    { at: "links", button: "Revoke For them", opened: link.url },
    { at: "members", button: "Revoke the invitation of vi@acme.example" },
    { at: "keys", button: /^Remove the feed reader/, opened: reader.jsonUrl },
    { at: "feeds", button: "Delete News of ours", opened: published.jsonUrl },
    { at: "integrations", button: "Delete acme/web", confirm: "Delete integration" },
  ];
  for (const { at, button, confirm, opened } of all) {
    const statusOf = async () => (opened === undefined ? 200 : (await fetch(opened)).status);
    await page.goto(settings(account, at));
    // The newest stands first.
    const buttons = page.getByRole("button", { name: button, exact: true });
    const count = await buttons.count();
    await buttons.first().click();
    if (confirm !== undefined) await page.getByRole("button", { name: confirm }).click();
    await expect(buttons).toHaveCount(count - 1);
    if (opened !== undefined) await expect.poll(statusOf).toBe(404);
    await page.getByRole("button", { name: "Undo" }).click();
    await expect(buttons).toHaveCount(count);
    await expect.poll(statusOf).toBe(200);
  }
  expect(integration.url).toContain("/api/webhooks/");
});

test("a removed member comes back with one click, and a feed and an integration get other names", async ({
  feed,
  account,
  browser,
}) => {
  const { page } = feed;
  const { url = "" } = await make(page, account, "invitations", { role: "admin" });
  const guest = await browser.newPage();
  await guest.goto(url);
  await guest.getByLabel("E-mail").fill("cy@acme.example");
  await guest.getByLabel("Password").fill("correct horse battery");
  await guest.getByLabel("Your name").fill("Cy Twombly");
  await guest.getByRole("button", { name: "Join" }).click();
  await expect(guest).toHaveURL(`${account.server.origin}/${account.team}`);
  await page.goto(settings(account, "members"));
  await page.getByRole("button", { name: "Remove Cy Twombly" }).click();
  await page.getByRole("button", { name: "Remove member" }).click();
  await expect(page.getByLabel("Role of Cy Twombly")).toHaveCount(0);
  await expect(page.getByRole("region", { name: "Notifications (F8)" })).toContainText("Cy Twombly removed");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByLabel("Role of Cy Twombly")).toHaveValue("admin");
  expect((await guest.reload())?.status()).toBe(200);
  await guest.close();

  await make(page, account, "feeds", { name: "Old name", filter: "type=task.*" });
  await page.goto(settings(account, "feeds"));
  await page.getByRole("button", { name: "Edit Old name" }).click();
  const form = page.getByRole("form", { name: "Edit Old name" });
  await form.getByLabel("Name", { exact: true }).fill("New name");
  await form.getByLabel("Address").fill("Not An Address");
  await form.getByRole("button", { name: "Save" }).click();
  await expect(form.getByText("must be a–z, 0–9 and single hyphens")).toBeVisible();
  await form.getByLabel("Address").fill("new-name");
  await form.getByLabel("What it shows").fill(`${account.server.origin}/${account.team}?important=1`);
  await form.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("link", { name: "New name" })).toBeVisible();
  await expect(page.getByRole("list", { name: "Public feeds" })).toContainText("important=1");
  expect((await fetch(`${account.server.origin}/p/${account.team}/new-name/feed.json`)).status).toBe(200);

  const { id } = await make(page, account, "integrations", { provider: "github", name: "acme/old" });
  await page.goto(settings(account, `integrations/${id}`));
  await page.getByRole("button", { name: "Rename" }).click();
  await page.getByLabel("Name", { exact: true }).fill("acme/new");
  const renamed = page.waitForResponse((response) => response.request().method() === "PUT");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByRole("heading", { name: "acme/new" })).toBeVisible();
  expect((await renamed).status()).toBe(200);
  await page.reload();
  await expect(page.getByRole("heading", { name: "acme/new" })).toBeVisible();
});
