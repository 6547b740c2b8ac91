import { type Browser, expect, test } from "@playwright/test";
import { type Account, listAll, post, setUp, taskEvent } from "./support/api";
import { openFeed } from "./support/fixtures";
import { createDatabase, dropDatabase } from "./support/postgres";
import { Server } from "./support/server";
import { findLosses, writeUntilKilled } from "./support/write-until-killed";

const DRIVERS: { name: string; env: Record<string, string> }[] = [
  { name: "pg", env: { DATABASE_DRIVER: "pg" } },
  { name: "neon", env: { DATABASE_DRIVER: "neon", NEON_WS_PROXY: process.env.TEST_NEON_WS_PROXY ?? "" } },
];

let url: string;
test.beforeEach(async () => {
  url = await createDatabase();
});
test.afterEach(() => dropDatabase(url));

function start(env: Record<string, string>): Promise<Server> {
  return Server.start({ DATABASE_URL: url, NEXTAUTH_SECRET: "a secret of the browser stories, long enough", ...env });
}

async function seesIt(browser: Browser, account: Account, name: string): Promise<void> {
  const feed = await openFeed(browser, account);
  await feed.isLive();
  await post(account, taskEvent(name));
  await expect(feed.item(name)).toBeVisible();
  await feed.page.context().close();
}

for (const driver of DRIVERS) {
  test(`an event posted with a key is on an open page at once, through ${driver.name}`, async ({ browser }) => {
    const server = await start(driver.env);
    const account = await setUp(server);
    await post(account, taskEvent("Before"));
    await seesIt(browser, account, "Right away");
    await server.stop();
  });

  test(`every acknowledged event survives kill -9 of the server, through ${driver.name}`, async () => {
    const server = await start(driver.env);
    const account = await setUp(server);
    const acknowledged: string[] = [];
    for (let round = 1; round <= 3; round += 1) {
      acknowledged.push(...(await writeUntilKilled(account, server, 8, 200 * round)));
      await server.restart();
    }
    expect(findLosses(acknowledged, await listAll(account))).toEqual([]);
    await server.stop();
  });
}

const DOORBELLS = [
  { via: "postgres", url: "" },
  { via: "redis", url: process.env.TEST_REDIS_URL ?? "" },
  { via: "nats", url: process.env.TEST_NATS_URL ?? "" },
];

for (const { via, url: doorbell } of DOORBELLS) {
  test(`what is posted to one server is on a stream and a page of the other, by doorbells over ${via}`, async ({
    browser,
  }) => {
    const env = { DOORBELL_URL: doorbell };
    const [first, second] = [await start(env), await start(env)];
    const account = await setUp(first);
    const elsewhere = { ...account, server: second };
    await post(account, taskEvent("Before"));
    const feed = await openFeed(browser, elsewhere);
    await feed.isLive();
    const stream = await fetch(`${second.origin}/api/teams/${account.team}/activities/stream`, {
      headers: { authorization: `Bearer ${account.key}` },
    });
    await expect.poll(async () => (await health(second)).listener).toMatchObject({ state: "live", doorbell: { via } });
    await expect
      .poll(async () => (await health(first)).listener)
      .toMatchObject({
        state: "idle",
        doorbell: { via, status: "ok" },
      });
    await post(account, taskEvent("From the first server"));
    await expect(feed.item("From the first server")).toBeVisible();
    await second.signal("SIGTERM");
    expect(await stream.text()).toContain("From the first server");
    await second.stop();
    await first.stop();
  });
}

/** What a server says of itself. */
async function health(server: Server): Promise<{ listener: unknown }> {
  return await (await fetch(`${server.origin}/api/health`)).json();
}
