import { expect, type Page } from "@playwright/test";
import type { Visitor, World } from "./world";

/** One look of a page that axe is to judge. */
export interface PageState {
  name: string;
  /** Default: the owner of both teams. */
  as?: Visitor;
  /** A phone of 390 × 800; default: a desktop of 1280 × 800. */
  isPhone?: boolean;
  /** Brings the page there, and waits until it is. */
  open: (page: Page, world: World) => Promise<void>;
  /** Takes back what would outlast the page: others are shown in the same browser. */
  leave?: (page: Page) => Promise<void>;
}

/** What a page file looks like in all its states. */
export type PageStates = Record<string, readonly PageState[]>;

/** Goes to a path of the server in use, or to a whole address. */
export async function go(page: Page, { account }: World, address: string): Promise<void> {
  await page.goto(new URL(address, account.server.origin).href);
}

/** Waits until React has taken the page over: before that a form is the browser's to send. */
async function waitForScript(page: Page): Promise<void> {
  const heading = page.getByRole("heading", { level: 1 });
  const isTaken = () =>
    heading.evaluate((element) => Object.keys(element).some((key) => key.startsWith("__reactProps")));
  await expect.poll(isTaken).toBe(true);
}

/** A state that is there as soon as its page is. */
export function at(name: string, addressOf: (world: World) => string, more: Partial<PageState> = {}): PageState {
  return {
    name,
    open: async (page, world) => {
      await go(page, world, addressOf(world));
      await waitForScript(page);
    },
    ...more,
  };
}

/** The state that `act` leads to from another one. */
export function then(before: PageState, name: string, act: (page: Page, world: World) => Promise<void>): PageState {
  return {
    ...before,
    name,
    open: async (page, world) => {
      await before.open(page, world);
      await act(page, world);
    },
  };
}

/** The same state on a phone. */
export function onPhone(state: PageState): PageState {
  return { ...state, name: `${state.name}, on a phone`, isPhone: true };
}
