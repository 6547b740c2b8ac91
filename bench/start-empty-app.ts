import { spawnSync } from "node:child_process";
import { type ServerProcess, startServer } from "./server-process";

const DIRECTORY = "bench/empty-app";
const NEXT = `${process.cwd()}/node_modules/next/dist/bin/next`;

/** Builds the empty app of the same Next and serves it by `next start`: a page that says one word, and route handlers that do nothing. */
export async function startEmptyApp(): Promise<ServerProcess> {
  const built = spawnSync(process.execPath, [NEXT, "build"], {
    cwd: DIRECTORY,
    env: { ...process.env, NODE_ENV: "production" },
  });
  if (built.status !== 0) throw new Error(`the empty app was not built: ${built.stdout} ${built.stderr}`);
  return await startServer({
    script: [NEXT, "start"],
    directory: DIRECTORY,
    healthPath: "/api/teams/any/nothing",
    // It answers POST only.
    healthStatus: 405,
    environment: {},
  });
}
