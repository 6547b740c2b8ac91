import type { Page } from "@playwright/test";
import { at, go, onPhone, type PageState, type PageStates, then } from "./page-state";
import { troubleStates } from "./trouble-states";
import type { Visitor, World } from "./world";

const empty = at("nothing yet", ({ quiet }) => `/${quiet}`);
const full = at("full", ({ sample }) => `/${sample}`);
const few = at("few", ({ account }) => `/${account.team}`);
const filtered = at(
  "filtered",
  ({ sample }) => `/${sample}?type=task.*,-task.updated&important=1&source=github&from=2020-01-01T00:00:00.000Z&q=a`,
);
const activity = at("open", ({ account, activity: id }) => `/${account.team}/activities/${id}`);
const bookmarks = at("full", ({ account }) => `/${account.team}/bookmarks`);
const shared = at("as it was", ({ links }) => links.open, { as: "stranger" });
const live = at("live", ({ links }) => `${links.open}?live=1`, { as: "stranger" });
const published = at("full", ({ publicFeed }) => publicFeed, { as: "stranger" });

async function openDetails(page: Page): Promise<void> {
  await page.locator("article p").first().click();
  await page.getByRole("button", { name: "Close details" }).filter({ visible: true }).waitFor();
}

/** A popover of the feed's head, opened by its button. */
function opened(button: string, wait: (page: Page) => Promise<void>, before = few): PageState {
  return then(before, `${button} open`, async (page) => {
    await page.getByRole("button", { name: button, exact: true }).filter({ visible: true }).click();
    await wait(page);
  });
}

const dialog = (page: Page) => page.getByRole("dialog").waitFor();

/** A page that cannot be shown, since its browser cannot tell its time zone. */
function broken(addressOf: (world: World) => string, as?: Visitor): PageState {
  return {
    name: "cannot be shown",
    ...(as === undefined ? {} : { as }),
    open: async (page, world) => {
      const script = await page.addInitScript(() => {
        Intl.DateTimeFormat.prototype.resolvedOptions = () => {
          throw new Error("no time zone");
        };
      });
      await go(page, world, addressOf(world));
      await page.getByRole("heading", { name: "Something went wrong" }).waitFor();
      await script.dispose();
    },
  };
}

const phoneMenu = then(onPhone(few), "the menu open on a phone", async (page) => {
  await page.locator("summary").filter({ hasText: "Menu" }).click();
  await page.getByRole("link", { name: "Members" }).filter({ visible: true }).waitFor();
});

/** The feed, one activity, and what people outside a team read. */
export const FEED_STATES: PageStates = {
  "app/[team]/page.tsx": [
    empty,
    onPhone(empty),
    then(empty, "nothing yet, with a key", async (page) => {
      await page.getByRole("button", { name: "Create a key" }).click();
      await page.getByText("Team and key are ready").waitFor();
    }),
    at("nothing yet, to a viewer", ({ quiet }) => `/${quiet}`, { as: "viewer" }),
    full,
    onPhone(full),
    phoneMenu,
    filtered,
    onPhone(filtered),
    at("nothing matches", ({ sample }) => `/${sample}?q=zzzzqqqq`),
    then(few, "a fold open", async (page) => {
      await page.getByRole("link", { name: "Show all" }).first().click();
      await page.getByRole("region", { name: "All of these events" }).getByRole("article").first().waitFor();
    }),
    then(full, "details beside it", openDetails),
    then(onPhone(few), "details over it, on a phone", openDetails),
    opened("Type", dialog),
    opened("Who", (page) => page.locator("[data-option]").first().waitFor()),
    opened("Date", dialog),
    opened("+ Filter", dialog),
    then(few, "the search box open, with a fault", async (page) => {
      await page.getByRole("searchbox").fill("after:soon ");
      await page.getByRole("alert").getByText("must be a day").waitFor();
    }),
    then(few, "the search box open, with suggestions", async (page) => {
      await page.getByRole("searchbox").fill("type:t");
      await page.locator("[data-suggestion]").nth(2).waitFor();
    }),
    then(filtered, "a view being saved", async (page) => {
      await page.getByRole("button", { name: "Save view" }).click();
      await page.getByRole("textbox", { name: "Name of the view" }).waitFor();
    }),
    then(few, "a view's menu open", async (page, { account }) => {
      const views = `${account.server.origin}/api/teams/${account.team}/views`;
      await page.request.post(views, { data: { name: "Tasks", filter: "type=task.*" } });
      await page.reload();
      await page.getByRole("button", { name: "Change the view Tasks" }).filter({ visible: true }).first().click();
      await page.getByRole("menuitem", { name: "Rename…" }).waitFor();
    }),
    then(few, "what can be muted", async (page) => {
      await openDetails(page);
      await page.getByRole("button", { name: "Mute", exact: true }).filter({ visible: true }).click();
      await page.getByRole("menuitem", { name: /^Type/ }).waitFor();
    }),
    then(few, "what is muted", async (page, { account }) => {
      const mutes = `${account.server.origin}/api/teams/${account.team}/mutes`;
      await page.request.put(mutes, { data: { field: "type", value: "noise.made", name: "Noise" } });
      await page.reload();
      await page.getByRole("button", { name: "1 muted" }).click();
      await page.getByRole("button", { name: "Unmute Noise" }).waitFor();
    }),
    opened("Go to a date", (page) => page.getByRole("button", { name: "A week ago" }).waitFor()),
    opened("Share view", dialog),
    opened("Post", dialog),
    opened("Keyboard shortcuts", dialog),
    opened("Notifications", dialog),
    opened("Command palette", dialog),
    opened("Switch team", (page) => page.getByRole("menu").waitFor()),
    opened("Delete sample team", (page) => page.getByRole("alertdialog").waitFor(), full),
    ...troubleStates(few),
    then(full, "an older page", async (page) => {
      const older = await page.locator("main a[rel=next]").getAttribute("href");
      await page.goto(new URL(older ?? "", page.url()).href);
      await page.getByRole("button", { name: "Go to the newest" }).waitFor();
    }),
  ],
  "app/[team]/bookmarks/page.tsx": [
    at("nothing yet", ({ quiet }) => `/${quiet}/bookmarks`),
    bookmarks,
    onPhone(bookmarks),
    then(bookmarks, "a bookmark removed", async (page) => {
      await page.getByRole("button", { name: "Bookmark" }).click();
      await page.getByRole("button", { name: "Undo" }).waitFor();
      await page.getByRole("button", { name: "Undo" }).click();
      await page.getByText("Undone.", { exact: true }).waitFor();
    }),
  ],
  "app/[team]/activities/[id]/page.tsx": [activity, onPhone(activity)],
  "app/p/[team]/[feed]/page.tsx": [published, onPhone(published)],
  "app/s/[token]/page.tsx": [shared, onPhone(shared), live],
  "app/s/[token]/not-found.tsx": [
    at("expired", ({ links }) => links.expired, { as: "stranger" }),
    at("revoked", ({ links }) => links.revoked, { as: "stranger" }),
  ],
  "app/not-found.tsx": [
    at("no such page", () => "/no/such/page", { as: "stranger" }),
    at("no such activity", ({ quiet }) => `/${quiet}/activities/none`),
    at("not for a viewer", ({ quiet }) => `/${quiet}/settings/integrations`, { as: "viewer" }),
  ],
  "app/[team]/error.tsx": [broken(({ account }) => `/${account.team}`)],
  "app/error.tsx": [broken(({ publicFeed }) => publicFeed, "stranger")],
};
