import { expect, test } from "./support/fixtures";

test("signing in leads to the address that was asked for", async ({ page, account }) => {
  const asked = `${account.server.origin}/${account.team}?q=login&important=1`;
  await page.goto(asked);
  await expect(page).toHaveURL(/\/sign-in\?/);
  await page.getByLabel("E-mail").fill(account.email);
  await page.getByLabel("Password").fill("not the password");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByText(/e-mail or password is wrong/i)).toBeVisible();
  await page.getByLabel("Password").fill(account.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL(asked);
  await expect(page.getByRole("searchbox")).toHaveValue("login");
});

test("signing in never leads to another site", async ({ page, account }) => {
  await page.goto(`${account.server.origin}/sign-in?callbackUrl=${encodeURIComponent("https://evil.example/x")}`);
  await page.getByLabel("E-mail").fill(account.email);
  await page.getByLabel("Password").fill(account.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL(`${account.server.origin}/${account.team}`);
});

test("a stranger's team does not exist", async ({ feed, account }) => {
  const answer = await feed.page.goto(`${account.server.origin}/another-team`);
  expect(answer?.status()).toBe(404);
});
