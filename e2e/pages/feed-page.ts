import { expect, type Locator, type Page } from "@playwright/test";
import type { Account } from "../support/api";

/** The feed as a member sees it. */
export class FeedPage {
  constructor(
    readonly page: Page,
    private readonly account: Account,
  ) {}

  get items(): Locator {
    return this.page.locator("article[data-activity]");
  }

  get pill(): Locator {
    return this.page.getByRole("button", { name: /new activit(y|ies)/ });
  }

  get more(): Locator {
    return this.page.locator("main a[rel=next]");
  }

  get search(): Locator {
    return this.page.getByRole("searchbox");
  }

  item(text: string): Locator {
    return this.items.filter({ hasText: text });
  }

  async open(query = ""): Promise<void> {
    await this.page.goto(`${this.account.server.origin}/${this.account.team}${query}`);
  }

  /** Waits until the stream is open, so that what is posted next must come over it. */
  async isLive(): Promise<void> {
    await expect(this.page.locator("[data-connection=live]")).toBeVisible();
  }

  /** The ids of the rows, in their order. */
  async ids(): Promise<string[]> {
    return await this.items.evaluateAll((rows) => rows.map((row) => row.getAttribute("data-activity") ?? ""));
  }

  /** Scrolls from the top to the end, as more comes by itself, and gives the ids of all rows in their order. */
  async readThrough(): Promise<string[]> {
    const seen = new Map<string, number>();
    await this.page.evaluate(() => window.scrollTo({ top: 0 }));
    for (let still = 0, screens = 0; still < 5 && screens < 2_000; screens += 1) {
      // In one call: rows that are found in one and measured in the next may have left the page between them.
      const places = await this.page.evaluate(() =>
        [...document.querySelectorAll("article[data-activity]")].map((row): [string, number] => [
          row.getAttribute("data-activity") ?? "",
          row.getBoundingClientRect().top + window.scrollY,
        ]),
      );
      for (const [id, top] of places) seen.set(id, top);
      const [before, after] = await this.page.evaluate(async () => {
        const from = window.scrollY;
        window.scrollBy({ top: window.innerHeight * 0.8 });
        await new Promise((done) => requestAnimationFrame(() => setTimeout(done, 30)));
        return [from, window.scrollY];
      });
      const isMore = (await this.more.count()) > 0;
      if (isMore && before === after) await this.page.waitForTimeout(100);
      still = isMore || before !== after ? 0 : still + 1;
    }
    return [...seen].sort(([, one], [, other]) => one - other).map(([id]) => id);
  }
}
