import type { Page } from "@playwright/test";
import { call, post, taskEvent } from "./support/api";
import { expect, test } from "./support/fixtures";

/** Says what would show that a text ran, or became part of the page: each as it happens. */
async function watch(page: Page): Promise<string[]> {
  const seen: string[] = [];
  page.on("dialog", (dialog) => {
    seen.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on("console", (message) => {
    if (message.type() === "error") seen.push(message.text());
  });
  return seen;
}

const SCRIPT = `<script>alert("ran")</script><img src=x onerror=alert("ran")>`;
const QUOTES = `"><svg onload=alert('ran')>\u0027 --></title><h1>forged</h1>`;
/** Right-to-left overrides: one that is closed first, so that it would stand outside of what isolates it, and an isolate left open. */
const BIDI = "an\u2069\u202eevil\u2067txt.exe";

test("hostile names and messages are shown as text on every page, run nothing and turn nothing around", async ({
  feed,
  account,
  source,
  browser,
}) => {
  const { page } = feed;
  const { origin } = account.server;
  const seen = await watch(page);
  const stored = await post(account, {
    eventType: `custom.${source}`,
    actor: { id: "u_hostile", name: SCRIPT },
    entity: { type: "task", id: QUOTES, name: QUOTES },
    metadata: { comment: `${SCRIPT} @${BIDI}`, "</script><script>alert('ran')</script>": SCRIPT },
    source,
  });
  const turned = await post(account, taskEvent(BIDI, { source, actor: { id: "u_bidi", name: BIDI } }));
  await feed.open(`?source=${source}`);
  await feed.isLive();

  const row = page.locator(`article[data-activity="${stored.id}"]`);
  await expect(row).toContainText(SCRIPT);
  await expect(row).toContainText(QUOTES);
  await expect(row.locator("script, svg[onload], h1, img[onerror]")).toHaveCount(0);
  await page.goto(`${origin}/${account.team}/activities/${stored.id}`);
  await expect(page.getByText(SCRIPT).first()).toBeVisible();
  await expect(page.getByRole("heading", { name: "forged", exact: true })).toHaveCount(0);
  await expect(page).toHaveTitle(/script/);

  // What stands beside a name that turns text around keeps its place: the name is isolated, the time stays at its right.
  await feed.open(`?source=${source}`);
  const turnedRow = page.locator(`article[data-activity="${turned.id}"]`);
  const names = turnedRow.locator("bdi, b, a:not([data-row])");
  await expect(names.filter({ hasText: "evil" }).first()).toBeVisible();
  for (const name of await names.all()) {
    expect(await name.evaluate((element) => getComputedStyle(element).unicodeBidi)).toBe("isolate");
  }
  const places = await turnedRow.evaluate((article) => {
    const [actor, rest] = [...(article.querySelector("p")?.childNodes ?? [])].map((part) => {
      const range = document.createRange();
      range.selectNode(part);
      return range.getBoundingClientRect();
    });
    return { actor: actor?.left ?? 0, rest: rest?.left ?? 0 };
  });
  expect(places.actor).toBeLessThan(places.rest);

  const json = { name: `Feed ${SCRIPT}`, slug: `hostile-${source}`, filter: `source=${source}` };
  const made = await feed.page.request.post(`${origin}/api/teams/${account.team}/feeds`, {
    data: json,
    headers: { origin },
  });
  expect(made.status()).toBe(201);
  const stranger = await browser.newContext();
  const visitor = await stranger.newPage();
  const seenThere = await watch(visitor);
  await visitor.goto(`${origin}/p/${account.team}/${json.slug}`);
  await expect(visitor.getByRole("article").filter({ hasText: SCRIPT })).toHaveCount(1);
  await expect(visitor.getByRole("heading", { name: json.name })).toBeVisible();
  const atom = await (await fetch(`${origin}/p/${account.team}/${json.slug}/feed.atom`)).text();
  expect(atom).not.toMatch(/<script|<svg|<h1|<img/);
  const parsed = await visitor.evaluate((xml) => {
    const read = new DOMParser().parseFromString(xml, "application/xml");
    return { faults: read.querySelectorAll("parsererror").length, entries: read.querySelectorAll("entry").length };
  }, atom);
  expect(parsed).toEqual({ faults: 0, entries: 2 });
  await stranger.close();
  expect([...seen, ...seenThere]).toEqual([]);
});

test("an address that would run a script is refused where it is posted, and linked nowhere", async ({ account }) => {
  for (const url of ["javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", "vbscript:x", " javascript:x"]) {
    const body = JSON.stringify({ ...taskEvent("Linked"), entity: { type: "task", id: "1", name: "Linked", url } });
    const headers = { "content-type": "application/json" };
    const answer = await call(account, "/activities", { method: "POST", headers, body });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('"url"');
  }
});
