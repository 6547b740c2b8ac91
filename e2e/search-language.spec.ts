import { postAll, taskEvent } from "./support/api";
import { expect, test } from "./support/fixtures";

test("what is typed becomes chips and the address, faults are pointed at, hits are marked, and searches are remembered", async ({
  feed,
  account,
  source,
}) => {
  const priya = { id: "u_priya", name: "Priya Raman" };
  await postAll(account, [
    taskEvent("Rework billing retries", { source }),
    taskEvent("Billing page", { source, eventType: "task.completed", actor: priya }),
    taskEvent("Polish the onboarding", { source, eventType: "task.completed", actor: priya }),
  ]);
  const { page, search } = feed;
  await feed.open();
  await search.fill(`source:${source} `);
  await expect(feed.items).toHaveCount(3);
  await expect(search).toHaveValue("");

  await search.fill("type:task.completed bill");
  await search.press("Enter");
  await expect(feed.items).toHaveCount(1);
  await expect(search).toHaveValue("bill");
  await expect(page.getByRole("button", { name: "Type task completed" })).toBeVisible();
  await expect(page).toHaveURL(/type=task\.completed/);
  await expect(feed.items.locator("mark")).toHaveText(["Billing"]);

  await search.fill('actor:"priya raman" after:soon ');
  await expect(page.getByRole("button", { name: "Who Priya Raman" })).toBeVisible();
  await expect(search).toHaveValue("after:soon ");
  await expect(page.getByRole("alert").getByText("after:soon must be a day such as 2026-11-01.")).toBeVisible();
  await expect(feed.items).toHaveCount(2);
  await search.fill("actor:nobody ");
  await expect(page.getByRole("alert").getByText("actor:nobody is nobody's name here.")).toBeVisible();

  await page.goto(page.url().replace(/\?.*/, ""));
  await search.click();
  await page.getByRole("button", { name: /type:task\.completed .*bill$/ }).click();
  await expect(feed.items).toHaveCount(1);
  await expect(search).toHaveValue("bill");
  await search.press("Escape");
  await search.press("ArrowDown");
  await page.getByRole("button", { name: "Clear", exact: true }).click();
  await expect(page.getByText("Recent searches")).toBeHidden();
});

test("what is being typed of a value is completed from what there is, by the keyboard, and with its minus", async ({
  feed,
  account,
  source,
}) => {
  const [first, second] = [`Quill ${source}`, `Quillon ${source}`];
  await postAll(account, [
    taskEvent("Billing", { source, actor: { id: `u1-${source}`, name: first } }),
    taskEvent("Rework", { source, eventType: "task.completed", actor: { id: `u2-${source}`, name: second } }),
    taskEvent("Polish", { source, eventType: "task.completed", actor: { id: `u2-${source}`, name: second } }),
  ]);
  const { page, search } = feed;
  const { keyboard } = page;
  await feed.open(`?source=${source}`);
  await feed.isLive();
  const suggested = page.locator("[data-suggestion]");

  await search.click();
  await keyboard.type("billing actor:quil");
  await expect(suggested).toHaveCount(2);
  await expect(suggested.first()).toHaveText(new RegExp(`${first}1$`));
  await expect(suggested.last()).toHaveText(new RegExp(`${second}0$`));
  await keyboard.press("ArrowDown");
  await keyboard.press("Enter");
  await expect(page.getByRole("button", { name: `Who ${first}` })).toBeVisible();
  await expect(search).toBeFocused();
  await expect(search).toHaveValue("billing ");
  await expect(suggested).toHaveCount(0);
  await keyboard.press("Escape");
  await expect(feed.items).toHaveCount(1);
  await page.getByRole("link", { name: /^Clear Who/ }).click();

  await search.click();
  await keyboard.type("-type:comp");
  await suggested.filter({ hasText: "task.completed" }).click();
  await expect(page).toHaveURL(/type=-task\.completed/);
  await expect(feed.items).toHaveCount(1);
});

test("keys of an input method are its own: while it composes they neither finish nor clear a search", async ({
  feed,
  account,
  source,
}) => {
  await postAll(account, [taskEvent("Compose", { source })]);
  const { page, search } = feed;
  await feed.open(`?source=${source}`);
  await feed.isLive();
  await search.fill("type:task.created");
  for (const key of ["Enter", "Escape"]) {
    await search.evaluate((box, pressed) => {
      const init = { key: pressed, bubbles: true, cancelable: true, isComposing: true };
      box.dispatchEvent(new KeyboardEvent("keydown", init));
    }, key);
  }
  await expect(search).toHaveValue("type:task.created");
  const chip = page.getByRole("button", { name: "Type task created" });
  await expect(chip).toHaveCount(0);
  await search.press("Enter");
  await expect(chip).toBeVisible();
  await expect(search).toHaveValue("");
});
