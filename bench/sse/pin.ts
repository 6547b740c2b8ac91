import { spawnSync } from "node:child_process";
import { availableParallelism } from "node:os";

/** Where each part runs, so that neither is moved about nor takes the other's core. */
export const CORES = { servers: 0, generator: 1 } as const;

/** Binds processes with all their threads to one core. False where the system cannot: on one core, or without `taskset`. */
export function pin(pids: readonly number[], core: number): boolean {
  if (availableParallelism() < 2) return false;
  return pids.every((pid) => spawnSync("taskset", ["-apc", String(core), String(pid)]).status === 0);
}
