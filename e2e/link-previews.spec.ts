import { createServer } from "node:http";
import { test } from "@playwright/test";
import { FeedPage } from "./pages/feed-page";
import { call, post, setUp, taskEvent } from "./support/api";
import { expect, signIn } from "./support/fixtures";
import { freePort, Server } from "./support/server";

test("links to this machine and its neighbours are called by nobody, and their place goes without a word", async ({
  context,
  page,
}) => {
  const asked: string[] = [];
  const inside = createServer((request, response) => {
    asked.push(request.url ?? "");
    response.writeHead(200, { "content-type": "text/html" }).end("<title>Inside</title>");
  }).listen(await freePort());
  const address = inside.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const server = await Server.start({ LINK_PREVIEWS: "on" });
  try {
    const account = await setUp(server);
    const links = `http://127.0.0.1:${port}/ http://localhost:${port}/ http://169.254.169.254/latest/meta-data/`;
    const { id } = await post(account, taskEvent("Inside", { metadata: { comment: links } }));
    await signIn(context, account);
    const called: string[] = [];
    page.on("request", (request) => called.push(new URL(request.url()).origin));
    const feed = new FeedPage(page, account);
    await feed.open();
    const answer = page.waitForResponse((response) => response.url().endsWith(`/${id}/previews`));
    await feed.item("Inside").locator("p").first().click();
    const cards = page.getByRole("list", { name: "Linked pages" });
    expect(await (await answer).json()).toEqual({ items: [], isOn: true });
    await expect(cards).toHaveCount(0);
    await expect(page.getByRole("complementary", { name: "Details" })).toContainText(links);
    const images = await Promise.all(
      ["0", "1", "2"].map((n) => call(account, `/activities/${id}/previews/${n}/image`)),
    );
    // A key is nobody in person.
    expect(images.map(({ status }) => status)).toEqual([403, 403, 403]);
    expect(
      (await page.request.get(`${server.origin}/api/teams/${account.team}/activities/${id}/previews/0/image`)).status(),
    ).toBe(404);
    expect(new Set(called)).toEqual(new Set([server.origin]));
    expect(asked).toEqual([]);
  } finally {
    await server.stop();
    inside.close();
  }
});
