import type { Page } from "@playwright/test";
import type { World } from "./world";

/** One picture of the product. */
export interface State {
  /** Default: the owner; `nobody` is not signed in. */
  as?: "viewer" | "nobody";
  /** The path it begins at. */
  path: (world: World) => string;
  /** Before the page is opened. */
  before?: (page: Page) => Promise<void>;
  /** From the page as it opened to what is shown. */
  act?: (page: Page) => Promise<void>;
  /** Twice as large as usual. */
  isZoomed?: true;
  hasForcedColors?: true;
}

const LIST = /\/api\/teams\/[^/]+\/activities(\?|$)/;
const feed = ({ teams }: World, query = "") => `/${teams.full}${query}`;
const full = { path: (world: World) => feed(world) };
const settings = (page: string): State => ({ path: ({ teams }) => `/${teams.full}/settings/${page}` });

const press = (name: string | RegExp) => (page: Page) =>
  page.getByRole("button", { name, exact: true }).filter({ visible: true }).first().click();
const seen = (page: Page, text: string | RegExp) => page.getByText(text).filter({ visible: true }).first().waitFor();

/** By the icon of a row: its words may be a link. */
async function openDetails(page: Page): Promise<void> {
  await page
    .locator("article")
    .filter({ hasText: /merged|reviewed/ })
    .locator("> div > svg")
    .first()
    .click();
  await page.getByRole("button", { name: "Close details" }).filter({ visible: true }).waitFor();
  await page.getByRole("region", { name: "Comments" }).waitFor();
  // What is not to be had leaves its place.
  await page.getByRole("list", { name: "Linked pages" }).waitFor({ state: "detached" });
}

/** From a search that finds nothing to the whole feed, whose list `answer` answers. */
function clearing(answer: "abort" | "never", done: (page: Page) => Promise<void>): State {
  return {
    path: (world) => feed(world, "?q=zzzzqqqq"),
    act: async (page) => {
      await page.route(LIST, (route) => (answer === "abort" ? route.abort() : undefined));
      await page.getByRole("link", { name: "Clear filters" }).first().click();
      await done(page);
    },
  };
}

/** What the pictures in docs/screenshots show, by the beginning of their names. */
export const STATES = {
  feed: full,
  details: { ...full, act: openDetails },
  fold: {
    path: ({ teams }) => `/${teams.storm}`,
    act: async (page) => {
      await page.getByRole("link", { name: "Show all" }).first().click();
      await page.getByRole("region", { name: "All of these events" }).getByRole("article").first().waitFor();
    },
  },
  filters: {
    path: (world) => feed(world, "?type=task.*&important=1"),
    act: async (page) => {
      await press("Who")(page);
      await page.locator("[data-option]").first().waitFor();
    },
  },
  search: { path: (world) => feed(world, "?q=retry") },
  suggestions: {
    ...full,
    act: async (page) => {
      await page.getByRole("searchbox").fill("actor:a");
      await page.locator("[data-suggestion]").nth(2).waitFor();
    },
  },
  palette: { ...full, act: (page) => page.keyboard.press("Control+k").then(() => page.getByRole("dialog").waitFor()) },
  shortcuts: { ...full, act: (page) => page.keyboard.press("?").then(() => page.getByRole("dialog").waitFor()) },
  post: {
    ...full,
    act: async (page) => {
      await page.keyboard.press("n");
      await page.getByRole("textbox", { name: "Note" }).fill("Deploy freeze from Friday noon. Questions to me.");
    },
  },
  export: { ...full, act: async (page) => press("Export")(page).then(() => seen(page, /^Exports /)) },
  share: { ...full, act: async (page) => press("Share view")(page).then(() => page.getByRole("dialog").waitFor()) },
  empty: { path: ({ teams }) => `/${teams.quiet}` },
  "no-match": { path: (world) => feed(world, "?q=zzzzqqqq") },
  skeleton: clearing("never", (page) => page.locator("main [data-skeleton]").first().waitFor()),
  error: clearing("abort", (page) => seen(page, "The feed could not be loaded")),
  "older-error": {
    ...full,
    act: async (page) => {
      await page.route(LIST, (route) => route.abort());
      await page.locator("main a[rel=next]").click();
      await page.getByText(/could not be loaded/).scrollIntoViewIfNeeded();
    },
  },
  offline: {
    ...full,
    act: (page) =>
      page
        .context()
        .setOffline(true)
        .then(() => seen(page, "You are offline.")),
  },
  reconnecting: {
    ...full,
    before: async (page) => {
      await page.route(/\/api\/teams\/[^/]+\/activities/, (route) => route.abort());
    },
    act: (page) => seen(page, "The connection was lost."),
  },
  "session-ended": {
    ...full,
    act: async (page) => {
      await page.context().clearCookies();
      // The page asks every half minute.
      await page.getByRole("dialog").waitFor({ timeout: 60_000 });
    },
  },
  viewer: { path: ({ teams }) => `/${teams.viewed}?source=github`, as: "viewer", act: openDetails },
  "long-words": { path: ({ teams }) => `/${teams.odd}` },
  storm: { path: ({ teams }) => `/${teams.storm}` },
  "forced-colors": { ...full, hasForcedColors: true },
  zoomed: { ...full, isZoomed: true },
  members: settings("members"),
  integrations: settings("integrations"),
  keys: settings("keys"),
  team: settings("team"),
  account: { path: () => "/account" },
  "sign-in": { path: () => "/sign-in", as: "nobody" },
} satisfies Record<string, State>;

/** How each is taken. */
export const LOOKS = ["light", "dark", "phone"] as const;
export type Look = (typeof LOOKS)[number];

/** Where the pictures are. */
export const FOLDER = "docs/screenshots";
