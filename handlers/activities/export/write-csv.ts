import { stringify } from "csv-stringify/sync";
import type { Activity } from "@/activity/activity";

/** What of an activity a table has, by its name on the wire; how it looks in the feed is left out. */
export const CSV_COLUMNS = [
  "seq",
  "id",
  "timestamp",
  "receivedAt",
  "source",
  "eventType",
  "group",
  "actorId",
  "actorKey",
  "actorName",
  "actorKind",
  "entityType",
  "entityId",
  "entityKey",
  "entityName",
  "entityReference",
  "entityUrl",
  "isImportant",
  "message",
  "metadata",
  "supersedes",
] as const satisfies readonly (keyof Activity)[];

/** `escape_formulas` looks at the first character alone; spreadsheets may pass over white space before it. */
const HIDDEN_FORMULA = /^(?:\n|\s+[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])/;

/**
 * Activities as lines of CSV (RFC 4180, CRLF). `isFirst` puts the names of the columns before them, and a byte order mark, without
 * which Excel takes UTF-8 for the system's old code page. Texts that a spreadsheet would take for formulas get an apostrophe in
 * front (OWASP, CSV Injection).
 */
export function writeCsv(items: readonly Activity[], isFirst: boolean): string {
  const records = items.map((activity) => ({
    ...activity,
    isImportant: String(activity.isImportant),
    metadata: JSON.stringify(activity.metadata),
  }));
  return stringify(records, {
    columns: [...CSV_COLUMNS],
    header: isFirst,
    bom: isFirst,
    record_delimiter: "windows",
    escape_formulas: true,
    cast: { string: (text) => (HIDDEN_FORMULA.test(text) ? `'${text}` : text) },
  });
}
