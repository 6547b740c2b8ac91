import { at, onPhone, type PageState, type PageStates, then } from "./page-state";
import type { World } from "./world";

const settings = (page: string, more: Partial<PageState> = {}) =>
  at("as it is", ({ account }) => `/${account.team}/settings/${page}`, more);
const toViewer = (page: string) => at("to a viewer", ({ quiet }) => `/${quiet}/settings/${page}`, { as: "viewer" });
const integration = (name: string, idOf: (world: World) => string) =>
  at(name, (world) => `/${world.account.team}/settings/integrations/${idOf(world)}`);

const members = settings("members");
const keys = settings("keys");
const feeds = at("as it is", ({ sample }) => `/${sample}/settings/feeds`);
const links = at("as it is", ({ sample }) => `/${sample}/settings/links`);
const integrations = settings("integrations");
const team = settings("team");
const waiting = integration("waits", (world) => world.integrations.waiting);
const receiving = integration("receives", (world) => world.integrations.receiving);
const generic = integration("has settings of its own", (world) => world.integrations.generic);

const tab = (name: string) =>
  then(receiving, `${name} open`, async (page) => {
    await page.getByRole("tab", { name }).click();
    await page.getByRole("tabpanel", { name }).waitFor();
  });

/** A team's settings. */
export const SETTINGS_STATES: PageStates = {
  "app/[team]/settings/members/page.tsx": [
    members,
    onPhone(members),
    toViewer("members"),
    then(members, "an address is refused", async (page) => {
      await page.getByRole("textbox", { name: /^E-mail/ }).fill(`${"b".repeat(250)}@acme.example`);
      await page.getByRole("textbox", { name: /^E-mail/ }).press("Enter");
      await page.locator("[aria-invalid=true]").waitFor();
    }),
  ],
  "app/[team]/settings/keys/page.tsx": [
    keys,
    onPhone(keys),
    toViewer("keys"),
    then(keys, "a key is shown", async (page) => {
      await page.getByLabel("Name").fill("CI server");
      await page.getByLabel("Name").press("Enter");
      await page.getByRole("heading", { name: /CI server/ }).waitFor();
    }),
    then(keys, "nothing is chosen", async (page) => {
      await page.getByLabel("Name").fill("CI server");
      for (const box of await page.getByRole("checkbox").all()) await box.uncheck();
      await page.getByLabel("Name").press("Enter");
      await page.getByText("Choose what the key may do.").waitFor();
    }),
    then(keys, "asks before it rotates", async (page) => {
      await page
        .getByRole("button", { name: /^Rotate/ })
        .first()
        .click();
      await page.getByRole("alertdialog").waitFor();
    }),
    then(keys, "a feed reader is shown", async (page) => {
      await page.getByRole("button", { name: "Add a feed reader" }).click();
      await page.getByText("Your feed reader’s addresses").waitFor();
    }),
  ],
  "app/[team]/settings/integrations/page.tsx": [
    integrations,
    onPhone(integrations),
    then(integrations, "one is chosen", async (page) => {
      await page.getByRole("button", { name: /more services$/ }).click();
      await page.getByRole("button", { name: "GitLab" }).click();
      await page.getByLabel("Name").waitFor();
    }),
    then(integrations, "a name is refused", async (page) => {
      await page.getByRole("button", { name: "GitLab" }).click();
      await page.getByLabel("Name").fill("   ");
      await page.getByLabel("Name").press("Enter");
      await page.locator("[aria-invalid=true]").waitFor();
    }),
  ],
  "app/[team]/settings/integrations/[id]/page.tsx": [
    waiting,
    onPhone(waiting),
    receiving,
    onPhone(receiving),
    then(receiving, "a delivery open", async (page) => {
      await page.getByRole("button", { name: /^401/ }).click();
      await page.getByRole("button", { name: "Raw body" }).waitFor();
    }),
    tab("Set-up"),
    tab("Mapping"),
    tab("Limits"),
    generic,
    then(generic, "a template is refused", async (page) => {
      await page.getByLabel("Sentence").fill("{alerts[0");
      await page.locator("[aria-invalid=true]").first().waitFor();
    }),
    then(generic, "as JSON", async (page) => {
      await page.getByRole("button", { name: "All settings as JSON" }).click();
      await page.getByLabel("Settings as JSON").fill("{");
      await page.locator("[aria-invalid=true]").first().waitFor();
    }),
  ],
  "app/[team]/settings/links/page.tsx": [links, onPhone(links), settings("links", { name: "no links" })],
  "app/[team]/settings/feeds/page.tsx": [
    feeds,
    onPhone(feeds),
    settings("feeds", { name: "nothing is public" }),
    then(feeds, "an address is refused", async (page) => {
      await page.getByLabel("Name", { exact: true }).fill("Other");
      await page.getByLabel("Address", { exact: true }).fill("no such address!");
      await page.getByLabel("Address", { exact: true }).press("Enter");
      await page.locator("[aria-invalid=true]").waitFor();
    }),
    then(feeds, "asks before it deletes", async (page) => {
      await page
        .getByRole("button", { name: /^Delete/ })
        .first()
        .click();
      await page.getByRole("alertdialog").waitFor();
    }),
  ],
  "app/[team]/settings/team/page.tsx": [
    team,
    onPhone(team),
    toViewer("team"),
    then(team, "a name is refused", async (page) => {
      await page.getByLabel("Name").fill("   ");
      await page.getByLabel("Name").press("Enter");
      await page.locator("[aria-invalid=true]").waitFor();
    }),
  ],
};
