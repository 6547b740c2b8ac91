import { z } from "zod";
import { type Cursor, parseCursor } from "@/activity/cursor";
import { ActivityError, type Issue } from "@/activity/errors";
import { EXPORT_FORMATS, type ExportFormat } from "@/activity/export-format";
import { type Filter, parseFilter } from "@/activity/filter";
import { MAX_LIMIT } from "@/db/queries/list-activities";

/** What the query of a list asks for. */
export interface ListQuery {
  filter: Filter;
  cursor: Cursor | undefined;
  /** An activity's id or an instant, not looked up yet. */
  at: string | undefined;
  limit: number | undefined;
  /** Whether similar events are to be one row. */
  isFolded: boolean;
}

/** Takes a parameter that cannot be used, and why. */
export type Fault = (name: string, message: string) => void;

/** What `read` gives when it found no fault. Else throws `invalid_request`, which names every parameter that it found one with. */
export function refuseFaults<T>(read: (fault: Fault) => T): T {
  const issues: Issue[] = [];
  const found = read((name, message) => issues.push({ path: [name], message }));
  if (issues.length === 0) return found;
  const text = issues.map(({ path, message }) => `${path.join(".")}: ${message}`).join("; ");
  throw new ActivityError("invalid_request", text, { issues });
}

/** The filter of an API call: unlike a page, a call with a part that cannot be used is refused (422), each part named. */
export function parseCallFilter(params: URLSearchParams): Filter {
  return refuseFaults((fault) => parseFilter(params, fault));
}

/** Reads `fold`; null when it is not given. */
function parseFold(params: URLSearchParams, fault: Fault): boolean | null {
  const fold = params.get("fold");
  if (fold !== null && fold !== "on" && fold !== "off") fault("fold", "must be on or off");
  return fold === null ? null : fold === "on";
}

/** What a saved view shows: a filter, and whether similar events are one row, as on a page unless `fold=off`. Refused like a call's filter. */
export function parseCallView(params: URLSearchParams): { filter: Filter; isFolded: boolean } {
  return refuseFaults((fault) => ({ filter: parseFilter(params, fault), isFolded: parseFold(params, fault) ?? true }));
}

/** Reads filter, `cursor`, `at`, `limit` and `fold`. Throws `invalid_request` naming every parameter that cannot be used. */
export function parseListQuery(params: URLSearchParams): ListQuery {
  return refuseFaults((fault) => readListQuery(params, fault));
}

function readListQuery(params: URLSearchParams, fault: Fault): ListQuery {
  const filter = parseFilter(params, fault);
  const [cursorText, at, limitText] = [params.get("cursor"), params.get("at"), params.get("limit")];
  const cursor = cursorText === null ? null : parseCursor(cursorText);
  if (cursorText !== null && cursor === null) fault("cursor", "must be a cursor of an earlier answer");
  if (cursorText !== null && at !== null) fault("at", "must not stand beside cursor");
  const limit = limitText === null ? undefined : /^[0-9]{1,4}$/.test(limitText) ? Number(limitText) : Number.NaN;
  if (limit !== undefined && !(limit >= 1 && limit <= MAX_LIMIT)) {
    fault("limit", `must be a whole number from 1 to ${MAX_LIMIT}`);
  }
  const isFolded = parseFold(params, fault) ?? false;
  // There each activity stands by itself.
  if (isFolded && at !== null) fault("at", "must not stand beside fold=on");
  return { filter, cursor: cursor ?? undefined, at: at ?? undefined, limit, isFolded };
}

/** Reads filter and `format` of an export. Throws `invalid_request` naming every parameter that cannot be used. */
export function parseExportQuery(params: URLSearchParams): { filter: Filter; format: ExportFormat } {
  return refuseFaults((fault) => {
    const filter = parseFilter(params, fault);
    const format = z.enum(EXPORT_FORMATS).safeParse(params.get("format"));
    if (!format.success) fault("format", `must be one of ${EXPORT_FORMATS.join(", ")}`);
    // One that cannot be used was refused: the default is never given.
    return { filter, format: format.data ?? EXPORT_FORMATS[0] };
  });
}
