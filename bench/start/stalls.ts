// One run of the stall measurement on the database of this process's settings; prints one line of JSON.
import { monitorEventLoopDelay } from "node:perf_hooks";
import { closeDatabase, getDatabase } from "@/db/client";
import { captureActivitiesCall } from "@/handlers/activities/capture-activities";
import { web } from "@/handlers/web";
import { runCallers } from "../callers";
import { makeEvents } from "../events";
import { options } from "../options";
import { addTeam } from "../team";

const SECONDS = options.quick ? 3 : 6;
/** What the monitor waits between two looks: a delay of this much is none. */
const RESOLUTION_MS = 5;

const driver = await getDatabase();
const team = await addTeam(driver, "stalls");
const post = web(captureActivitiesCall);
const bodies = makeEvents(5_000, 3).map((event) => JSON.stringify(event));
const params = Promise.resolve({ team: team.slug });
const headers = { authorization: `Bearer ${team.key}`, "content-type": "application/json" };

let next = 0;
const call = async () => {
  const body = bodies[next++ % bodies.length] ?? "";
  const url = `http://localhost/api/teams/${team.slug}/activities`;
  const response = await post(new Request(url, { method: "POST", headers, body }), { params });
  if (response.status !== 201) throw new Error(`a POST was answered ${response.status}: ${await response.text()}`);
  await response.text();
};

await runCallers(64, 1_000, call);
const delays = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
delays.enable();
const load = await runCallers(64, SECONDS * 1_000, call);
delays.disable();
await closeDatabase();
process.stdout.write(
  `${JSON.stringify({ longestMs: delays.max / 1e6 - RESOLUTION_MS, rate: load.rate, p99: load.p99 })}\n`,
);
