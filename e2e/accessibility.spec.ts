import { readdirSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { ACCOUNT_STATES } from "./support/accessibility/account-states";
import { FEED_STATES } from "./support/accessibility/feed-states";
import { findMisfits } from "./support/accessibility/find-misfits";
import { findViolations } from "./support/accessibility/find-violations";
import type { PageStates } from "./support/accessibility/page-state";
import { SETTINGS_STATES } from "./support/accessibility/settings-states";
import { makeWorld, type World } from "./support/accessibility/world";

const DESKTOP = { width: 1280, height: 800 };
const PHONE = { width: 390, height: 800 };

/** What Next shows as a page of its own. */
const PAGE_FILE = /(^|\/)(page|not-found|error)\.tsx$/;
const files = readdirSync("app", { recursive: true, encoding: "utf8" })
  .map((path) => `app/${path.replaceAll("\\", "/")}`)
  .filter((path) => PAGE_FILE.test(path))
  .sort();
const rows: PageStates = { ...ACCOUNT_STATES, ...FEED_STATES, ...SETTINGS_STATES };

let world: World | undefined;
test.beforeAll(async ({ browser }) => {
  world = await makeWorld(browser);
});
test.afterAll(() => world?.close());

test("every page has a row, and every row its page", () => {
  expect(Object.keys(rows).sort(), "the rows of e2e/support/accessibility").toEqual(files);
});

for (const [file, states] of Object.entries(rows)) {
  for (const { name, as = "owner", isPhone = false, open, leave } of states) {
    test(`axe finds nothing, and all fits: ${file}, ${name}`, async () => {
      if (world === undefined) throw new Error("the servers are not there");
      const page = world.pages[as];
      await page.setViewportSize(isPhone ? PHONE : DESKTOP);
      try {
        await open(page, world);
        expect((await findViolations(page)).join("\n\n")).toBe("");
        expect((await findMisfits(page, isPhone)).join("\n\n")).toBe("");
      } finally {
        await leave?.(page);
      }
    });
  }
}
