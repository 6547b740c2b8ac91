import { listAll, setUp } from "./support/api";
import { expect, signIn, test } from "./support/fixtures";
import { Server } from "./support/server";
import { createHook, deliver } from "./support/webhook";

test("an integration's page waits for its first delivery, tells why one was refused, and takes it in once the secret is right", async ({
  feed,
  account,
}) => {
  const { page } = feed;
  const hook = await createHook(page.request, account, "acme/web");
  await page.goto(`${account.server.origin}/${account.team}/settings/integrations`);
  await page.getByRole("link", { name: "acme/web" }).click();
  await expect(page.getByText("Waiting for the first delivery of GitHub…")).toBeVisible();

  expect((await deliver(hook, "acme/web")).status).toBe(201);
  await expect(page.getByText("Receiving")).toBeVisible();
  await expect(page.getByRole("row", { name: "marta starred acme/web" })).toBeVisible();

  // A forwarder on the way writes the body anew.
  const rewrite = (body: string) => JSON.stringify(JSON.parse(body), null, 2);
  expect((await deliver(hook, "acme/docs", { rewrite })).status).toBe(401);
  await expect(page.getByText("Refusing")).toBeVisible();
  await page.getByRole("button", { name: "401 star.created: nothing stored" }).click();
  await expect(page.getByText("The body was re-encoded on its way.")).toBeVisible();
  await page.getByRole("button", { name: "Replay with the original bytes" }).click();
  await expect(page.getByText("Taken in: it is in the feed now.")).toBeVisible();
  await expect(page.getByRole("row", { name: "marta starred acme/docs" })).toBeVisible();

  // GitHub signs with a secret that was never ours; then it gets the new one.
  expect((await deliver(hook, "acme/api", { secret: "something else" })).status).toBe(401);
  const refused = page.getByRole("button", { name: "401 star.created: nothing stored" });
  await expect(refused).toHaveCount(2);
  await refused.first().click();
  await expect(page.getByText("The secret is another one.")).toBeVisible();
  await page.getByRole("button", { name: "Rotate secret" }).click();
  const card = page.getByRole("region", { name: "Set-up" });
  await expect(card).toContainText("it is not shown again");
  const secret = /[0-9a-f]{64}/.exec((await card.textContent()) ?? "")?.[0] ?? "";
  expect(secret).not.toBe(hook.secret);
  expect((await deliver(hook, "acme/api", { secret })).status).toBe(201);
  // What was signed with the secret before is still let in for a day.
  expect((await deliver(hook, "acme/old")).status).toBe(201);

  await page.getByRole("button", { name: "Raw body" }).click();
  await expect(page.locator("pre").filter({ hasText: '"full_name":"acme/api"' })).toBeVisible();
});

test("every delivery that was answered survives kill -9 of the server, with its activity, once", async ({
  context,
}) => {
  const server = await Server.start();
  const account = await setUp(server);
  await signIn(context, account);
  const hook = await createHook(context.request, account, "killed");
  const acknowledged: string[] = [];
  let isKilled = false;
  const sender = async (lane: number) => {
    for (let place = 0; !isKilled; place += 1) {
      const name = `acme/r${lane}-${place}`;
      const answer = await deliver(hook, name).catch(() => null);
      if (answer?.status === 201) acknowledged.push(name);
    }
  };
  const senders = [1, 2, 3, 4].map(sender);
  await expect.poll(() => acknowledged.length).toBeGreaterThan(60);
  await server.signal("SIGKILL");
  isKilled = true;
  await Promise.all(senders);
  await server.restart();
  const stored = (await listAll(account)).map(({ entityName }) => entityName);
  expect(acknowledged.filter((name) => stored.filter((one) => one === name).length !== 1)).toEqual([]);
  await server.stop();
});
