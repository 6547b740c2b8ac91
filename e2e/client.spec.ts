import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "./support/fixtures";

test("a command of the client puts an event on an open page, and says what was wrong with one", async ({
  feed,
  account,
}) => {
  const folder = mkdtempSync(join(tmpdir(), "las-client-"));
  execFileSync(process.execPath, ["node_modules/typescript/bin/tsc", "-p", "client", "--outDir", folder]);
  const env = {
    ...process.env,
    ACTIVITY_URL: account.server.origin,
    ACTIVITY_TEAM: account.team,
    ACTIVITY_KEY: account.key,
  };
  const capture = (...words: string[]) =>
    spawnSync(process.execPath, ["--experimental-default-type=module", join(folder, "cli.js"), ...words], {
      env,
      encoding: "utf8",
    });
  await feed.open();
  const who = ["--actor", "cron", "--actor-name", "Night shift", "--actor-kind", "system"];
  const what = ["--entity", "database:main", "--entity-name", "Main database", "--metadata", '{"gigabytes":12}'];
  const done = capture("backup.completed", ...who, ...what);
  expect({ code: done.status, fault: done.stderr }).toEqual({ code: 0, fault: "" });
  const row = feed.page.locator(`article[data-activity="${done.stdout.trim()}"]`);
  await expect(row).toContainText("Night shift");
  await expect(row).toContainText("Main database");

  const again = ["backup.completed", ...who, ...what, "--idempotency-key", "nightly"];
  expect(capture(...again).stdout).toBe(capture(...again).stdout);
  const wrong = capture("backup.completed", ...who, ...what, "--timestamp", "1960-01-01T00:00:00Z");
  expect(wrong.status).toBe(1);
  expect(wrong.stderr).toContain("timestamp must not be before 1970");
  const usage = capture("backup.completed", "--actor", "cron");
  expect(usage.status).toBe(2);
  expect(usage.stderr).toContain("--entity is missing");
  rmSync(folder, { recursive: true });
});
