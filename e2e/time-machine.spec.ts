import { listAll } from "./support/api";
import { expect, openFeed, test } from "./support/fixtures";

test("a mapping is changed, compared with what came, and corrects it, in the feed that is open too", async ({
  feed,
  account,
  browser,
}) => {
  const { page } = feed;
  await page.goto(`${account.server.origin}/${account.team}/settings/integrations`);
  await page.getByRole("button", { name: "Any other sender" }).click();
  await page.getByLabel("Name").fill("Nightly backups");
  await page.getByRole("button", { name: "Add Any other sender" }).click();
  const steps = page.getByRole("region", { name: "Set-up" });
  await expect(steps).toContainText("it is not shown again");
  const secret = /[0-9a-f]{64}/.exec((await steps.textContent()) ?? "")?.[0] ?? "";
  const id = page.url().split("/").at(-1);
  const send = async (database: string, minutes: number | null) => {
    const body = { kind: "backup_finished", run: { database, minutes }, by: { login: "cron" } };
    const answer = await fetch(`${account.server.origin}/api/webhooks/${id}`, {
      method: "POST",
      headers: { authorization: `Bearer ${secret}`, "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    expect(answer.status).toBe(201);
  };
  await send("orders", 4);
  await send("people", null);
  await expect(page.getByText("Receiving")).toBeVisible();

  const open = await openFeed(browser, account, "?source=generic&fold=off");
  const told = await listAll(account, { source: "generic" });
  expect(told).toHaveLength(2);
  const old = told[0];
  if (old === undefined) throw new Error("nothing was told");
  await expect(open.page.locator("article[data-activity]")).toHaveCount(2);

  await page.getByLabel("Sentence").fill("{$actor} copied {$entity}[ in {run.minutes} minutes]");
  await page.getByLabel("Actor's name").fill("{by.login}");
  await page.getByLabel("Entity's name").fill("{run.database}");
  await page.getByRole("button", { name: "Compare" }).click();
  await expect(page.getByText("2 deliveries of 2 would be told otherwise.")).toBeVisible();
  await expect(page.getByRole("list", { name: "Differences" })).toContainText("cron copied orders in 4 minutes");
  expect(await listAll(account, { source: "generic" })).toEqual(told);

  await page.getByRole("button", { name: "Save and correct 2 deliveries" }).click();
  await expect(page.getByText("2 activities corrected. Open feeds have followed.")).toBeVisible();
  const row = (text: string) => open.page.locator("article[data-activity]").filter({ hasText: text });
  await expect(row("cron copied orders in 4 minutes")).toBeVisible();
  await expect(row("cron copied people")).toBeVisible();
  await expect(open.page.locator("article[data-activity]")).toHaveCount(2);
  await page.getByRole("button", { name: "Compare" }).click();
  await expect(page.getByText("0 deliveries of 2 would be told otherwise, 2 as before.")).toBeVisible();

  await send("wages", 7);
  await expect(row("cron copied wages in 7 minutes")).toBeVisible();

  // What was told before stays where it was, and says what took its place.
  await open.page.goto(`${account.server.origin}/${account.team}/activities/${old.id}`);
  await expect(open.page.getByRole("note")).toContainText("The feed does not show this any more.");
  await open.page.getByRole("link", { name: "How it is told now" }).click();
  await expect(open.page.getByRole("heading", { level: 1 })).toContainText("cron copied");
  await open.page.context().close();
});

test("a template that cannot be read is named beside its field, and is not saved", async ({ feed, account }) => {
  const { page } = feed;
  const made = await page.request.post(`${account.server.origin}/api/teams/${account.team}/integrations`, {
    headers: { origin: account.server.origin },
    data: { provider: "generic", preset: "grafana" },
  });
  const { id } = await made.json();
  await page.goto(`${account.server.origin}/${account.team}/settings/integrations/${id}`);
  await page.getByLabel("Sentence").fill("{alerts[0");
  await expect(page.getByText("has a { without its other half")).toBeVisible();
  await expect(page.getByRole("button", { name: "Save for what comes next" })).toBeDisabled();
  await page.getByRole("button", { name: "All settings as JSON" }).click();
  await page.getByLabel("Settings as JSON").fill('{"signature": {"scheme": "none"}}');
  await expect(page.getByText(/^signature/)).toBeVisible();
});
