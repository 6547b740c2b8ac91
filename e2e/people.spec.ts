import { call, post, taskEvent } from "./support/api";
import { expect, test } from "./support/fixtures";

test("an invited person makes an account, joins in one step, gets another role, and once removed is out at once", async ({
  feed,
  account,
  browser,
}) => {
  const { page } = feed;
  const { origin } = account.server;
  const members = `${origin}/${account.team}/settings/members`;
  await page.goto(members);
  await page.getByLabel("Role", { exact: true }).selectOption("viewer");
  await page.getByRole("button", { name: "Make invitation link" }).click();
  await expect(page.getByText("shown only now")).toBeVisible();
  const link = /http:\/\/\S+\/invite\/[\w-]{43}/.exec((await page.locator("main").textContent()) ?? "")?.[0] ?? "";
  await expect(page.getByRole("list", { name: "Invitations" })).toContainText("Whoever has the link");

  const guest = await (await browser.newContext()).newPage();
  await guest.goto(link);
  await expect(guest.getByText("Ada Park invites you to join as a viewer.")).toBeVisible();
  await guest.getByLabel("E-mail").fill("bo@acme.example");
  await guest.getByLabel("Password").fill("short");
  await guest.getByLabel("Your name").fill("Bo Lindqvist");
  await guest.getByRole("button", { name: "Join" }).click();
  await expect(guest.getByText(/must be at least 8 characters/)).toBeVisible();
  await guest.getByLabel("Password").fill("correct horse battery");
  await guest.getByRole("button", { name: "Join" }).click();
  await expect(guest).toHaveURL(`${origin}/${account.team}`);
  await expect(guest.getByRole("link", { name: "Keys" })).toHaveCount(0);
  expect((await guest.goto(`${origin}/${account.team}/settings/integrations`))?.status()).toBe(404);
  await guest.goto(members);
  await expect(guest.getByRole("list", { name: "Members" })).not.toContainText("@");
  await guest.goto(link);
  await expect(guest.getByRole("heading", { name: "You are in this team" })).toBeVisible();

  await page.goto(members);
  await page.getByLabel("Role of Bo Lindqvist").selectOption("admin");
  await expect(async () => {
    await guest.goto(members);
    await expect(guest.getByRole("button", { name: "Make invitation link" })).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await post(account, taskEvent("While Bo is here"));
  await guest.goto(`${origin}/${account.team}`);
  await expect(guest.getByText("While Bo is here").first()).toBeVisible();
  await expect(guest.locator("[data-connection=live]")).toBeVisible();
  await page.getByRole("button", { name: "Remove Bo Lindqvist" }).click();
  await page.getByRole("button", { name: "Remove member" }).click();
  await expect(page.getByRole("button", { name: "Remove Bo Lindqvist" })).toHaveCount(0);
  await expect(guest.getByRole("heading", { name: "There is nothing here" })).toBeVisible();
  await guest.goto(link);
  await expect(guest.getByRole("heading", { name: "This invitation has been used" })).toBeVisible();
});

test("a team moves to another address, and links to the old one lead on with their path and query", async ({
  feed,
  account,
}) => {
  const { page } = feed;
  const { origin } = account.server;
  await page.goto(`${origin}/teams/new`);
  await page.getByLabel("Name").fill("Old Name");
  await page.getByRole("button", { name: "Make team" }).click();
  await expect(page).toHaveURL(`${origin}/old-name`);
  await page.goto(`${origin}/old-name/settings/team`);
  await page.getByLabel("Name").fill("New Name");
  await page.getByLabel("Address").fill("new-name");
  await page.getByLabel("Time zone").selectOption("Europe/Berlin");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page).toHaveURL(`${origin}/new-name/settings/team`);
  await expect(page.getByLabel("Time zone")).toHaveValue("Europe/Berlin");
  await page.goto(`${origin}/old-name?type=task.*&q=docs`);
  await expect(page).toHaveURL(`${origin}/new-name?type=task.*&q=docs`);
  await page.goto(`${origin}/old-name/settings/members`);
  await expect(page).toHaveURL(`${origin}/new-name/settings/members`);
  // What happens to the team itself is not what its feed waits for.
  await page.goto(`${origin}/new-name`);
  await expect(page.getByText("Nothing has happened yet")).toBeVisible();
  await page.goto(`${origin}/new-name?source=team`);
  await expect(page.getByText("Ada Park changed the name and time zone and slug of New Name").first()).toBeVisible();

  await page.getByRole("button", { name: "Switch team" }).first().press("Enter");
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("menuitem", { name: "New Name" })).toHaveAttribute("aria-current", "true");
  await page.getByRole("menuitem", { name: "Acme Platform" }).press("Enter");
  await expect(page).toHaveURL(`${origin}/${account.team}`);
  expect((await call({ ...account, team: "old-name" }, "/activities")).status).toBe(401);
});
