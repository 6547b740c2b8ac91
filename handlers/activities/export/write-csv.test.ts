import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { unstorable } from "@/activity/text";
import { listByOracle } from "@/db/testing/feed-oracle";
import { parseCsv, toRecord } from "../../testing/read-export";
import { type TestTeam, testServer } from "../../testing/test-server";
import { CSV_COLUMNS } from "./write-csv";

const server = testServer();

/** Texts that spreadsheets, parsers and terminals stumble over. */
const HOSTILE = [
  "=cmd|' /C calc'!A0",
  '=HYPERLINK("https://evil.example","click")',
  "+1",
  "-1",
  "-1+cmd|'/C calc'!A0",
  "@SUM(1+1)",
  "\t=1+1",
  "\r=1+1",
  "\n=1+1",
  "  =1+1",
  "\u00a0-1",
  "＝1+1",
  '"quoted", and "more"',
  "a,b;c\td",
  "two\nlines\r\nand\rmore",
  "שלום עולם",
  "\u202eevil\u202c",
  "👩‍👩‍👧‍👦 é",
  "'apostrophe",
  "''=",
  '"',
  "﻿mark",
];

/** An apostrophe before a formula of its own cannot be told from ours; no other text is ambiguous. */
const AMBIGUOUS = /^'(?:[\t\r\n]|\s*[=+\-@＝＋－＠])/u;

/** A team's export as it is sent; `text()` would drop the byte order mark. */
async function bytesOf({ activities, key }: TestTeam): Promise<string> {
  const response = await server.fetch("GET", `${activities}/export?format=csv`, { key });
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(await response.arrayBuffer());
}

/** Posts events whose every free text is one of these, and gives the team and its export. */
async function exportOf(texts: string[]) {
  const team = await server.createTeam();
  const json = texts.map((text) => ({
    eventType: "task.created",
    actor: { id: text, name: text },
    entity: { type: text, id: text, name: text, reference: text },
    message: text,
    metadata: { [text]: [text, -1, null] },
    source: "tests",
  }));
  const posted = await server.call("POST", team.activities, { key: team.key, json });
  expect(posted.status).toBe(201);
  const text = await bytesOf(team);
  return { text, activities: await listByOracle(server.driver.db, team.id, {}) };
}

/** The cells of CSV as they are written, without a look at what they mean. */
function cellsOf(text: string): string[] {
  return [...text.matchAll(/(?:^|,|\r\n)(?:"((?:[^"]|"")*)"|([^",\r\n]*))/g)].map(
    ([, quoted, plain]) => quoted ?? plain ?? "",
  );
}

describe("an export in CSV", () => {
  it("has a byte order mark, the names of the columns and CRLF", async () => {
    const { text } = await exportOf(["plain"]);
    expect(text.startsWith(`\uFEFF${CSV_COLUMNS.join(",")}\r\n`)).toBe(true);
    expect(text.endsWith("\r\n")).toBe(true);
    const team = await server.createTeam();
    expect(await bytesOf(team)).toBe(`\uFEFF${CSV_COLUMNS.join(",")}\r\n`);
  });

  it("has no cell that a spreadsheet would take for a formula", async () => {
    const { text } = await exportOf(HOSTILE);
    const cells = cellsOf(text.slice(1, -2));
    expect(cells.length).toBe((HOSTILE.length + 1) * CSV_COLUMNS.length);
    for (const cell of cells) expect(cell).not.toMatch(/^\s*[=+\-@＝＋－＠]|^[\t\r\n]/u);
    expect(cells.filter((cell) => cell.startsWith("'="))).not.toEqual([]);
  });

  it("reads back as the activities that the feed shows, whatever stands in them", async () => {
    const { text, activities } = await exportOf(HOSTILE);
    expect(parseCsv(text)).toEqual(activities.map((activity) => toRecord(activity, CSV_COLUMNS)));
    const texts = fc
      .string({ unit: "binary", minLength: 1, maxLength: 24 })
      .filter((one) => unstorable(one) === null && !AMBIGUOUS.test(one));
    const sharp = fc.tuple(fc.constantFrom("=", "+", "-", "@", "\t", "\r", "\n", '"', ",", " ", ""), texts);
    await fc.assert(
      fc.asyncProperty(fc.array(sharp, { minLength: 30, maxLength: 60 }), async (pairs) => {
        const found = await exportOf(pairs.map(([first, rest]) => first + rest));
        expect(parseCsv(found.text)).toEqual(found.activities.map((activity) => toRecord(activity, CSV_COLUMNS)));
      }),
      { numRuns: 15, endOnFailure: true },
    );
  }, 120_000);
});
