import { type SQLWrapper, sql } from "drizzle-orm";
import type { Executor } from "../drivers/driver";

/**
 * Several small reads in one statement, the rows of each by its name, in their order and of one moment: one trip instead of several.
 * Rows come as JSON has them, so bigints are numbers and times are not for this.
 */
export async function readTogether<Found extends Record<string, object[]>>(
  db: Executor,
  reads: Record<keyof Found & string, SQLWrapper>,
): Promise<Found> {
  const columns = Object.entries<SQLWrapper>(reads).map(
    ([name, read]) => sql`(SELECT coalesce(json_agg(r), '[]') FROM (${read}) r) AS ${sql.identifier(name)}`,
  );
  const { rows } = await db.execute<Record<string, unknown>>(sql`SELECT ${sql.join(columns, sql`, `)}`);
  return rows[0] as Found;
}
