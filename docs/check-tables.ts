/** A requirement as `asvs-5.0.0.csv` lists it. */
export interface Requirement {
  id: string;
  level: string;
}

const VERDICTS = ["met", "partly", "not met", "operator", "not applicable"];
/** Characters below which a text is no reason. */
const SHORTEST_REASON = 40;
/** A link to a test and its title: one piece of evidence. */
const TEST = /^\[`([^`]+)`\]\(\.\.\/([^)]+)\) › (.+)$/;

interface Row {
  id: string;
  level: string;
  verdict: string;
  evidence: string[];
}

/** The rows of every table whose first cell is a requirement's id. */
function rowsOf(markdown: string): Row[] {
  return markdown.split("\n").flatMap((line) => {
    const [, id = "", level = "", , verdict = "", evidence = ""] = line.split(/(?<!\\)\|/).map((cell) => cell.trim());
    if (!/^V\d+\.\d+\.\d+$/.test(id)) return [];
    return [{ id, level, verdict, evidence: evidence.split("<br>").map((part) => part.trim()) }];
  });
}

/** The titles of a test file: the texts that stand first in `it`, `test`, `describe`, and after their `.each(…)`. */
function titlesOf(source: string): Set<string> {
  const call =
    /(?:\b(?:it|test|describe)\s*\(|\)\s*\()\s*("(?:[^"\\]|\\.)*"|`[^`]*`)\s*,\s*(?:async\b|\(|\w+\s*=>|\{)/g;
  return new Set([...source.matchAll(call)].map(([, text = ""]) => text.slice(1, -1).replaceAll('\\"', '"')));
}

function faultsOfTests(row: Row, readTest: (path: string) => string | null): string[] {
  const tests = row.evidence.flatMap((part) => {
    const [, shown = "", path = "", title = ""] = TEST.exec(part) ?? [];
    return path === "" ? [] : [{ shown, path, title }];
  });
  if (row.verdict === "met" && tests.length === 0) return [`${row.id} is met by no test`];
  return tests.flatMap(({ shown, path, title }) => {
    const source = /\.(?:test|spec)\.ts$/.test(path) && shown === path ? readTest(path) : null;
    if (source === null) return [`${row.id}: ${path} is no test file`];
    return titlesOf(source).has(title) ? [] : [`${row.id}: ${path} has no test “${title}”`];
  });
}

function faultsOfReason(row: Row, seen: Map<string, string>): string[] {
  if (row.verdict === "met") return [];
  const reason = row.evidence.find((part) => !TEST.test(part) && !part.startsWith("[")) ?? "";
  if (reason.length < SHORTEST_REASON) return [`${row.id} has no reason`];
  const other = seen.get(reason);
  seen.set(reason, row.id);
  return other === undefined ? [] : [`${row.id} has the reason of ${other}`];
}

/** What is wrong with the tables: one sentence each. `readTest` gives a test file's text, null when there is none. */
export function faultsOf(
  markdown: string,
  required: readonly Requirement[],
  readTest: (path: string) => string | null,
): string[] {
  const rows = rowsOf(markdown);
  const levels = new Map(required.map(({ id, level }) => [id, level]));
  const counts = new Map<string, number>();
  for (const { id } of rows) counts.set(id, (counts.get(id) ?? 0) + 1);
  const seen = new Map<string, string>();
  return [
    ...required.flatMap(({ id }) => (counts.has(id) ? [] : [`${id} is missing`])),
    ...[...counts].flatMap(([id, count]) => (count === 1 ? [] : [`${id} is there ${count} times`])),
    ...rows.flatMap((row) => [
      ...(levels.has(row.id) ? [] : [`${row.id} is no requirement`]),
      ...(levels.has(row.id) && levels.get(row.id) !== row.level ? [`${row.id} is of another level`] : []),
      ...(VERDICTS.includes(row.verdict) ? [] : [`${row.id}: “${row.verdict}” is no verdict`]),
      ...faultsOfTests(row, readTest),
      ...faultsOfReason(row, seen),
    ]),
  ];
}
