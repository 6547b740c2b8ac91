import { parseArgs } from "node:util";
import { keepPosting, loadHistory } from "./demo/keep-posting";
import { openTeam } from "./demo/open-team";
import { runServer } from "./demo/run-server";

const HELP = `npm run demo: a server of its own with a believable team, and new activity every few seconds.

  PORT=3200                where it listens
  -- --data-dir .demo      where it keeps its database; remove the directory to start over
  -- --every 4             about how many seconds lie between two new activities`;

function readOptions() {
  const { values } = parseArgs({
    options: {
      "data-dir": { type: "string", default: ".demo" },
      every: { type: "string", default: "4" },
      help: { type: "boolean", default: false },
    },
  });
  const port = Number(process.env.PORT || 3200);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new Error("PORT must be a number from 1 to 65535.");
  const seconds = Number(values.every);
  if (!(seconds >= 0.05 && seconds <= 3_600)) throw new Error("--every must be a number of seconds, 0.05 to 3600.");
  return { port, seconds, directory: values["data-dir"], help: values.help };
}

/** The demo brings its own database and address, whatever the shell has set for another server. */
function demoEnvironment(directory: string, port: number): NodeJS.ProcessEnv {
  const { DATABASE_URL, DATABASE_URL_UNPOOLED, DATABASE_DRIVER, NEXTAUTH_URL, NODE_ENV, ...rest } = process.env;
  return { ...rest, NODE_ENV: "production", DATA_DIR: directory, PORT: String(port) };
}

/** npm hands a SIGTERM only to the shell it runs scripts in, which dies without telling: its end is the signal. */
function onParentGone(stop: () => void): void {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid !== parent) stop();
  }, 500);
  watch.unref();
}

async function demo(): Promise<void> {
  const { port, seconds, directory, help } = readOptions();
  if (help) return console.log(HELP);
  const stopping = new AbortController();
  const stop = () => stopping.abort();
  for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(name, stop);
  if (process.env.npm_lifecycle_event !== undefined) onParentGone(stop);
  const { signal } = stopping;
  const environment = demoEnvironment(directory, port);

  const team = await openTeam(directory, environment).catch((error: unknown) => {
    signal.throwIfAborted();
    throw error;
  });
  const server = await runServer({ port, environment, signal });
  const target = { origin: server.origin, team: team.team, key: team.key };
  const crashed = server.ended.then((code) => {
    if (!signal.aborted) throw new Error(`The server ended by itself (exit code ${code}).`);
  });
  const post = async () => {
    const loaded = await loadHistory(directory, team, target, signal);
    console.log(`
  Demo      ${server.origin}/${team.team}
  Sign in   ${team.email}
  Password  ${team.password}
  Data      ${directory} (remove it to start over)

  New activity every few seconds. Ctrl-C stops.
`);
    await keepPosting(directory, loaded, target, { seconds, signal });
  };
  try {
    await Promise.race([crashed, post()]);
  } finally {
    stopping.abort();
    await server.stop();
  }
}

demo().catch((error: unknown) => {
  if (error instanceof Error && error.name === "AbortError") return;
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
