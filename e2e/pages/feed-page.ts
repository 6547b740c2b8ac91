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

  /** Goes to the bottom and on until there is nothing older. */
  async loadEverything(): Promise<void> {
    for (let pages = 0; pages < 50; pages += 1) {
      const before = await this.items.count();
      if ((await this.more.count()) === 0) return;
      await this.more.click();
      await expect.poll(async () => (await this.items.count()) > before || (await this.more.count()) === 0).toBe(true);
    }
  }
}
