import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { isGuessable } from "@/auth/session/guessable-password";
import { PASSWORD_LENGTH } from "@/auth/session/password";
import { SESSION_DAYS, SESSION_MOST_DAYS } from "@/db/queries/sessions/create-session";
import { parseEnv } from "@/env";
import { PAGE_BYTES, PICTURE_BYTES } from "@/handlers/previews/load-page";
import { FETCH_MS, MOST_REDIRECTS } from "@/handlers/previews/outside/fetch-outside";
import { FETCHES_PER_MINUTE, MOST_AT_ONCE, MOST_OF_TEAM } from "@/handlers/previews/previews";
import { BODY_TIMES } from "@/handlers/watch-body";
import { faultsOf } from "./check-tables";

const text = readFileSync("docs/security.md", "utf8");
const required = readFileSync("docs/asvs-5.0.0.csv", "utf8")
  .trim()
  .split("\n")
  .slice(1)
  .map((line) => line.split(","))
  .map(([id = "", level = ""]) => ({ id, level }));
const readTest = (path: string) => (existsSync(path) ? readFileSync(path, "utf8") : null);
const check = (markdown: string) => faultsOf(markdown, required, readTest);

/** The document with one row changed. */
function withRow(id: string, change: (row: string) => string): string {
  const rows = text.split("\n");
  const place = rows.findIndex((row) => row.startsWith(`| ${id} |`));
  return rows.with(place, change(rows[place] ?? "")).join("\n");
}

describe("the tables", () => {
  it("hold every requirement of levels 1 and 2 once, with a test or a reason", () => {
    expect(required).toHaveLength(253);
    expect(check(text)).toEqual([]);
  });

  it.each<[fault: string, id: string, change: (row: string) => string]>([
    ["V3.3.1 is missing", "V3.3.1", () => ""],
    ["V3.3.1 is there 2 times", "V3.3.1", (row) => `${row}\n${row}`],
    ["V3.99.1 is no requirement", "V3.3.1", (row) => `${row}\n${row.replace("V3.3.1", "V3.99.1")}`],
    ["V3.3.1 is of another level", "V3.3.1", (row) => row.replace("| 1 |", "| 2 |")],
    ["V3.3.1: “fine” is no verdict", "V3.3.1", (row) => row.replace("| met |", "| fine |")],
    ["V3.3.1 is met by no test", "V3.3.1", (row) => row.replace(/met \|.*/, "met | `handlers/door.ts` sees to it. |")],
    ["V3.2.2: e2e/no.spec.ts is no test file", "V3.2.2", (row) => row.replaceAll("e2e/hostile-text", "e2e/no")],
    ["V3.2.2: e2e/hostile-text.spec.ts has no test “text”", "V3.2.2", (row) => row.replace(/› .* \|/, "› text |")],
    ["V6.3.3 has no reason", "V6.3.3", (row) => row.replace(/not met \|.*/, "not met |  |")],
    ["V6.3.3 has no reason", "V6.3.3", (row) => row.replace(/not met \|.*/, "not met | n/a |")],
    [
      "V17.2.2 has the reason of V17.2.1",
      "V17.2.2",
      () => (/^\| V17\.2\.1 .*$/m.exec(text)?.[0] ?? "").replace("V17.2.1", "V17.2.2"),
    ],
  ])("are seen to be wrong: %s", (fault, id, change) => {
    expect(check(withRow(id, change)).map((found) => found.slice(0, 200))).toContain(fault);
  });

  it("are counted as they are", () => {
    const row = /\| met \| partly .*\n\|[-|]+\|\n\| (.*) \|/.exec(text)?.[1]?.split(" | ").map(Number);
    const verdicts = ["met", "partly", "not met", "operator", "not applicable"];
    expect(row).toEqual(
      verdicts.map((verdict) => text.split(new RegExp(`^\\| V.* \\| ${verdict} \\| `, "m")).length - 1),
    );
  });
});

it("resolves every link", () => {
  const headings = new Set(
    [...text.matchAll(/^#+ (.*)$/gm)].map(([, name = ""]) =>
      name
        .toLowerCase()
        .replaceAll(/[^\w -]/g, "")
        .replaceAll(" ", "-"),
    ),
  );
  const targets = [...text.matchAll(/\]\(([^)]+)\)/g)].map(([, target = ""]) => target);
  expect(targets.length).toBeGreaterThan(200);
  for (const target of targets.filter((each) => !each.startsWith("https://"))) {
    if (target.startsWith("#")) expect([...headings]).toContain(target.slice(1));
    else expect({ target, exists: existsSync(`docs/${target}`) }).toEqual({ target, exists: true });
  }
  for (const [, path = ""] of text.matchAll(/`((?:[\w-]+\/)+[\w-]+\.(?:ts|tsx|mjs|csv|test\.ts|spec\.ts))`/g)) {
    expect({ path, exists: existsSync(path) }).toEqual({ path, exists: true });
  }
});

it("says the numbers that the code keeps", () => {
  const numberOf = (path: string, pattern: RegExp) => Number(pattern.exec(readFileSync(path, "utf8"))?.[1]);
  const limits = "auth/session/sign-in-limit.ts";
  const links = "auth/links/sign-in-link.ts";
  for (const sentence of [
    `${PASSWORD_LENGTH.min} to ${PASSWORD_LENGTH.max} characters`,
    `after ${SESSION_DAYS} days without use`,
    `after ${SESSION_MOST_DAYS} days in any case`,
    `${numberOf(limits, /FAILURES_PER_ADDRESS = (\d+)/)} failures on an account from one address`,
    `${numberOf(limits, /FAILURES_PER_ACCOUNT = (\d+)/)} from all within ${numberOf(limits, /WINDOW = (\d+) \* 60/)} minutes`,
    `${numberOf(limits, /ATTEMPTS_PER_MINUTE = (\d+)/)} attempts a minute`,
    `${numberOf(limits, /ASKED_PER_ACCOUNT = (\d+)/)} mails for an account`,
    `${numberOf(limits, /ASKED_PER_ADDRESS = (\d+)/)} from an address`,
    `once, within ${numberOf(links, /"sign-in": (\d+)/)} minutes`,
    `once, within ${numberOf(links, /reset: (\d+)/)} minutes`,
    `${BODY_TIMES.wholeMs / 1_000} s, never still for ${BODY_TIMES.idleMs / 1_000}`,
    `${FETCH_MS / 1_000} s in all; ${PAGE_BYTES / 1_000} kB of HTML, ${PICTURE_BYTES / 1_000_000} MB of a picture`,
    `at most ${MOST_REDIRECTS} redirects`,
    `${MOST_AT_ONCE} at once, ${MOST_OF_TEAM} of a team, ${FETCHES_PER_MINUTE} a minute for a person`,
    `for ${parseEnv({}).DELIVERY_RETENTION_DAYS} days unless set otherwise`,
  ]) {
    expect(text).toContain(sentence);
  }
});

it("lists the words that no password may be", () => {
  const listed = /nor the product's name \(([^)]*)\)/.exec(text)?.[1] ?? "";
  const words = [...listed.matchAll(/`([^`]+)`/g)].map(([, word = ""]) => word);
  for (const word of words) expect(isGuessable(`${word} 2026!`)).toBe(true);
  const source = readFileSync("auth/session/guessable-password.ts", "utf8");
  const own = [...(/OWN_WORDS.*?\]\)/s.exec(source)?.[0] ?? "").matchAll(/"(\w+)"/g)].map(([, word = ""]) => word);
  expect(words.map((word) => word.replaceAll(" ", ""))).toEqual(own);
});
