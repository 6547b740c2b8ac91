import { customType, timestamp } from "drizzle-orm/pg-core";

/** A UTC instant in milliseconds, the precision of a JavaScript Date. */
export function instant(name: string) {
  return timestamp(name, { withTimezone: true, precision: 3, mode: "date" });
}

/** Raw bytes, such as a SHA-256. */
export const bytes = customType<{ data: Buffer }>({ dataType: () => "bytea" });

/** The full-text vector of a row, built by `db/search` and the append function. Never read back. */
export const searchVector = customType<{ data: string }>({ dataType: () => "tsvector" });
