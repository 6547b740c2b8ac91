import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, type BrowserContext, chromium, type Page } from "@playwright/test";
import { findChromium } from "./find-chromium.mjs";

const SWITCHES = [
  "--headless=new",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--no-first-run",
];

/**
 * A browser whose tabs stand in windows, so that a tab behind another one really is hidden. A page of a browser that
 * Playwright starts always believes to be seen.
 */
export class TabbedBrowser {
  private constructor(
    private readonly child: ChildProcess,
    private readonly profile: string,
    private readonly browser: Browser,
    readonly context: BrowserContext,
  ) {}

  static async start(): Promise<TabbedBrowser> {
    const profile = await mkdtemp(join(tmpdir(), "las-profile-"));
    const child = spawn(
      findChromium(),
      [...SWITCHES, "--remote-debugging-port=0", `--user-data-dir=${profile}`, "about:blank"],
      { stdio: ["ignore", "ignore", "pipe"] },
    );
    const host = await new Promise<string>((done, fail) => {
      let said = "";
      child.stderr?.on("data", (text) => {
        said += text;
        const port = /ws:\/\/([^/\s]+)\//.exec(said)?.[1];
        if (port !== undefined) done(port);
      });
      child.once("exit", () => fail(new Error(`the browser ended:\n${said}`)));
    });
    const browser = await chromium.connectOverCDP(`http://${host}`, { noDefaults: true });
    const [context] = browser.contexts();
    if (context === undefined) throw new Error("the browser has no profile");
    return new TabbedBrowser(child, profile, browser, context);
  }

  /** A new tab, in front of all others. */
  openTab(): Promise<Page> {
    return this.context.newPage();
  }

  /** A tab in a window of its own, beside the others: all of them are seen. */
  async openWindow(): Promise<Page> {
    const session = await this.browser.newBrowserCDPSession();
    const opened = this.context.waitForEvent("page");
    await session.send("Target.createTarget", { url: "about:blank", newWindow: true });
    return await opened;
  }

  async stop(): Promise<void> {
    const gone = new Promise((done) => this.child.once("exit", done));
    await this.browser.close();
    this.child.kill();
    await gone;
    await rm(this.profile, { recursive: true, force: true, maxRetries: 5 });
  }
}
