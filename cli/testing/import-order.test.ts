import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

/** Who may not import whom: the line activity → db → {ingest, stream, auth} → handlers → app, and activity → components → app. */
const FORBIDDEN: [folder: string, targets: string[]][] = [
  ["activity", ["db", "ingest", "stream", "auth", "handlers", "components", "app", "cli"]],
  ["db", ["ingest", "stream", "auth", "handlers", "components", "app", "cli"]],
  ["ingest", ["stream", "auth", "handlers", "components", "app", "cli"]],
  ["stream", ["ingest", "auth", "handlers", "components", "app", "cli"]],
  ["auth", ["ingest", "stream", "handlers", "components", "app", "cli"]],
  ["handlers", ["components", "app", "cli"]],
  ["components", ["db", "ingest", "stream", "auth", "handlers", "app", "cli"]],
  ["app", ["cli"]],
  ["cli", ["components", "app"]],
  ["e2e", ["db", "ingest", "stream", "auth", "handlers", "components", "app"]],
];

let folder: string;
let violations: { path: string; rule: string }[];

function plant(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

function lint(): { path: string; rule: string }[] {
  const args = ["lint", "--vcs-enabled=false", "--reporter=json", "--max-diagnostics=none", "."];
  let output: string;
  try {
    output = execFileSync(resolve("node_modules/.bin/biome"), args, {
      cwd: folder,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    });
  } catch (error) {
    if (!(error instanceof Error) || !("stdout" in error) || typeof error.stdout !== "string") throw error;
    output = error.stdout;
  }
  const report: { diagnostics: { category: string; location: { path: string | { file: string } } }[] } =
    JSON.parse(output);
  return report.diagnostics.map(({ category, location }) => ({
    rule: category,
    path: typeof location.path === "string" ? location.path : location.path.file,
  }));
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "las-planted-"));
  cpSync("biome.json", join(folder, "biome.json"));
  for (const [from, targets] of FORBIDDEN) {
    for (const to of targets) {
      plant(`${from}/alias-${to}.ts`, `import { thing } from "@/${to}/thing";\n\nexport const copy = thing;\n`);
      plant(
        `${from}/relative-${to}.ts`,
        `import type { Thing } from "../${to}/thing";\n\nexport const copy = (thing: Thing) => thing;\n`,
      );
    }
  }
  plant("ingest/allowed.ts", `import { thing } from "@/db/thing";\n\nexport const copy = thing;\n`);
  plant("db/thing.ts", "export const thing = 1;\n");
  plant("stream/one.ts", `import { two } from "./two";\n\nexport const one = () => two;\n`);
  plant("stream/two.ts", `import { one } from "./one";\n\nexport const two = () => one;\n`);
  plant("db/long.ts", Array.from({ length: 260 }, (_, n) => `export const line${n} = ${n};`).join("\n"));
  plant("ingest/reads-environment.ts", "export const port = process.env.PORT;\n");
  violations = lint();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function rulesFor(path: string): string[] {
  return violations.filter((violation) => violation.path.endsWith(path)).map(({ rule }) => rule);
}

describe("the import order is enforced", () => {
  for (const [from, targets] of FORBIDDEN) {
    it.each(targets)(`${from} may not import %s`, (to) => {
      expect(rulesFor(`${from}/alias-${to}.ts`)).toContain("lint/style/noRestrictedImports");
      expect(rulesFor(`${from}/relative-${to}.ts`)).toContain("lint/style/noRestrictedImports");
    });
  }

  it("lets an allowed import through", () => {
    expect(rulesFor("ingest/allowed.ts")).toEqual([]);
  });

  it("finds circles, long files and hidden settings", () => {
    expect(rulesFor("stream/one.ts")).toContain("lint/suspicious/noImportCycles");
    expect(rulesFor("db/long.ts")).toContain("lint/style/noExcessiveLinesPerFile");
    expect(rulesFor("ingest/reads-environment.ts")).toContain("lint/style/noProcessEnv");
  });
});
