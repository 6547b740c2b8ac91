import { mkdir, readFile, writeFile } from "node:fs/promises";
import { z } from "zod";
import { options } from "./options";
import type { Figure } from "./report";

/** What one part of a bench found: an interleaved run of its own. */
export interface Part {
  figures: Figure[];
  notes: string[];
}

const figureSchema = z.object({
  what: z.string(),
  ours: z.string(),
  against: z.string(),
  result: z.string(),
  target: z.string(),
  isReached: z.boolean().nullable(),
});
const partsSchema = z.record(z.string(), z.object({ figures: z.array(figureSchema), notes: z.array(z.string()) }));

/** The parts of a bench in the given order, what was just measured in the place of what was kept; keeps them unless the run was a quick one. */
export async function withKeptParts(
  name: string,
  order: readonly string[],
  fresh: Record<string, Part>,
): Promise<Part> {
  const file = `bench/results/${name}.json`;
  const text = options.quick ? "{}" : await readFile(file, "utf8").catch(() => "{}");
  const parts: Record<string, Part> = { ...partsSchema.parse(JSON.parse(text)), ...fresh };
  if (!options.quick) {
    await mkdir("bench/results", { recursive: true });
    await writeFile(file, `${JSON.stringify(parts, null, 2)}\n`);
  }
  const all = order.flatMap((part) => parts[part] ?? []);
  return { figures: all.flatMap(({ figures }) => figures), notes: all.flatMap(({ notes }) => notes) };
}
