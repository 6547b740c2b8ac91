// What the feed's page costs whoever looks at it, side by side with an empty page of the same Next.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildWhenStale } from "@/cli/build-when-stale.mjs";
import { createBenchDatabase } from "../bench-database";
import { isWanted, options } from "../options";
import { type Part, withKeptParts } from "../parts";
import { publish } from "../report";
import { startEmptyApp } from "../start-empty-app";
import { launch } from "./browser";
import { loadDeep } from "./load-deep";
import { openSite } from "./site";
import { timeHtml } from "./time-html";
import { timeInteractions } from "./time-interactions";
import { timePaint } from "./time-paint";
import { traceMemory } from "./trace-memory";
import { weighScripts } from "./weigh-scripts";

const ROWS = options.quick ? 100_000 : 1_000_000;
const EMBEDDED_ROWS = options.quick ? 20_000 : 100_000;
const say = (rows: number) => rows.toLocaleString("en-US");

buildWhenStale();
const database = await createBenchDatabase();
const dataDir = await mkdtemp(join(tmpdir(), "las-bench-"));
const browser = await launch();
const empty = await startEmptyApp();
const site = await openSite({ url: database.url, dataDir: "" }, ROWS);

async function timeEmbedded(): Promise<Part> {
  const embedded = await openSite({ dataDir }, EMBEDDED_ROWS);
  try {
    return await timeHtml(embedded, empty, `embedded with ${say(EMBEDDED_ROWS)} events`);
  } finally {
    await embedded.server.stop();
  }
}

const PARTS: Record<string, () => Promise<Part>> = {
  scripts: () => weighScripts(browser, site, empty),
  html: () => timeHtml(site, empty, `PostgreSQL with ${say(ROWS)} events`),
  embedded: timeEmbedded,
  paint: () => timePaint(browser, site, empty),
  interaction: () => timeInteractions(browser, site),
  depth: () => loadDeep(browser, site),
  trace: () => traceMemory(browser, site),
};

try {
  await publish(async () => {
    const fresh: Record<string, Part> = {};
    for (const [name, measure] of Object.entries(PARTS)) {
      if (!isWanted(name)) continue;
      process.stderr.write(`${name}…\n`);
      fresh[name] = await measure();
      for (const { what, result } of fresh[name].figures) process.stderr.write(`  ${what}: ${result}\n`);
      // Kept at once: a later part that fails must not lose what took so long.
      await withKeptParts("page", Object.keys(PARTS), fresh);
    }
    const { figures, notes } = await withKeptParts("page", Object.keys(PARTS), fresh);
    return {
      name: "page",
      title: "The feed's page",
      databases: [database.version],
      figures,
      notes: [
        "Servers, PostgreSQL, the poster and the browser (headless Chromium) share the machine's cores. The empty page is one element in a root layout, built and served in the same run.",
        ...notes,
      ],
      isInParts: true,
    };
  });
} finally {
  await browser.close();
  await Promise.all([site.server.stop(), empty.stop()]);
  await database.drop();
  await rm(dataDir, { recursive: true, force: true });
}
