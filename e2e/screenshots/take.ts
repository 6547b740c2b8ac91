// npm run screenshots: every state of the product in light, in dark and on a phone. `-- feed offline` takes only those.
import { mkdir } from "node:fs/promises";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "@playwright/test";
import sharp from "sharp";
import config from "../../playwright.config";
import { FOLDER, LOOKS, type Look, STATES, type State } from "./states";
import { makeWorld, NOW, type World } from "./world";

const PARALLEL = 3;
const WAIT_MS = 20_000;

function optionsOf(look: Look, { isZoomed }: State): BrowserContextOptions {
  const [width, height] = look === "phone" ? [390, 800] : [1_440, 860];
  const scale = isZoomed ? 2 : 1;
  return {
    viewport: { width: Math.max(320, width / scale), height: height / scale },
    deviceScaleFactor: look === "phone" ? 1 : scale,
    colorScheme: look === "dark" ? "dark" : "light",
    hasTouch: look === "phone",
    reducedMotion: "reduce",
    timezoneId: "Europe/Berlin",
    locale: "en-GB",
  };
}

/** Waits until React has the page, its fonts are there, and the stream of a feed has said how it is. */
async function settle(page: Page): Promise<void> {
  const heading = page.locator("h1").first();
  await heading.waitFor({ state: "attached" });
  await page.waitForFunction(() => {
    const title = document.querySelector("h1");
    return title !== null && Object.keys(title).some((key) => key.startsWith("__react"));
  });
  await page.evaluate(() => document.fonts.ready);
  await page.waitForFunction(() => document.querySelector("[data-connection=connecting]") === null);
}

const RECEIVED = /(\\?"timestamp\\?":\\?"([^"\\]+)\\?"[\s\S]*?\\?"receivedAt\\?":\\?")[^"\\]+/g;

/** The team was filled just now with what happened long ago: pages are told that it came at once, as it would have. */
async function receiveAtOnce(page: Page): Promise<void> {
  await page.route("**/*", async (route) => {
    if (route.request().resourceType() !== "document") return route.fallback();
    const response = await route.fetch();
    const body = (await response.text()).replace(RECEIVED, (_all, before: string, at: string) => before + at);
    await route.fulfill({ response, body });
  });
}

async function take(browser: Browser, world: World, name: string, state: State, look: Look): Promise<void> {
  const { account, sessions } = world;
  const session = state.as === "nobody" ? {} : { storageState: sessions[state.as ?? "owner"] };
  const context = await browser.newContext({ ...optionsOf(look, state), ...session });
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(WAIT_MS);
    await page.clock.setFixedTime(NOW);
    if (state.hasForcedColors) await page.emulateMedia({ forcedColors: "active" });
    await receiveAtOnce(page);
    await state.before?.(page);
    await page.goto(new URL(state.path(world), account.server.origin).href);
    await settle(page);
    if (state.before === undefined && (await page.locator("article").count()) > 0)
      await page.locator("[data-connection=live], main:not(:has([data-connection]))").first().waitFor();
    await state.act?.(page);
    await page.waitForTimeout(400);
    const picture = await page.screenshot({ animations: "disabled" });
    await sharp(picture).png({ palette: true, effort: 8 }).toFile(`${FOLDER}/${name}.${look}.png`);
  } finally {
    await context.close();
  }
}

async function takeAll(names: string[]): Promise<void> {
  const wanted = Object.entries<State>(STATES).filter(([name]) => names.length === 0 || names.includes(name));
  const shots = wanted.flatMap(([name, state]) => LOOKS.map((look) => ({ name, state, look })));
  await mkdir(FOLDER, { recursive: true });
  const browser = await chromium.launch(config.use?.launchOptions);
  const failures: string[] = [];
  try {
    const world = await makeWorld(browser);
    const next = async (): Promise<void> => {
      const shot = shots.shift();
      if (shot === undefined) return;
      const { name, state, look } = shot;
      const once = () => take(browser, world, name, state, look);
      // A busy machine may be too slow once.
      await once()
        .catch(once)
        .then(
          () => console.log(`  ${name}.${look}.png`),
          (error: unknown) => failures.push(`${name}.${look}: ${error instanceof Error ? error.message : error}`),
        );
      return next();
    };
    await Promise.all(Array.from({ length: PARALLEL }, next));
    await world.close();
  } finally {
    await browser.close();
  }
  for (const failure of failures) console.error(`\n${failure}`);
  if (failures.length > 0) process.exitCode = 1;
}

await takeAll(process.argv.slice(2));
