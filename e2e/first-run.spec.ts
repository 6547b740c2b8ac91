import { expect, test } from "@playwright/test";
import { Server } from "./support/server";

test("a newcomer makes the first account and sees the first event arrive", async ({ page, context }) => {
  const server = await Server.start();
  await page.goto(server.origin);
  await expect(page.getByText("set-up link")).toBeVisible();

  await page.goto(server.setupUrl);
  await page.getByLabel("Your name").fill("Ada Park");
  await page.getByLabel("E-mail").fill("ada@acme.example");
  await page.getByLabel("Password").fill("short");
  await page.getByLabel("Team").fill("Acme Platform");
  await page.getByRole("button", { name: "Create account and team" }).click();
  await expect(page.getByText(/at least 8 characters/i).last()).toBeVisible();
  await page.getByLabel("Password").fill("correct horse battery");
  await page.getByRole("button", { name: "Create account and team" }).click();
  await expect(page).toHaveURL(`${server.origin}/acme-platform`);
  await expect(page.getByText("Nothing has happened yet")).toBeVisible();

  const code = page.locator("pre, code").filter({ hasText: "curl" }).first();
  await expect(code).toContainText(/las_[A-Za-z0-9]{32}/);
  const snippet = (await code.textContent()) ?? "";
  const url = /http:\/\/[^\s'"\\]+/.exec(snippet)?.[0] ?? "";
  const key = /Bearer (las_[A-Za-z0-9_]+)/.exec(snippet)?.[1] ?? "";
  const body = /-d '([\s\S]+?)'/.exec(snippet)?.[1] ?? "";
  expect(url).toBe(`${server.origin}/api/teams/acme-platform/activities`);
  const answer = await fetch(url, {
    method: "POST",
    headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
    body,
  });
  expect(answer.status).toBe(201);
  const { id, actorName, entityName }: Record<"id" | "actorName" | "entityName", string> = await answer.json();
  const row = page.locator(`article[data-activity="${id}"]`);
  await expect(row).toContainText(actorName);
  await expect(row).toContainText(entityName);

  // Shown once: nothing of the key is left in the page or its storage.
  await page.reload();
  await expect(row).toBeVisible();
  expect(await page.content()).not.toContain(key);
  expect(await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }))).not.toContain(key);

  await context.clearCookies();
  await page.goto(server.setupUrl);
  await expect(page.getByRole("link", { name: /sign in/i })).toBeVisible();
  await expect(page.getByRole("button", { name: "Create account and team" })).toHaveCount(0);
  await server.stop();
});
