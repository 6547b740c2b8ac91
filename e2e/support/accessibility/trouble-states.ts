import type { Page } from "@playwright/test";
import { onPhone, type PageState, then } from "./page-state";

/** A list of ours, not a stream or a part of one. */
const LIST = /\/activities(\?|$)/;

/** How the feed looks when something is the matter; `before`: the feed as it should be. */
export function troubleStates(before: PageState): PageState[] {
  const offline: PageState = {
    ...then(before, "offline", async (page) => {
      await page.context().setOffline(true);
      await page.getByText("You are offline.").waitFor();
    }),
    leave: (page) => page.context().setOffline(false),
  };
  const narrowed = async (page: Page) =>
    await page.getByRole("link", { name: "Important", exact: true }).filter({ visible: true }).click();
  const release = (page: Page) => page.unroute(LIST);
  const failed: PageState = {
    ...then(before, "the list cannot be loaded", async (page) => {
      await page.route(LIST, (route) => route.abort());
      await narrowed(page);
      await page.getByRole("heading", { name: "The feed could not be loaded" }).waitFor();
    }),
    leave: release,
  };
  const awaited: PageState = {
    ...then(before, "the list is on its way", async (page) => {
      await page.goto(`${page.url()}?q=nothingsuch`);
      await page.getByText("No activity matches").waitFor();
      // Never answered.
      await page.route(LIST, () => {});
      await page.getByRole("link", { name: "Clear filters" }).first().click();
      await page.locator("main [data-skeleton]").first().waitFor();
    }),
    leave: release,
  };
  const saved = new WeakMap<Page, Awaited<ReturnType<ReturnType<Page["context"]>["cookies"]>>>();
  const ended: PageState = {
    ...then(before, "the session has ended", async (page) => {
      saved.set(page, await page.context().cookies());
      await page.context().clearCookies();
      // Something of the page's own may have noticed before, and lie over the button.
      await page.getByRole("button", { name: "Type", exact: true }).dispatchEvent("click");
      await page.getByRole("dialog", { name: "Your session has ended" }).waitFor();
    }),
    leave: async (page) => await page.context().addCookies(saved.get(page) ?? []),
  };
  return [offline, onPhone(offline), failed, awaited, ended];
}
