import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { z } from "zod";
import type { ServerProcess } from "./server-process";

const loadSchema = z.object({ rate: z.number(), p99: z.number(), failed: z.number(), busy: z.number() });

/** POSTs a second, their p99 in milliseconds, how busy the generator was, and the server's CPU for each in microseconds. */
export type PostLoad = z.infer<typeof loadSchema> & { cpuPerPost: number };

/** Posts single events to a server from 64 callers, by a process of its own. Throws when one is refused. */
export async function postTo(
  server: ServerProcess,
  path: string,
  options: { key: string; seconds: number; bodies?: readonly string[] },
): Promise<PostLoad> {
  const settings = JSON.stringify({ url: server.origin + path, ...options });
  const before = await server.cpuMs();
  const child = spawn(process.execPath, ["--import", "tsx", "bench/post-load.ts", settings], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [output] = await Promise.all([text(child.stdout), once(child, "exit")]);
  const load = loadSchema.parse(JSON.parse(output));
  if (load.failed > 0) throw new Error(`${load.failed} POSTs to ${path} failed`);
  const used = ((await server.cpuMs()) ?? Number.NaN) - (before ?? Number.NaN);
  return { ...load, cpuPerPost: (used * 1_000) / (load.rate * options.seconds) };
}
