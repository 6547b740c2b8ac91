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

await import("../server.mjs");
