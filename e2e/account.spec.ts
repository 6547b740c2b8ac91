import type { Page } from "@playwright/test";
import { type Account, post, setUp, taskEvent } from "./support/api";
import { expect, signIn, test } from "./support/fixtures";
import { type MailServer, openMailServer } from "./support/mail-server";
import { Server } from "./support/server";

/** Wide as a phone. */
const PHONE = { width: 390, height: 844 };

let mail: MailServer;
let server: Server;
let account: Account;
test.beforeAll(async () => {
  mail = await openMailServer();
  server = await Server.start({ SMTP_URL: mail.url, SMTP_FROM: "Feed <feed@mail.example>" });
  account = await setUp(server);
});
test.afterAll(async () => {
  await server.stop();
  await mail.close();
});

/** Nothing of the page lies beside the screen. */
async function expectToFit(page: Page): Promise<void> {
  const beside = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(beside).toBe(0);
}

test("a mailed link signs in once, at the address that was asked for", async ({ page, browser }) => {
  const asked = `${server.origin}/${account.team}?q=login&important=1`;
  await page.setViewportSize(PHONE);
  await page.goto(asked);
  await expectToFit(page);
  await page.getByLabel("E-mail").fill(account.email);
  await page.getByRole("button", { name: "E-mail me a sign-in link" }).click();
  await expect(page.getByRole("status")).toContainText("a link is on its way");
  const link = await mail.nextLink(`${server.origin}/sign-in/`);
  await page.goto(link);
  await expectToFit(page);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL(asked);
  await expect(page.getByRole("searchbox")).toHaveValue("login");
  const other = await browser.newPage();
  await other.goto(link);
  await expect(other.getByRole("heading", { name: "This link does not work any more" })).toBeVisible();
  await other.close();
});

test("a device that is signed out is out, and a forgotten password is chosen anew", async ({ page, browser }) => {
  const phone = await browser.newContext();
  await signIn(phone, account);
  await signIn(page.context(), account);
  await page.goto(`${server.origin}/${account.team}`);
  await page.getByRole("link", { name: /^Your account/ }).click();
  await expect(page.getByText("This device")).toHaveCount(1);
  await expectToFit(page);
  await page.getByRole("button", { name: "Sign out all other devices" }).click();
  await page.getByRole("button", { name: "Sign them out" }).click();
  await expect(page.getByRole("list", { name: "Devices" }).getByRole("listitem")).toHaveCount(1);
  const phonePage = await phone.newPage();
  await phonePage.goto(`${server.origin}/account`);
  await expect(phonePage).toHaveURL(/\/sign-in\?callbackUrl=%2Faccount$/);

  await phonePage.getByRole("link", { name: "Forgot your password?" }).click();
  await phonePage.getByLabel("E-mail").fill(account.email);
  await phonePage.getByRole("button", { name: "Send the link" }).click();
  await expect(phonePage.getByRole("status")).toContainText("a link is on its way");
  await phonePage.goto(await mail.nextLink(`${server.origin}/reset/`));
  await expectToFit(phonePage);
  account.password = "a new long password";
  await phonePage.getByLabel("New password").fill(account.password);
  await phonePage.getByRole("button", { name: "Set the password" }).click();
  await expect(phonePage.getByText("every device is signed out")).toBeVisible();
  await page.goto(`${server.origin}/account`);
  await expect(page).toHaveURL(/\/sign-in/);
  await page.getByLabel("E-mail").fill(account.email);
  await page.getByLabel("Password").fill(account.password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page).toHaveURL(`${server.origin}/account`);
  await phone.close();
});

test("an invitation is mailed, its link makes the account and leads to the feed, and a reset link gives a new password", async ({
  page,
  browser,
}) => {
  await signIn(page.context(), account);
  await post(account, taskEvent("Seen by who was invited"));
  const members = `${server.origin}/${account.team}/settings/members`;
  await page.goto(members);
  await page.getByLabel("E-mail").fill("bo@acme.example");
  await page.getByRole("button", { name: "Send invitation" }).click();
  await expect(page.getByText("It was mailed to bo@acme.example")).toBeVisible();
  const invited = page.getByRole("list", { name: "Invitations" });
  await expect(invited).toContainText("bo@acme.example");
  await expect(invited).toContainText("Mailed");

  const bo = await browser.newPage({ viewport: PHONE });
  await bo.goto(await mail.nextLink(`${server.origin}/invite/`));
  await expectToFit(bo);
  await bo.getByLabel("Your name").fill("Bo Lindqvist");
  await expect(bo.getByLabel("E-mail")).toHaveValue("bo@acme.example");
  await bo.getByLabel("Password").fill("correct horse battery");
  await bo.getByRole("button", { name: "Join" }).click();
  await expect(bo).toHaveURL(`${server.origin}/${account.team}`);
  await expect(bo.getByText("Seen by who was invited").first()).toBeVisible();

  await page.goto(members);
  await expect(invited).toHaveCount(0);
  await page.getByRole("button", { name: "Reset link for the password of Bo Lindqvist" }).click();
  await page.getByRole("button", { name: "Make link" }).click();
  const shown = page.getByRole("region", { name: "can choose a new password" });
  await expect(shown).toContainText("it works once, until");
  await expect(shown).toBeFocused();
  await expect(shown.getByRole("button", { name: "Copy reset link" })).toBeVisible();
  const link = /http:\/\/\S+\/reset\/[\w-]{43}/.exec((await shown.textContent()) ?? "")?.[0] ?? "";
  await bo.goto(link);
  await expectToFit(bo);
  await bo.getByLabel("New password").fill("another horse entirely");
  await bo.getByRole("button", { name: "Set the password" }).click();
  await expect(bo.getByText("Your password is changed")).toBeVisible();
  await bo.getByRole("link", { name: "Sign in" }).click();
  await bo.getByLabel("E-mail").fill("bo@acme.example");
  await bo.getByLabel("Password").fill("another horse entirely");
  await bo.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(bo.getByText("Seen by who was invited").first()).toBeVisible();
  await bo.close();
});
