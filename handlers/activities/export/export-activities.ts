// The door of exports: GET /api/teams/{team}/activities/export.
import { ActivityError } from "@/activity/errors";
import { formatEventId } from "@/activity/event-id";
import { AS_OF_HEADER, AT_LEAST_HEADER, type ExportFormat, TOTAL_HEADER } from "@/activity/export-format";
import { type Filter, serializeFilter } from "@/activity/filter";
import type { Caller } from "@/auth/authenticate";
import { deviceOf } from "@/auth/session/device-of";
import { getDatabase } from "@/db/client";
import type { Executor } from "@/db/drivers/driver";
import { type Counted, countActivities } from "@/db/queries/export/count-activities";
import { newId } from "@/ingest/new-id";
import type { Call, PlainAnswer, PulledAnswer } from "../../call";
import { toProblem } from "../../problem";
import { noteChange } from "../../record-change";
import { requireCaller } from "../../require-caller";
import { parseExportQuery } from "../parse-list-query";
import { takeExportSlot } from "./export-slots";
import { WRITERS } from "./formats";
import { writeExport } from "./write-export";

interface Asked {
  filter: Filter;
  format: ExportFormat;
}

async function requireCount(db: Executor, teamId: string, filter: Filter): Promise<Counted> {
  const counted = await countActivities(db, teamId, filter);
  if (counted === null) throw new ActivityError("not_found", "There is no such team");
  return counted;
}

function headersOf(slug: string, format: ExportFormat, { head, count, isExact }: Counted): Record<string, string> {
  const name = `${slug}-activities-${new Date().toISOString().slice(0, 10)}.${format}`;
  return {
    "content-type": WRITERS[format].contentType,
    "content-disposition": `attachment; filename="${name}"`,
    "cache-control": "no-store",
    [AS_OF_HEADER]: formatEventId(head),
    [isExact ? TOTAL_HEADER : AT_LEAST_HEADER]: String(count),
  };
}

/** Notes who takes what, before the first byte of it leaves. */
async function noteExport(db: Executor, call: Call, caller: Caller, asked: Asked, counted: Counted): Promise<void> {
  const { head, count, isExact } = counted;
  await noteChange(db, call, caller, {
    action: "activities_exported",
    entity: { type: "export", id: newId(), name: `${asked.format} as of ${head.seq}` },
    metadata: {
      format: asked.format,
      filter: serializeFilter(asked.filter).toString(),
      asOf: formatEventId(head),
      count,
      isCountExact: isExact,
    },
  });
}

/**
 * GET …/activities/export: everything that passes the filter as of the team's head at this moment, in feed order, read in small batches
 * as the caller takes them, so that nothing waits for a slow one. HEAD tells the headers alone, and how many there are.
 * A bad filter or `format` is 422 and named; too many exports at once are 429 with `Retry-After`. One that breaks off is cut, never ended.
 */
export async function exportActivitiesCall(call: Call): Promise<PlainAnswer | PulledAnswer> {
  const caller = await requireCaller(call, "read");
  const asked = parseExportQuery(call.url.searchParams);
  const { filter, format } = asked;
  const driver = await getDatabase();
  const { slug, id } = caller.team;
  if (call.method === "HEAD") {
    const headers = headersOf(slug, format, await requireCount(driver.db, id, filter));
    return { status: 200, headers, body: null };
  }
  const giveBack = takeExportSlot(caller);
  try {
    const counted = await requireCount(driver.db, id, filter);
    await noteExport(driver.db, call, caller, asked, counted);
    const gone = new AbortController();
    const { method, url } = call;
    const { ip } = deviceOf({ get: (name) => call.header(name) });
    const pieces = writeExport({
      driver,
      caller,
      filter,
      head: counted.head,
      writer: WRITERS[format],
      signal: gone.signal,
      onFailure: (error) => toProblem(error, { method, path: url.pathname, ip }),
    });
    return {
      status: 200,
      headers: headersOf(slug, format, counted),
      read: async () => (await pieces.next()).value ?? null,
      close: () => {
        gone.abort();
        giveBack();
      },
    };
  } catch (error) {
    giveBack();
    throw error;
  }
}
