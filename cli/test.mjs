// `npm test`: check, unit and database tests, production build, browser stories. Needs nothing but Node and a Chromium.
import { buildWhenStale } from "./build-when-stale.mjs";
import { LANE_TESTS } from "./testing/lanes.mjs";
import { finish, runPlaywright, runStep, runVitest } from "./testing/run-step.mjs";

if ((await runStep("check", "npm", ["run", "--silent", "check"])) !== 0)
  finish([{ passed: 0, failed: 1, failures: ["check"] }]);
// The embedded database, whatever the shell says: the server drivers have `npm run test:postgres`.
const embedded = { DATABASE_URL: "", TEST_DATABASE_URL: "", TEST_DATABASE_DRIVER: "", LOG_LEVEL: "silent" };
const unit = await runVitest("unit and database tests", [], embedded);
const lanes = await runVitest("handlers through the direct lanes", LANE_TESTS, { ...embedded, TEST_DOOR: "node" });
buildWhenStale();
const browser = await runPlaywright("browser stories", embedded);
finish([unit, lanes, browser]);
