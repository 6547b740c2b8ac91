import { call, post, taskEvent } from "./support/api";
import { expect, test } from "./support/fixtures";

test("a key is made and shown once, works, and once revoked is refused and its open stream is cut", async ({
  feed,
  account,
}) => {
  const { page } = feed;
  const keys = `${account.server.origin}/${account.team}/settings/keys`;
  await page.goto(keys);
  await page.getByLabel("Name").fill("CI server");
  await page.getByRole("button", { name: "Create key" }).click();
  await expect(page.getByText("it is shown only this once")).toBeVisible();
  const key = /las_[A-Za-z0-9]{32}/.exec((await page.locator("main").textContent()) ?? "")?.[0] ?? "";
  const withKey = { ...account, key };
  expect((await post(withKey, taskEvent("From CI"))).message).toBe("John Doe created task From CI");

  const stream = await call(withKey, "/activities/stream");
  expect(stream.status).toBe(200);
  const ended = stream.text();
  await page.goto(keys);
  await expect(page.locator("main")).not.toContainText(key);
  await page.getByRole("button", { name: "Revoke CI server" }).click();
  await expect(page.getByRole("button", { name: "Revoke CI server" })).toHaveCount(0);
  expect(await ended).toContain("event: ready");
  await expect.poll(async () => (await call(withKey, "/activities")).status).toBe(401);
});

test("a sample team opens full of believable activity and is deleted as a whole", async ({ feed, account, source }) => {
  const { page } = feed;
  // Stories before this one may have left thousands: all of them, in one call.
  const whole = async () => (await call(account, "/activities/export?format=ndjson")).text();
  await post(account, taskEvent("Untouched", { source }));
  const before = await whole();
  expect(before).toContain(source);
  const made = await page.request.post(`${account.server.origin}/api/sample-team`, {
    headers: { origin: account.server.origin },
  });
  expect(made.status()).toBe(201);
  const { team }: { team: string } = await made.json();
  await page.goto(`${account.server.origin}/${team}`);
  await expect(feed.items).toHaveCount(50);
  await expect(page.getByText("This is sample activity.")).toBeVisible();
  // The answer is late: by then the feed has heard that its team is gone.
  await page.route(`**/api/teams/${team}`, async (route) => {
    const response = await route.fetch();
    await new Promise((done) => setTimeout(done, 3_000));
    await route.fulfill({ response });
  });
  await page.getByRole("button", { name: "Delete sample team" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Delete sample team" }).click();
  await expect(page).toHaveURL(`${account.server.origin}/${account.team}`);
  expect((await page.goto(`${account.server.origin}/${team}`))?.status()).toBe(404);
  expect(await whole()).toEqual(before);
});
