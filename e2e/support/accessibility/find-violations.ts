import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";

/** WCAG 2.2 up to level AA, and what axe counts as good practice besides. */
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
/** What can be right in one scheme and wrong in the other. Both show the same elements: the rest is judged once. */
const COLOR_RULES = ["color-contrast", "link-in-text-block"];

/** Waits until nothing moves or fades any more, but for what turns for ever: a half-faded text has half its contrast. */
async function waitForStillness(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const ending = document.getAnimations().filter((one) => one.effect?.getComputedTiming().endTime !== Infinity);
    await Promise.allSettled(ending.map(({ finished }) => finished));
  });
}

/** What axe finds in one scheme of colours, a line for each element, with its rule. */
async function judge(page: Page, colorScheme: "light" | "dark"): Promise<string[]> {
  await waitForStillness(page);
  // Legacy mode judges within the page; the other opens a page of its own for each verdict. There are no frames here.
  // What is right is not described, which would take longer than to find what is wrong.
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ["violations"] });
  const { violations } = await (colorScheme === "light" ? axe.withTags(TAGS) : axe.withRules(COLOR_RULES)).analyze();
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(
      ({ target, html, failureSummary }) =>
        `${colorScheme}: ${id}, ${help}\n  ${target.join(" ")}\n  ${html}\n  ${failureSummary}`,
    ),
  );
}

/** What axe finds on a page as it stands, in light and in dark colours. What begins to move while it looks is looked at again. */
export async function findViolations(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    const first = await judge(page, colorScheme);
    if (first.length === 0) continue;
    await page.waitForTimeout(500);
    found.push(...(await judge(page, colorScheme)));
  }
  await page.emulateMedia({ colorScheme: null });
  return found;
}
