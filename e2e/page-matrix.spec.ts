import { readdirSync } from "node:fs";
import type { APIRequestContext, PlaywrightWorkerArgs } from "@playwright/test";
import { type Account, post, send, taskEvent } from "./support/api";
import { expect, join, signIn, test } from "./support/fixtures";
import { createHook } from "./support/webhook";

const VISITORS = [
  "anonymous",
  "revoked session",
  "other team",
  "removed member",
  "viewer",
  "member",
  "admin",
  "owner",
] as const;
type Visitor = (typeof VISITORS)[number];

/** What a page answers: it is shown, it is none, or it leads on: to another page, or to the sign-in that comes back to it. */
type Answer = "shown" | "none" | "sign-in" | `/${string}`;

/** Where a page is, and what every visitor is answered, in the order of {@link VISITORS}. */
type Row = [path: (world: World) => string, answers: Answer[]];

interface Made {
  id: string;
  url: string;
  slug: string;
}

interface World {
  team: string;
  activity: string;
  integration: string;
  link: string;
  expiredLink: string;
  revokedLink: string;
  feed: string;
  invitation: string;
}

const OUT: Answer = "sign-in";
/** For everybody. */
const all = (answer: Answer) => VISITORS.map(() => answer);
/** A page of the team: outsiders cannot tell it from none. */
const ofTeam: Answer[] = [OUT, OUT, "none", "none", "shown", "shown", "shown", "shown"];
/** A page of the team's settings that viewers have no use for. */
const ofMembers: Answer[] = [OUT, OUT, "none", "none", "none", "shown", "shown", "shown"];

const ROWS: Record<string, Row> = {
  "app/page.tsx": [
    () => "/",
    [
      "/sign-in",
      "/sign-in",
      "/another-team",
      "shown",
      "/acme-platform",
      "/acme-platform",
      "/acme-platform",
      "/acme-platform",
    ],
  ],
  "app/sign-in/page.tsx": [() => "/sign-in", ["shown", "shown", "/", "/", "/", "/", "/", "/"]],
  "app/sign-in/[token]/page.tsx": [() => "/sign-in/none", all("shown")],
  "app/reset/page.tsx": [() => "/reset", all("shown")],
  "app/reset/[token]/page.tsx": [() => "/reset/none", all("shown")],
  "app/setup/page.tsx": [() => "/setup", all("shown")],
  "app/invite/[token]/page.tsx": [({ invitation }) => invitation, all("shown")],
  "app/account/page.tsx": [() => "/account", [OUT, OUT, "shown", "shown", "shown", "shown", "shown", "shown"]],
  "app/teams/new/page.tsx": [() => "/teams/new", [OUT, OUT, "shown", "shown", "shown", "shown", "shown", "shown"]],
  "app/s/[token]/page.tsx": [({ link }) => link, all("shown")],
  "app/p/[team]/[feed]/page.tsx": [({ team, feed }) => `/p/${team}/${feed}`, all("shown")],
  "app/[team]/page.tsx": [({ team }) => `/${team}?type=task.*&q=retry`, ofTeam],
  "app/[team]/bookmarks/page.tsx": [({ team }) => `/${team}/bookmarks`, ofTeam],
  "app/[team]/activities/[id]/page.tsx": [({ team, activity }) => `/${team}/activities/${activity}`, ofTeam],
  "app/[team]/settings/members/page.tsx": [({ team }) => `/${team}/settings/members`, ofTeam],
  "app/[team]/settings/team/page.tsx": [({ team }) => `/${team}/settings/team`, ofTeam],
  "app/[team]/settings/keys/page.tsx": [({ team }) => `/${team}/settings/keys`, ofTeam],
  "app/[team]/settings/links/page.tsx": [({ team }) => `/${team}/settings/links`, ofMembers],
  "app/[team]/settings/feeds/page.tsx": [({ team }) => `/${team}/settings/feeds`, ofMembers],
  "app/[team]/settings/integrations/page.tsx": [({ team }) => `/${team}/settings/integrations`, ofMembers],
  "app/[team]/settings/integrations/[id]/page.tsx": [
    ({ team, integration }) => `/${team}/settings/integrations/${integration}`,
    ofMembers,
  ],
};

const files = readdirSync("app", { recursive: true, encoding: "utf8" })
  .map((path) => `app/${path.replaceAll("\\", "/")}`)
  .filter((path) => path.endsWith("/page.tsx"));

/** Everybody with the cookies they have. */
async function makeVisitors(
  playwright: PlaywrightWorkerArgs["playwright"],
  account: Account,
): Promise<Record<Visitor, APIRequestContext>> {
  const { server, team } = account;
  const { origin } = server;
  const newContext = () => playwright.request.newContext();
  const owner = await newContext();
  await signIn({ request: owner }, account);
  const enter = async (name: string, role: string) => {
    const guest = await newContext();
    const { id, email, password } = await join({ request: owner }, { request: guest }, account, { name, role });
    const leave = () => guest.delete(`${origin}/api/teams/${team}/members/${id}`, { headers: { origin } });
    return { guest, email, password, leave };
  };
  const revoked = await enter("revoked", "admin");
  const second = await newContext();
  await signIn({ request: second }, { ...account, email: revoked.email, password: revoked.password });
  await second.delete(`${origin}/api/account/sessions`, { headers: { origin } });
  const [other, removed] = [await enter("other", "admin"), await enter("removed", "admin")];
  await send<Made>(other.guest, account, "/api/teams", { name: "Another team" });
  await other.leave();
  await removed.leave();
  return {
    anonymous: await newContext(),
    "revoked session": revoked.guest,
    "other team": other.guest,
    "removed member": removed.guest,
    viewer: (await enter("viewer", "viewer")).guest,
    member: (await enter("member", "member")).guest,
    admin: (await enter("admin", "admin")).guest,
    owner,
  };
}

async function makeWorld(owner: APIRequestContext, account: Account): Promise<World> {
  const path = `/api/teams/${account.team}`;
  const link = async (more: object = {}) =>
    await send<Made>(owner, account, `${path}/links`, { name: "Link", ...more });
  const [live, ended] = [await link(), await link()];
  const { origin } = account.server;
  await owner.delete(`${origin}${path}/links/${ended.id}`, { headers: { origin } });
  const expired = await link({ expiresAt: new Date(Date.now() + 1_000).toISOString() });
  const feed = await send<Made>(owner, account, `${path}/feeds`, { name: "Changes", filter: "type=task.*" });
  return {
    team: account.team,
    activity: (await post(account, taskEvent("A task"))).id,
    integration: (await createHook(owner, account, "GitHub")).id,
    link: live.url,
    expiredLink: expired.url,
    revokedLink: ended.url,
    feed: feed.slug,
    invitation: (await send<Made>(owner, account, `${path}/invitations`, { role: "viewer" })).url,
  };
}

test("every page has a row, and every row its page", () => {
  expect(Object.keys(ROWS).sort()).toEqual(files.sort());
});

test("every page answers every visitor as its row says", async ({ playwright, account }) => {
  const visitors = await makeVisitors(playwright, account);
  const world = await makeWorld(visitors.owner, account);
  const { origin } = account.server;
  const answerTo = async (visitor: Visitor, path: string): Promise<string> => {
    const url = new URL(path, origin);
    const answer = await visitors[visitor].get(url.href, { maxRedirects: 0 });
    const { location } = answer.headers();
    if (location === undefined) return { 200: "shown", 404: "none" }[answer.status()] ?? String(answer.status());
    // Sign-in comes back to exactly what was asked for.
    const back = new URL(location, origin).searchParams.get("callbackUrl");
    return back === url.pathname + url.search ? "sign-in" : location;
  };
  for (const [file, [path, answers]] of Object.entries(ROWS)) {
    const found: string[] = [];
    for (const visitor of VISITORS) found.push(`${visitor}: ${await answerTo(visitor, path(world))}`);
    expect(found, file).toEqual(VISITORS.map((visitor, place) => `${visitor}: ${answers[place]}`));
  }

  for (const [name, visitor] of Object.entries(visitors)) {
    expect((await visitor.get(world.revokedLink)).status(), `${name}, a revoked link`).toBe(404);
    await expect
      .poll(async () => (await visitor.get(world.expiredLink)).status(), `${name}, an expired link`)
      .toBe(404);
    await visitor.dispose();
  }
});
