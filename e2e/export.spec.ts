import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { listAll, postAll, type Stored, taskEvent } from "./support/api";
import { expect, test } from "./support/fixtures";

const EXPORT = "Export this view";

/** Browsers without a picker save as a download, which is what a test can see. */
const withoutPicker = (page: Page) => page.addInitScript(() => Reflect.deleteProperty(window, "showSaveFilePicker"));

/** Opens the dialog, chooses a format and gives what is saved. */
async function exportAs(page: Page, format: string): Promise<{ name: string; text: string }> {
  await page.getByRole("button", { name: "Export", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: EXPORT });
  await dialog.getByLabel(format, { exact: false }).first().check();
  const saving = page.waitForEvent("download");
  await dialog.getByRole("button", { name: "Export" }).click();
  const saved = await saving;
  await expect(dialog.getByRole("status")).toContainText(saved.suggestedFilename());
  await dialog.getByRole("button", { name: "Close" }).click();
  await expect(dialog).toHaveCount(0);
  return { name: saved.suggestedFilename(), text: await readFile(await saved.path(), "utf8") };
}

test("what the filters show is saved in each format, and is what the list has", async ({ feed, account, source }) => {
  await withoutPicker(feed.page);
  const events = Array.from({ length: 260 }, (_, n) => taskEvent(`Row ${n}`, { source }));
  await postAll(account, [...events, taskEvent("Elsewhere", { source: `${source}-other` })]);
  await feed.open(`?source=${source}`);
  const listed = await listAll(account, { source });
  expect(listed).toHaveLength(260);

  await feed.page.getByRole("button", { name: "Export", exact: true }).click();
  const dialog = feed.page.getByRole("dialog", { name: EXPORT });
  await expect(dialog).toContainText("Exports 260 activities of this view");
  await feed.page.keyboard.press("Escape");
  await expect(feed.page.getByRole("button", { name: "Export", exact: true })).toBeFocused();

  const json = await exportAs(feed.page, "One array");
  expect(json.name).toMatch(/^acme-platform-activities-\d{4}-\d\d-\d\d\.json$/);
  expect(JSON.parse(json.text)).toEqual(listed);
  const ndjson = await exportAs(feed.page, "NDJSON");
  const lines = ndjson.text.trimEnd().split("\n");
  expect(lines.map((line): Stored => JSON.parse(line))).toEqual(listed);
  const csv = await exportAs(feed.page, "CSV");
  const rows = csv.text.slice(1).trimEnd().split("\r\n");
  expect(rows[0]).toMatch(/^seq,id,timestamp,/);
  expect(rows.slice(1).map((row) => row.split(",")[1])).toEqual(listed.map(({ id }) => id));
});

test("a file that the reader chose is written as it comes, on a phone too", async ({ feed, account, source }) => {
  await feed.page.setViewportSize({ width: 390, height: 800 });
  // A real file of the browser's own, in the place of one of the desktop's.
  await feed.page.addInitScript(() => {
    window.showSaveFilePicker = async ({ suggestedName }) => {
      const folder = await navigator.storage.getDirectory();
      return await folder.getFileHandle(suggestedName, { create: true });
    };
  });
  await postAll(account, [taskEvent("=1+1", { source }), taskEvent("Plain", { source })]);
  await feed.open(`?source=${source}`);
  await feed.page.getByRole("button", { name: "Export", exact: true }).click();
  const dialog = feed.page.getByRole("dialog", { name: EXPORT });
  await dialog.getByRole("button", { name: "Export" }).click();
  await expect(dialog.getByRole("status")).toContainText("2 activities");
  const text = await feed.page.evaluate(async () => {
    const folder = await navigator.storage.getDirectory();
    const names: string[] = [];
    for await (const name of folder.keys()) names.push(name);
    const file = await (await folder.getFileHandle(names[0] ?? "")).getFile();
    return await file.text();
  });
  expect(text).toContain(",'=1+1,");
  const box = await dialog.boundingBox();
  expect((box?.x ?? 0) >= 0 && (box?.x ?? 0) + (box?.width ?? 0) <= 390).toBe(true);
});

test("an export that fails says so and is tried again; one that is cancelled is gone", async ({
  feed,
  account,
  source,
}) => {
  await withoutPicker(feed.page);
  await postAll(account, [taskEvent("Again", { source })]);
  await feed.open(`?source=${source}`);
  const path = "**/activities/export?*";
  let isHeld = false;
  await feed.page.route(path, async (route) => {
    if (route.request().method() === "HEAD") return await route.continue();
    if (isHeld) return;
    await route.abort("connectionreset");
  });
  await feed.page.getByRole("button", { name: "Export", exact: true }).click();
  const dialog = feed.page.getByRole("dialog", { name: EXPORT });
  await dialog.getByRole("button", { name: "Export" }).click();
  await expect(dialog.getByRole("alert")).toContainText("The server cannot be reached.");
  isHeld = true;
  await dialog.getByRole("button", { name: "Try again" }).click();
  await expect(dialog.getByRole("progressbar")).toBeVisible();
  await feed.page.keyboard.press("Escape");
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await expect(dialog.getByRole("radio", { name: "CSV" })).toBeVisible();
  await feed.page.unroute(path);
  const saving = feed.page.waitForEvent("download");
  await dialog.getByRole("button", { name: "Export" }).click();
  expect((await saving).suggestedFilename()).toMatch(/\.csv$/);
});
