import type { Browser, BrowserContext, Page } from "@playwright/test";
import { type Account, post, send, setUp, taskEvent } from "../api";
import { join, signIn } from "../fixtures";
import { type MailServer, openMailServer } from "../mail-server";
import { Server } from "../server";
import { createHook, deliver } from "../webhook";

/** Who looks at a page. */
export type Visitor = "owner" | "viewer" | "teamless" | "stranger";

/** Two servers with something in every list, and a page of each visitor. */
export interface World {
  /** A server that nobody has set up, and that sends no mail. */
  unused: Server;
  /** The other one's first account and team: keys, people, integrations, links and feeds. */
  account: Account;
  pages: Record<Visitor, Page>;
  /** Slugs of a team in which nothing has happened, and of one full of activity. */
  quiet: string;
  sample: string;
  /** Ids. */
  activity: string;
  integrations: { waiting: string; receiving: string; generic: string };
  /** Addresses. */
  invitations: { open: string; forBo: string; revoked: string };
  links: { open: string; expired: string; revoked: string };
  publicFeed: string;
  resetLink: string;
  signInLink: string;
  close(): Promise<void>;
}

interface Made {
  id: string;
  url: string;
}

/** Bookmarks or pins an activity. */
async function mark({ request }: BrowserContext, { server, team }: Account, path: string): Promise<void> {
  const { origin } = server;
  const answer = await request.put(`${origin}/api/teams/${team}/${path}`, { headers: { origin } });
  if (answer.status() !== 204) throw new Error(`${path} was answered ${answer.status()}: ${await answer.text()}`);
}

async function leave(guest: BrowserContext, { server, team }: Account): Promise<void> {
  const { origin } = server;
  const { id }: { id: string } = await (await guest.request.get(`${origin}/api/account`)).json();
  const answer = await guest.request.delete(`${origin}/api/teams/${team}/members/${id}`, { headers: { origin } });
  if (answer.status() !== 204) throw new Error(`leaving was answered ${answer.status()}: ${await answer.text()}`);
}

async function makeInvitations({ request }: BrowserContext, account: Account): Promise<World["invitations"]> {
  const path = `/api/teams/${account.team}/invitations`;
  const open = await send<Made>(request, account, path, { role: "member" });
  const forBo = await send<Made>(request, account, path, { role: "admin", email: "bo@acme.example" });
  const revoked = await send<Made>(request, account, path, { role: "member" });
  const { origin } = account.server;
  await request.delete(`${origin}${path}/${revoked.id}`, { headers: { origin } });
  return { open: open.url, forBo: forBo.url, revoked: revoked.url };
}

async function makeLinks({ request }: BrowserContext, account: Account, team: string): Promise<World["links"]> {
  const path = `/api/teams/${team}/links`;
  const open = await send<Made>(request, account, path, { name: "For the customer" });
  const expiresAt = new Date(Date.now() + 1_000).toISOString();
  const expired = await send<Made>(request, account, path, { name: "Only a moment", expiresAt });
  const revoked = await send<Made>(request, account, path, { name: "Taken back" });
  const { origin } = account.server;
  await request.delete(`${origin}${path}/${revoked.id}`, { headers: { origin } });
  return { open: open.url, expired: expired.url, revoked: revoked.url };
}

async function makeIntegrations({ request }: BrowserContext, account: Account): Promise<World["integrations"]> {
  const waiting = await createHook(request, account, "acme/web");
  const receiving = await createHook(request, account, "acme/docs");
  await deliver(receiving, "acme/docs");
  await deliver(receiving, "acme/docs", { secret: "something else" });
  const path = `/api/teams/${account.team}/integrations`;
  const generic = await send<Made>(request, account, path, { provider: "generic", preset: "grafana" });
  return { waiting: waiting.id, receiving: receiving.id, generic: generic.id };
}

async function mailLinks({ request }: BrowserContext, account: Account, mail: MailServer) {
  const { origin } = account.server;
  await send(request, account, "/api/account/reset", { email: account.email });
  const resetLink = await mail.nextLink(`${origin}/reset/`);
  await send(request, account, "/api/account/magic", { email: account.email, callbackUrl: "/" });
  return { resetLink, signInLink: await mail.nextLink(`${origin}/sign-in/`) };
}

/** Two servers, and what ends them. */
async function startServers() {
  const mail = await openMailServer();
  const settings = {
    SMTP_URL: mail.url,
    SMTP_FROM: "Feed <feed@mail.example>",
    GITHUB_ID: "id",
    GITHUB_SECRET: "secret",
  };
  // One after the other: two at once may not answer in time on a busy machine.
  const unused = await Server.start();
  const server = await Server.start(settings);
  const close = async () => {
    await Promise.all([unused.stop(), server.stop()]);
    await mail.close();
  };
  return { mail, unused, server, close };
}

type Servers = Awaited<ReturnType<typeof startServers>>;

async function openPages(browser: Browser): Promise<World["pages"]> {
  const open = async () => {
    const page = await (await browser.newContext()).newPage();
    page.setDefaultTimeout(10_000);
    return page;
  };
  return { owner: await open(), viewer: await open(), teamless: await open(), stranger: await open() };
}

/** Signs the account in on one device more. */
async function signInElsewhere(browser: Browser, account: Account): Promise<void> {
  const elsewhere = await browser.newContext();
  await signIn(elsewhere, account);
  await elsewhere.close();
}

async function fill(servers: Servers, pages: World["pages"]): Promise<Omit<World, "close">> {
  const { mail, unused, server } = servers;
  const [owner, viewer, teamless] = [pages.owner.context(), pages.viewer.context(), pages.teamless.context()];
  const account = await setUp(server);
  await signIn(owner, account);
  const { team: quiet } = await send<{ team: string }>(owner.request, account, "/api/teams", { name: "Quiet" });
  const { team: sample } = await send<{ team: string }>(owner.request, account, "/api/sample-team", {});
  await join(owner, viewer, { ...account, team: quiet }, { name: "Vera", role: "viewer" });
  await join(owner, teamless, account, { name: "Tom", role: "viewer" });
  await leave(teamless, account);
  const probe = { id: "probe", name: "Probe", kind: "integration" };
  const disk = taskEvent("Disk", { eventType: "alert.disk", actor: probe });
  for (const event of [disk, disk, disk]) await post(account, event);
  const { id: activity } = await post(account, taskEvent("Shareable", { metadata: { board: "Docs", points: 3 } }));
  for (const what of ["bookmarks", "pins"]) await mark(owner, account, `${what}/${activity}`);
  const feed = await send<Made>(owner.request, account, `/api/teams/${sample}/feeds`, { name: "Releases" });
  return {
    unused,
    account,
    pages,
    quiet,
    sample,
    activity,
    integrations: await makeIntegrations(owner, account),
    invitations: await makeInvitations(owner, account),
    links: await makeLinks(owner, account, sample),
    publicFeed: feed.url,
    ...(await mailLinks(pages.stranger.context(), account, mail)),
  };
}

/** Starts the servers, fills one, and opens the visitors' pages. */
export async function makeWorld(browser: Browser): Promise<World> {
  const servers = await startServers();
  const pages = await openPages(browser);
  const close = async () => {
    await Promise.all(Object.values(pages).map((page) => page.context().close()));
    await servers.close();
  };
  try {
    const filled = await fill(servers, pages);
    await signInElsewhere(browser, filled.account);
    return { ...filled, close };
  } catch (error) {
    await close();
    throw error;
  }
}
