import { execFile } from "node:child_process";
import { promisify } from "node:util";
import type { Browser, BrowserContext } from "@playwright/test";
import { type Account, type PostedEvent, postAll, send, setUp, taskEvent } from "../support/api";
import { join, signIn } from "../support/fixtures";
import { Server } from "../support/server";

/** When every picture is taken: a Thursday morning, past for every machine. */
export const NOW = new Date("2025-11-20T09:42:00.000Z");
const SEED = 7;
const BATCH = 500;

type Session = Awaited<ReturnType<BrowserContext["storageState"]>>;

/** A server with a team full of activity, one of odd names, a storm, one that its viewer sees, and one in which nothing has happened. */
export interface World {
  account: Account;
  sessions: { owner: Session; viewer: Session };
  /** Slugs. */
  teams: { full: string; odd: string; storm: string; viewed: string; quiet: string };
  close(): Promise<void>;
}

const at = (minutesAgo: number) => new Date(NOW.getTime() - minutesAgo * 60_000).toISOString();

async function readHistory(): Promise<PostedEvent[]> {
  const args = ["--import", "tsx", "cli/demo/print-history.ts", NOW.toISOString(), String(SEED)];
  const { stdout } = await promisify(execFile)(process.execPath, args, { maxBuffer: 64 * 1_048_576 });
  // Few machines that take pictures have a font for these.
  const lines = stdout
    .trim()
    .split("\n")
    .filter((line) => !/[\u3040-\u9fff\uac00-\ud7af]/.test(line));
  return lines.map((line) => JSON.parse(line));
}

const LONG = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft";

/** Names of every kind: long words, right to left, of several scripts, emoji. */
const ODD: PostedEvent[] = [
  taskEvent(`Rename ${LONG}${LONG}`, { timestamp: at(2), actor: { id: "u_1", name: LONG } }),
  taskEvent("تحديث وثائق الواجهة البرمجية", { timestamp: at(5), actor: { id: "u_2", name: "ليلى حداد" } }),
  taskEvent("בדיקת תהליך הכניסה", { timestamp: at(9), actor: { id: "u_3", name: "נועה לוי" } }),
  taskEvent("🚀🎉 Launch 👩🏽‍💻", { timestamp: at(14), actor: { id: "u_4", name: "🦊 Fennec" } }),
  taskEvent("Исправить повтор платежа", { timestamp: at(21), actor: { id: "u_5", name: "Ольга Ковальчук" } }),
  taskEvent(`https://example.com/${"very-long-path-".repeat(12)}`, {
    timestamp: at(33),
    actor: { id: "u_6", name: "Oluwaseun Adébáyọ̀-Fitzgerald von und zu Hohenstein" },
  }),
  taskEvent("A", { timestamp: at(48), actor: { id: "u_7", name: "B" } }),
];

const STORM: PostedEvent[] = Array.from({ length: 312 }, (_, n) => ({
  eventType: "alert.disk",
  actor: { id: "probe", name: "Probe", kind: "integration" },
  entity: { type: "host", id: "db-2", name: "db-2" },
  source: "probe",
  timestamp: at(3 + (n * n) / 2_800),
}));

/** A team filled in person: a key would stand in its feed, at the time of this run. */
async function addTeam(request: BrowserContext["request"], account: Account, name: string, events: PostedEvent[]) {
  const { team } = await send<{ team: string }>(request, account, "/api/teams", { name });
  if (events.length > 0) await send(request, account, `/api/teams/${team}/activities`, events);
  return team;
}

// One's own: the team's would stand in the feed, at the time of this run.
async function addViews(request: BrowserContext["request"], account: Account): Promise<void> {
  const views = [
    { name: "Production deploys", filter: "type=deploy.*" },
    { name: "Failed builds", filter: "type=github.workflow_run.*&important=1" },
    { name: "Bugs and incidents", filter: "q=incident or bug" },
  ];
  for (const view of views) await send(request, account, `/api/teams/${account.team}/views`, view);
}

async function fill(browser: Browser, server: Server): Promise<Omit<World, "close">> {
  const account = await setUp(server);
  const [owner, viewer] = [await browser.newContext(), await browser.newContext()];
  await signIn(owner, account);
  const history = await readHistory();
  for (let start = 0; start < history.length; start += BATCH)
    await postAll(account, history.slice(start, start + BATCH));
  await addViews(owner.request, account);
  const odd = await addTeam(owner.request, account, `${LONG} & Söhne 🦊`, ODD);
  const calm = history.slice(-60).filter(({ timestamp = "" }) => timestamp < at(3));
  const storm = await addTeam(owner.request, account, "Storm", [...calm, ...STORM]);
  const viewed = await addTeam(owner.request, account, "Acme Support", history.slice(-300));
  await join(owner, viewer, { ...account, team: viewed }, { name: "Vera", role: "viewer" });
  const quiet = await addTeam(owner.request, account, "Quiet", []);
  const name = "ÜberlangeAnsichtMitEinemNamenOhneLeerzeichenDerNichtInDieSeitenleistePasst";
  await send(owner.request, account, `/api/teams/${odd}/views`, { name, filter: "type=task.*" });
  await send(owner.request, account, `/api/teams/${odd}/views`, { name: "طلبات عاجلة 🔥", filter: "important=1" });
  const sessions = { owner: await owner.storageState(), viewer: await viewer.storageState() };
  return { account, sessions, teams: { full: account.team, odd, storm, viewed, quiet } };
}

/** Starts a server and fills it. */
export async function makeWorld(browser: Browser): Promise<World> {
  const server = await Server.start();
  const close = () => server.stop();
  try {
    return { ...(await fill(browser, server)), close };
  } catch (error) {
    await close();
    throw error;
  }
}
