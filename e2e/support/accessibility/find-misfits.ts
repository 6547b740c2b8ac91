import type { Page } from "@playwright/test";

/** The narrowest phone that WCAG asks for (1.4.10). */
const NARROW = { width: 320, height: 640 };
/** A laptop's window of 1440 × 860 at 200 % (1.4.4). */
const ZOOMED = { width: 720, height: 430 };

/** Within the page: what is wider than the screen, and what is smaller than 24 × 24 pixels without standing in a line of text (WCAG 2.5.8). */
function measure(): string[] {
  const root = document.documentElement;
  const wide = root.scrollWidth > root.clientWidth ? [`scrolls sideways: ${root.scrollWidth} pixels wide`] : [];
  const targets = document.querySelectorAll<HTMLElement>(
    "a[href], button, input:not([type=hidden]), select, textarea, summary, [role=menuitem], [role=option], [role=tab]",
  );
  // A label is its field's target too.
  const boxOf = (element: HTMLElement) => {
    const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])] : [];
    const boxes = [element, ...labels].map((one) => one.getBoundingClientRect());
    return boxes.reduce((largest, box) =>
      Math.min(box.width, box.height) > Math.min(largest.width, largest.height) ? box : largest,
    );
  };
  const isInLine = (element: HTMLElement) =>
    getComputedStyle(element).display === "inline" &&
    [...(element.parentElement?.childNodes ?? [])].some((node) => node !== element && node.textContent?.trim() !== "");
  const small = [...targets].filter((element) => {
    if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return false;
    if (element.closest("[inert], [aria-hidden=true]") !== null) return false;
    const { width, height } = boxOf(element);
    // A pixel or less is for screen readers alone.
    return width > 1 && height > 1 && (width < 24 || height < 24) && !isInLine(element);
  });
  const said = small.map((element) => {
    const { width, height } = boxOf(element);
    return `${width.toFixed(1)} × ${height.toFixed(1)} pixels: ${element.outerHTML.slice(0, 200)}`;
  });
  return [...wide, ...said];
}

/** What of a page as it stands does not fit a small screen or fingers, a line for each. Leaves the page on that screen. */
export async function findMisfits(page: Page, isPhone: boolean): Promise<string[]> {
  const screen = isPhone ? NARROW : ZOOMED;
  await page.setViewportSize(screen);
  // Menus are placed anew after that.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  const found = await page.evaluate(measure);
  return found.map((misfit) => `${screen.width} × ${screen.height}: ${misfit}`);
}
