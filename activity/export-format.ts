/** What an export of the feed can be written as. */
export const EXPORT_FORMATS = ["csv", "ndjson", "json"] as const;

export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** How many activities an export will have, exactly when that is known. */
export const TOTAL_HEADER = "x-total-count";
/** In its place when there are more than anybody counts: this many at least. */
export const AT_LEAST_HEADER = "x-total-at-least";
/** The moment of an export, `<epoch>.<seq>`: a stream opened with it goes on where the export ends. */
export const AS_OF_HEADER = "x-as-of";
