import { randomBytes, randomInt } from "node:crypto";
import type { Json } from "@/activity/json";
import { type DemoState, readDemoState, writeDemoState } from "./demo-state";
import { runAdmin } from "./run-admin";

const EMAIL = "alice@acme.example";

function textOf(value: Json | undefined, name: string): string {
  if (typeof value !== "string") throw new Error(`admin printed no ${name}`);
  return value;
}

/**
 * The demo's team with its key: the one of the last run, else a new one. Uses the admin command, so no server may be
 * running on the directory yet.
 */
export async function openTeam(
  directory: string,
  environment: NodeJS.ProcessEnv,
): Promise<DemoState & { key: string }> {
  const known = readDemoState(directory);
  const state = known ?? (await createTeam(environment));
  if (known === null) writeDemoState(directory, state);
  if (state.key !== undefined) return { ...state, key: state.key };
  const made = await runAdmin(["create-key", "--team", state.team, "--scopes", "capture,read"], environment);
  const opened = { ...state, key: textOf(made.key, "key") };
  writeDemoState(directory, opened);
  return opened;
}

async function createTeam(environment: NodeJS.ProcessEnv): Promise<DemoState> {
  const password = randomBytes(6).toString("hex");
  const args = ["create-team", "--name", "Acme Platform", "--owner", EMAIL, "--password", password];
  const { team } = await runAdmin(args, environment);
  return {
    team: textOf(team, "team"),
    email: EMAIL,
    password,
    startedAt: new Date().toISOString(),
    seed: randomInt(1, 1_000_000),
    isLoaded: false,
    posted: 0,
  };
}
