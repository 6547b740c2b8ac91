import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

/** Changes whenever a migration or a dependency, the embedded engine among them, does. */
export async function migrationsFingerprint(): Promise<string> {
  const folder = join(process.cwd(), "db/migrations");
  const hash = createHash("sha256").update(await readFile("package.json"));
  const files = (await readdir(folder)).filter((name) => name.endsWith(".sql")).sort();
  for (const name of files) hash.update(name).update(await readFile(join(folder, name)));
  return hash.digest("hex").slice(0, 16);
}
