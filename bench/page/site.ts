import { request } from "@playwright/test";
import { ensureUser } from "@/auth/account";
import { issueKey } from "@/auth/keys/issue-key";
import { openDriver } from "@/db/client";
import { migrateDatabase } from "@/db/migrate";
import { addMember } from "@/db/queries/teams/add-member";
import { signIn } from "@/e2e/support/fixtures";
import { fill, TEAMS } from "../reads/fill";
import { type ServerProcess, startProduct } from "../server-process";

const SLUG = "team-1";
const WHO = { email: "ada@bench.example", password: "correct horse battery", name: "Ada Park" };

/** The product at work, and a member who is signed in. */
export interface Site {
  server: ServerProcess;
  /** Path of the feed. */
  path: string;
  /** Of its activities in the API. */
  activitiesUrl: string;
  key: string;
  cookies: { name: string; value: string; url: string }[];
}

/** The session as a request's header has it. */
export function cookieHeader({ cookies }: Site): string {
  return cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
}

/** Fills a database with `rows` events of five teams, makes a member of the largest and gives a key of it. */
async function prepare(where: { url?: string; dataDir: string }, rows: number): Promise<string> {
  const driver = await openDriver(where);
  try {
    await migrateDatabase(driver);
    await fill(driver.pool, rows);
    const teamId = TEAMS[0] ?? "";
    await addMember(driver.db, teamId, await ensureUser(driver.db, WHO), "owner");
    const { key } = await issueKey(driver.db, teamId, {
      name: "bench",
      scopes: ["capture", "read"],
      createdBy: null,
    });
    return key;
  } finally {
    await driver.close();
  }
}

/** Starts the product on a database that is filled first. */
export async function openSite(where: { url?: string; dataDir: string }, rows: number): Promise<Site> {
  const key = await prepare(where, rows);
  const server = await startProduct(
    where.url === undefined ? { DATA_DIR: where.dataDir } : { DATABASE_URL: where.url },
  );
  const caller = await request.newContext();
  await signIn({ request: caller }, { server, team: SLUG, key, ...WHO });
  const { cookies } = await caller.storageState();
  await caller.dispose();
  return {
    server,
    path: `/${SLUG}`,
    activitiesUrl: `${server.origin}/api/teams/${SLUG}/activities`,
    key,
    cookies: cookies.map(({ name, value }) => ({ name, value, url: server.origin })),
  };
}
