import { expect, test } from "@playwright/test";
import { post, setUp, taskEvent } from "./support/api";
import { openCachingNginx } from "./support/caching-nginx";
import { CountingProxy } from "./support/counting-proxy";
import { signIn } from "./support/fixtures";
import { Server } from "./support/server";

test("a public feed behind a caching nginx costs the server two renders at most, and its nonce is the cached page's", async ({
  browser,
}) => {
  const server = await Server.start({ DATABASE_URL: "" });
  const counted = await CountingProxy.start(server.origin);
  const nginx = await openCachingNginx(counted.origin);
  const account = await setUp(server);
  await post(account, taskEvent("Kept by a cache"));
  const member = await browser.newContext();
  await signIn(member, account);
  const made = await member.request.post(`${server.origin}/api/teams/${account.team}/feeds`, {
    data: { name: "All" },
    headers: { origin: server.origin },
  });
  expect(made.status()).toBe(201);
  const path = `/p/${account.team}/all`;

  for (const asked of [path, `${path}/feed.json`, `${path}/feed.atom`]) {
    const statuses = new Set<number>();
    for (let round = 0; round < 20; round += 1) {
      const answers = await Promise.all(Array.from({ length: 50 }, () => fetch(`${nginx.origin}${asked}`)));
      for (const answer of answers) {
        statuses.add(answer.status);
        await answer.arrayBuffer();
      }
    }
    expect([...statuses]).toEqual([200]);
    expect(counted.requests.get(asked)).toBeLessThanOrEqual(2);
  }
  // Next's client asks for parts of pages under the same address: none of them is kept in the page's place.
  const part = await fetch(`${nginx.origin}${path}`, { headers: { rsc: "1" }, redirect: "manual" });
  expect(part.headers.get("cache-control") ?? "").not.toContain("public");

  const nonces = new Set<string | undefined>();
  for (let visit = 0; visit < 2; visit += 1) {
    const context = await browser.newContext();
    const page = await context.newPage();
    const faults: string[] = [];
    page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
    const answer = await page.goto(`${nginx.origin}${path}`);
    nonces.add(/'nonce-([^']+)'/.exec(answer?.headers()["content-security-policy"] ?? "")?.[1]);
    await expect(page.getByRole("article")).toContainText("Kept by a cache");
    await page.getByLabel("Dark").check({ force: true });
    await expect(page.locator("html")).toHaveClass(/dark/);
    expect(faults).toEqual([]);
    await context.close();
  }
  // The second page came out of the cache, header and body together.
  expect(nonces.size).toBe(1);

  for (const own of [`/${account.team}`, `/api/teams/${account.team}/activities`]) {
    await member.request.get(`${nginx.origin}${own}`);
    const strangers = await fetch(`${nginx.origin}${own}`, { redirect: "manual" });
    expect([307, 401]).toContain(strangers.status);
  }
  await member.close();
  nginx.stop();
  await counted.stop();
  await server.stop();
});
