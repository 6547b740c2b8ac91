import type { Activity } from "@/activity/activity";
import type { ExportFormat } from "@/activity/export-format";
import { writeCsv } from "./write-csv";

/** How an export is written, piece by piece. */
export interface Writer {
  contentType: string;
  /** A batch; the first one, which comes even if it is empty, brings what stands before everything. */
  batch(items: readonly Activity[], isFirst: boolean): string;
  /** What stands after everything. */
  end: string;
  /** What stands in the place of the end when the export broke off, before the connection is cut; `problem` is JSON. */
  failure(problem: string): string;
}

const line = (activity: Activity) => JSON.stringify(activity);

export const WRITERS: Record<ExportFormat, Writer> = {
  csv: { contentType: "text/csv; charset=utf-8; header=present", batch: writeCsv, end: "", failure: () => "" },
  ndjson: {
    contentType: "application/x-ndjson; charset=utf-8",
    batch: (items) => items.map((activity) => `${line(activity)}\n`).join(""),
    end: "",
    // Cut between two lines the file would look whole.
    failure: (problem) => `{"error":${problem}}\n`,
  },
  json: {
    contentType: "application/json; charset=utf-8",
    batch: (items, isFirst) => (isFirst ? "[\n" : ",\n") + items.map(line).join(",\n"),
    end: "\n]\n",
    failure: () => "",
  },
};
