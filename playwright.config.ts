import { defineConfig } from "@playwright/test";
import { findChromium } from "./e2e/support/find-chromium.mjs";

export default defineConfig({
  testDir: "e2e",
  timeout: 60_000,
  expect: { timeout: 15_000 },
  // Servers on one PostgreSQL are looked at one at a time.
  workers: process.env.TEST_DATABASE_URL ? 1 : 2,
  retries: 0,
  forbidOnly: true,
  reporter: "list",
  outputDir: "test-results",
  // Stories that need a Postgres server, or several of our servers on one, run with `npm run test:postgres`.
  ...(process.env.TEST_DATABASE_URL
    ? { testMatch: "**/*.server.spec.ts" }
    : { testMatch: "**/*.spec.ts", testIgnore: "**/*.server.spec.ts" }),
  use: {
    launchOptions: {
      executablePath: findChromium(),
      args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
    },
    video: "off",
    trace: "off",
    screenshot: "off",
    timezoneId: "Europe/Berlin",
    locale: "en-GB",
  },
});
