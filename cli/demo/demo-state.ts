import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

const schema = z.object({
  team: z.string(),
  email: z.string(),
  password: z.string(),
  /** Missing until it was made. */
  key: z.string().optional(),
  /** The end of the sample history; everything told is a function of it and the seed. */
  startedAt: z.iso.datetime(),
  seed: z.int(),
  /** True once the whole history is stored. */
  isLoaded: z.boolean(),
  /** How many events followed the history. */
  posted: z.int().nonnegative(),
});

/** What a demo must know to go on where it was stopped. Kept beside its database. */
export type DemoState = z.infer<typeof schema>;

function file(directory: string): string {
  return join(directory, "demo.json");
}

/** The state kept in a directory; null when there is none. Throws when it cannot be read. */
export function readDemoState(directory: string): DemoState | null {
  let content: string;
  try {
    content = readFileSync(file(directory), "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
  try {
    return schema.parse(JSON.parse(content));
  } catch (error) {
    throw new Error(`${file(directory)} cannot be read. Remove ${directory} to start over.`, { cause: error });
  }
}

/** Keeps the state; a kill in the middle leaves the old one. It holds a password, so only its owner may read it. */
export function writeDemoState(directory: string, state: DemoState): void {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  writeFileSync(`${file(directory)}.new`, `${JSON.stringify(state, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${file(directory)}.new`, file(directory));
}
