import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { isJsonObject, type Json } from "@/activity/json";

/** Runs one command of `npm run admin` and gives the line of JSON it prints. Throws with what it says when it fails. */
export async function runAdmin(
  args: readonly string[],
  environment: NodeJS.ProcessEnv,
): Promise<{ [key: string]: Json }> {
  const child = spawn(process.execPath, ["--import", "tsx", "cli/admin.ts", ...args], {
    env: environment,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const [output, complaint] = await Promise.all([text(child.stdout), text(child.stderr), once(child, "close")]);
  if (child.exitCode !== 0) throw new Error(complaint.trim() || output.trim() || `admin ${args[0]} failed`);
  const answer: unknown = JSON.parse(output.trim().split("\n").at(-1) ?? "");
  if (!isJsonObject(answer)) throw new Error(`admin ${args[0]} printed no object: ${output}`);
  return answer;
}
