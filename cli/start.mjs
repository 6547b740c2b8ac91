// `npm start`: builds when there is no current build, then serves. Database, migrations and the set-up link come with the server.
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { openEngineAhead } from "../db/drivers/embedded-engine.mjs";
import environment from "../node_modules/@next/env/dist/index.js";
import { buildWhenStale } from "./build-when-stale.mjs";

process.chdir(dirname(dirname(fileURLToPath(import.meta.url))));
process.env.NODE_ENV = "production";
environment.loadEnvConfig(process.cwd(), false);
process.env.PORT ||= "3000";
// The embedded database opens while Next loads: each takes about half a second.
if (!process.env.DATABASE_URL) await openEngineAhead(process.env.DATA_DIR || ".data");
buildWhenStale();

// Shutdown is ours: streams first, then running calls, then the database.
process.env.NEXT_MANUAL_SIG_HANDLE = "true";
process.argv = [process.argv[0], "next", "start", "-p", process.env.PORT, ...process.argv.slice(2)];
await import("../node_modules/next/dist/bin/next");
