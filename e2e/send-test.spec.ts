import { execFile } from "node:child_process";
import { createHmac } from "node:crypto";
import { promisify } from "node:util";
import { listAll } from "./support/api";
import { expect, test } from "./support/fixtures";

const run = promisify(execFile);

test("a newcomer connects GitHub: the address, a test that works, and the first delivery turns the page green", async ({
  feed,
  account,
}) => {
  const { page } = feed;
  const settings = `${account.server.origin}/${account.team}/settings/integrations`;
  await page.goto(settings);
  await page.getByRole("button", { name: "GitHub", exact: true }).click();
  await page.getByLabel("Name").fill("acme/newcomer");
  await page.getByRole("button", { name: "Add GitHub" }).click();

  const steps = page.getByRole("region", { name: "Set-up" });
  await expect(page.getByRole("heading", { name: "acme/newcomer" })).toBeVisible();
  await expect(steps).toContainText("Settings › Webhooks › Add webhook");
  await expect(steps).toContainText(`/api/webhooks/${page.url().split("/").at(-1)}`);
  await expect(steps.getByText("Waiting for the first delivery of GitHub…")).toBeVisible();
  await expect(steps.getByText("GitHub sends a ping as soon as the webhook is saved.")).toBeVisible();

  await steps.getByRole("button", { name: "Send test" }).click();
  await expect(steps.getByText("The address works; now waiting for GitHub's own first delivery…")).toBeVisible();
  const tested = page.getByRole("row", { name: "Test GitHub connected example/test-delivery to this feed" });
  await expect(tested).toBeVisible();
  expect((await listAll(account, { q: "test-delivery" })).length).toBe(1);

  // The call that the page offers, secret included, made as it is.
  await steps.getByText("Nothing comes?").click();
  const call = (await steps.locator("pre").filter({ hasText: "openssl" }).textContent()) ?? "";
  expect((await run("sh", ["-c", call])).stdout).toMatch(/^HTTP\/1\.1 201/);
  await expect(steps.getByText("GitHub is connected: its first delivery has arrived.")).toBeVisible();
  await expect(page.getByText("Receiving")).toBeVisible();

  // Shown once; what came is there.
  const secret = /[0-9a-f]{64}/.exec((await steps.textContent()) ?? "")?.[0] ?? "";
  expect(secret).not.toBe("");
  await page.reload();
  await expect(tested).toBeVisible();
  expect(await page.content()).not.toContain(secret);
  await page.getByRole("button", { name: "Send test" }).click();
  await expect(page.getByText("The test was taken in:")).toBeVisible();
  await expect(tested).toHaveCount(2);
  await page.getByRole("tab", { name: "Set-up" }).click();
  await expect(steps).toContainText("It was shown when it was made.");
});

test("Stripe gets its address first and gives its secret afterwards; what was refused meanwhile is told why", async ({
  feed,
  account,
}) => {
  const { page } = feed;
  await page.goto(`${account.server.origin}/${account.team}/settings/integrations`);
  await page.getByRole("button", { name: "Stripe", exact: true }).click();
  await page.getByRole("button", { name: "Add Stripe" }).click();
  const steps = page.getByRole("region", { name: "Set-up" });
  await expect(steps.getByRole("button", { name: "Send test" })).toBeDisabled();
  await expect(steps.getByText("Paste the Signing secret first.")).toBeVisible();

  const [url] = /http:\S+\/api\/webhooks\/[0-9a-f-]{36}/.exec((await steps.textContent()) ?? "") ?? [""];
  const deliver = () => {
    const time = Math.floor(Date.now() / 1_000);
    const object = { id: "prod_1", object: "product", name: "Gold" };
    const body = JSON.stringify({
      id: "evt_1",
      object: "event",
      type: "product.created",
      created: time,
      data: { object },
    });
    const signature = createHmac("sha256", "whsec_theirs").update(`${time}.${body}`).digest("hex");
    return fetch(url, { method: "POST", headers: { "stripe-signature": `t=${time},v1=${signature}` }, body });
  };
  expect((await deliver()).status).toBe(401);
  await expect(steps.getByText("A delivery came and was refused. No secret is set yet.")).toBeVisible();

  await steps.getByLabel("Signing secret from Stripe").fill(" whsec_theirs ");
  await steps.getByRole("button", { name: "Save secret" }).click();
  await expect(steps.getByText("Signing secret is set")).toBeVisible();
  await steps.getByRole("button", { name: "Send test" }).click();
  await expect(page.getByRole("row", { name: "Test Stripe created product Test delivery" })).toBeVisible();
  // A test does not hide what the sender's own deliveries tell.
  await expect(steps.getByText("A delivery came and was refused.")).toBeVisible();
  expect((await deliver()).status).toBe(201);
  await expect(steps.getByText("Stripe is connected: its first delivery has arrived.")).toBeVisible();
  await expect(steps.getByText("Stripe created product Gold")).toBeVisible();
});
