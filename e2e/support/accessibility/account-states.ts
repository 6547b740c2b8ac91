import { at, onPhone, type PageStates, then } from "./page-state";

const signIn = at("asks", () => "/sign-in", { as: "stranger" });
const reset = at("asks", () => "/reset", { as: "stranger" });
const setUp = at("open", ({ unused }) => unused.setupUrl, { as: "stranger" });
const invitation = at("open", ({ invitations }) => invitations.open, { as: "stranger" });
const account = at("as it is", () => "/account");
const newTeam = at("asks", () => "/teams/new");

/** The pages around an account, before and beside a team's. */
export const ACCOUNT_STATES: PageStates = {
  "app/page.tsx": [
    at("nobody has an account", ({ unused }) => unused.origin, { as: "stranger" }),
    at("in no team", () => "/", { as: "teamless" }),
  ],
  "app/setup/page.tsx": [
    setUp,
    onPhone(setUp),
    then(setUp, "a field is refused", async (page) => {
      await page.getByLabel("Your name").fill("Ada Park");
      await page.getByLabel("E-mail").fill("ada@acme.example");
      await page.getByLabel("Password").fill("short");
      await page.getByLabel("Team").fill("Acme Platform");
      await page.getByLabel("Team").press("Enter");
      await page.getByText("Must be at least 8 characters").waitFor();
    }),
    at("a wrong token", ({ unused }) => `${unused.origin}/setup?token=wrong`, { as: "stranger" }),
    at("used", () => "/setup?token=used", { as: "stranger" }),
  ],
  "app/sign-in/page.tsx": [
    signIn,
    onPhone(signIn),
    then(signIn, "refused", async (page) => {
      await page.getByLabel("E-mail").fill("nobody@acme.example");
      await page.getByLabel("Password").fill("not the password");
      await page.getByLabel("Password").press("Enter");
      await page.getByRole("alert").getByRole("paragraph").waitFor();
    }),
    then(signIn, "a link is mailed", async (page) => {
      await page.getByLabel("E-mail").fill("nobody@acme.example");
      await page.getByRole("button", { name: "E-mail me a sign-in link" }).click();
      await page.getByText("a link is on its way").waitFor();
    }),
  ],
  "app/sign-in/[token]/page.tsx": [
    at("open", ({ signInLink }) => signInLink, { as: "stranger" }),
    at("over", () => "/sign-in/wrong", { as: "stranger" }),
  ],
  "app/reset/page.tsx": [
    reset,
    then(reset, "a link is mailed", async (page) => {
      await page.getByLabel("E-mail").fill("nobody@acme.example");
      await page.getByLabel("E-mail").press("Enter");
      await page.getByText("a link is on its way").waitFor();
    }),
    at("no mail", ({ unused }) => `${unused.origin}/reset`, { as: "stranger" }),
  ],
  "app/reset/[token]/page.tsx": [
    at("open", ({ resetLink }) => resetLink, { as: "stranger" }),
    at("over", () => "/reset/wrong", { as: "stranger" }),
  ],
  "app/invite/[token]/page.tsx": [
    invitation,
    onPhone(invitation),
    then(invitation, "a field is refused", async (page) => {
      await page.getByLabel("E-mail").fill("new@acme.example");
      await page.getByLabel("Your name").fill("New Person");
      await page.getByLabel("Password").fill("short");
      await page.getByLabel("Password").press("Enter");
      await page.getByText("must be at least 8 characters").waitFor();
    }),
    at("open, to who is signed in", ({ invitations }) => invitations.open, { as: "viewer" }),
    at("for somebody else", ({ invitations }) => invitations.forBo, { as: "viewer" }),
    at("to a member", ({ invitations }) => invitations.open),
    at("revoked", ({ invitations }) => invitations.revoked, { as: "stranger" }),
    at("a wrong token", () => "/invite/wrong", { as: "stranger" }),
  ],
  "app/teams/new/page.tsx": [
    newTeam,
    then(newTeam, "a name is refused", async (page) => {
      await page.getByLabel("Name").fill("   ");
      await page.getByLabel("Name").press("Enter");
      await page.locator("[aria-invalid=true]").waitFor();
    }),
  ],
  "app/account/page.tsx": [
    account,
    onPhone(account),
    then(account, "a password is refused", async (page) => {
      await page.getByLabel("Current password").fill("not the password");
      await page.getByLabel("New password").fill("another long password");
      await page.getByLabel("New password").press("Enter");
      await page.getByText("is not your password").waitFor();
    }),
    then(account, "asks before it signs out", async (page) => {
      await page.getByRole("button", { name: "Sign out all other devices" }).click();
      await page.getByRole("alertdialog").waitFor();
    }),
  ],
};
