import { parse } from "csv-parse/sync";
import { z } from "zod";
import { type Activity, activitySchema } from "@/activity/activity";
import type { ExportFormat } from "@/activity/export-format";
import type { TestCall, TestServer, TestTeam } from "./test-server";

/** A spreadsheet's apostrophe before what it would take for a formula, taken away again. */
function unescaped(text: string): string {
  return /^'(?:[\t\r\n]|\s*[=+\-@＝＋－＠])/.test(text) ? text.slice(1) : text;
}

const row = z.record(z.string(), z.string());

/** The records of an export in CSV, by the names of their columns. */
export function parseCsv(text: string): Record<string, string>[] {
  const rows = z.array(row).parse(parse(text, { bom: true, columns: true, record_delimiter: "\r\n" }));
  return rows.map((one) => Object.fromEntries(Object.entries(one).map(([name, value]) => [name, unescaped(value)])));
}

/** An activity as a record of CSV has it. */
export function toRecord(activity: Activity, columns: readonly (keyof Activity)[]): Record<string, string> {
  const value = (column: keyof Activity) =>
    column === "metadata" ? JSON.stringify(activity.metadata) : String(activity[column] ?? "");
  return Object.fromEntries(columns.map((column) => [column, value(column)]));
}

/** The activities of an export in NDJSON or JSON. */
export function parseActivities(format: Exclude<ExportFormat, "csv">, text: string): Activity[] {
  const items: unknown =
    format === "json"
      ? JSON.parse(text)
      : text
          .split("\n")
          .slice(0, -1)
          .map((line) => JSON.parse(line));
  return z.array(activitySchema).parse(items);
}

/** Starts an export and gives its body's reader; the response must be 200. */
export async function openExport(server: TestServer, team: TestTeam, query: string, call: TestCall) {
  const response = await server.fetch("GET", `${team.activities}/export?${query}`, call);
  if (response.status !== 200 || response.body === null) throw new Error(`${response.status}`);
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  return {
    headers: response.headers,
    /** The next piece of text; null at the end. Rejects where the export was cut. */
    read: async () => {
      const { value } = await reader.read();
      return value === undefined ? null : decoder.decode(value, { stream: true });
    },
    cancel: () => reader.cancel(),
  };
}
