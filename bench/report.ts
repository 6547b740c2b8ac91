import { mkdir, readFile, writeFile } from "node:fs/promises";
import { cpus, loadavg, totalmem } from "node:os";
import { options } from "./options";

/** One measured figure against what it must reach. */
export interface Figure {
  what: string;
  /** Our side with its unit. */
  ours: string;
  /** The other side of a ratio; `–` when the target is absolute. */
  against: string;
  /** The ratio, or again our side. */
  result: string;
  target: string;
  /** Null: for information, without a target. */
  isReached: boolean | null;
}

export interface Report {
  name: string;
  title: string;
  /** Each side's database, such as `PostgreSQL 15.18`. */
  databases: string[];
  figures: Figure[];
  /** How it was measured, and whether the load generator was the limit. */
  notes: string[];
  /** True when its parts are kept one by one, so that one may be measured again by itself. */
  isInParts?: boolean;
}

async function versionOf(packageName: string): Promise<string> {
  const manifest: unknown = JSON.parse(await readFile(`node_modules/${packageName}/package.json`, "utf8"));
  const version = typeof manifest === "object" && manifest !== null && "version" in manifest ? manifest.version : "?";
  return `${packageName} ${String(version)}`;
}

function cells(values: readonly string[]): string {
  return `| ${values.join(" | ")} |`;
}

async function toMarkdown(report: Report, loadBefore: number): Promise<string> {
  const [cpu] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  const packages = await Promise.all(["next", "pg", "@electric-sql/pglite"].map(versionOf));
  const verdict = { true: "reached", false: "**missed**", null: "" } as const;
  const head = ["", "ours", "against", "result", "target", ""];
  return [
    `# ${report.title}`,
    "",
    `Machine: ${cpu?.model ?? "unknown CPU"}, ${cpus().length} cores, ${memory} GB; load average before: ${loadBefore.toFixed(2)}`,
    "",
    `Versions: Node ${process.versions.node}, ${[...report.databases, ...packages].join(", ")}`,
    "",
    cells(head),
    cells(head.map(() => "---")),
    ...report.figures.map((figure) =>
      cells([
        figure.what,
        figure.ours,
        figure.against,
        figure.result,
        figure.target,
        verdict[`${figure.isReached}` as const],
      ]),
    ),
    "",
    ...report.notes.map((note) => `- ${note}`),
    "",
  ].join("\n");
}

/** Runs a bench, prints its report and, after a full run, keeps it in `bench/results` and the README. A missed target fails the process. */
export async function publish(measure: () => Promise<Report>): Promise<void> {
  const loadBefore = loadavg()[0] ?? 0;
  const report = await measure();
  const markdown = await toMarkdown(report, loadBefore);
  process.stdout.write(`\n${markdown}\n`);
  if (report.figures.some(({ isReached }) => isReached === false)) process.exitCode = 1;
  if (!options.isFull || (options.only !== null && report.isInParts !== true)) return;
  await keepResults(report.name, markdown);
}

/** Keeps a full run: in a file of its own, and between its two marks in the README. */
export async function keepResults(name: string, markdown: string): Promise<void> {
  await mkdir("bench/results", { recursive: true });
  await writeFile(`bench/results/${name}.md`, markdown);
  const readme = await readFile("README.md", "utf8");
  const [start, end] = [`<!-- measured: ${name} -->`, `<!-- end: ${name} -->`];
  const [from, to] = [readme.indexOf(start), readme.indexOf(end)];
  if (from === -1 || to < from) throw new Error(`the README has no place for the results of ${name}`);
  const kept = markdown.replace(/^# /m, "### ").trim();
  await writeFile("README.md", `${readme.slice(0, from)}${start}\n\n${kept}\n\n${readme.slice(to)}`);
}

/** A figure that must be at least, or at most, `target` times the other side. */
export function ratio(
  what: string,
  sides: { ours: number; against: number; unit: string; show: (value: number) => string },
  bound: { atLeast: number } | { atMost: number },
): Figure {
  const value = sides.ours / sides.against;
  const isReached = "atLeast" in bound ? value >= bound.atLeast : value <= bound.atMost;
  return {
    what,
    ours: `${sides.show(sides.ours)} ${sides.unit}`,
    against: `${sides.show(sides.against)} ${sides.unit}`,
    result: `${value.toFixed(2)} ×`,
    target: "atLeast" in bound ? `≥ ${bound.atLeast} ×` : `≤ ${bound.atMost} ×`,
    isReached,
  };
}

/** A figure without a target. */
export function forInformation(figure: Figure): Figure {
  return { ...figure, target: "–", isReached: null };
}

/** A figure that must be at most `most`; null: for information. */
export function limit(what: string, value: number, most: number | null, unit: string): Figure {
  const digits = Number.isInteger(value) || value >= 10 ? 0 : value < 0.1 && value > 0 ? 4 : value < 2 ? 2 : 1;
  const shown = `${value.toFixed(digits)} ${unit}`.trim();
  return {
    what,
    ours: shown,
    against: "–",
    result: shown,
    target: most === null ? "–" : `≤ ${most} ${unit}`.trim(),
    isReached: most === null ? null : value <= most,
  };
}
