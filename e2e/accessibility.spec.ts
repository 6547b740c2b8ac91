import { readdirSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { ACCOUNT_STATES } from "./support/accessibility/account-states";
import { FEED_STATES } from "./support/accessibility/feed-states";
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

for (const file of files) {
  test(`axe finds nothing on ${file}, in light and in dark`, async () => {
    const states = rows[file] ?? [];
    expect(states.length, `${file} has no row in e2e/support/accessibility`).toBeGreaterThan(0);
    if (world === undefined) throw new Error("the servers are not there");
    const here = world;
    const found: string[] = [];
    for (const { name, as = "owner", isPhone = false, open } of states) {
      await test.step(name, async () => {
        const page = here.pages[as];
        await page.setViewportSize(isPhone ? PHONE : DESKTOP);
        await open(page, here);
        found.push(...(await findViolations(page)).map((violation) => `${name}, ${violation}`));
      });
    }
    expect(found.join("\n\n")).toBe("");
  });
}

test("every row is about a page that there is", () => {
  expect(Object.keys(rows).sort()).toEqual(files);
});
