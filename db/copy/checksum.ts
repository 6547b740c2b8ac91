// Copying a team, the proof: a number for a team's rows of a table, the same on every Postgres that holds the same rows.
import { sql } from "drizzle-orm";
import type { Executor } from "../drivers/driver";
import type { TeamTable } from "./team-tables";

/** Makes the rest of the transaction write values as text in one way, whatever the server's settings are. */
export async function fixTextForms(db: Executor): Promise<void> {
  await db.execute(sql`
    SELECT set_config('timezone', 'UTC', true), set_config('datestyle', 'ISO, MDY', true), set_config('bytea_output', 'hex', true)`);
}

/** How many rows a team has in the table, with the sum of their SHA-256s (of 60 bits each). Accounts count by their address, not by their id. */
export async function checksumOf(db: Executor, table: TeamTable, teamId: string): Promise<string> {
  const values = table.columns.map(({ name, isUser }) =>
    isUser
      ? sql`(SELECT u.email FROM users u WHERE u.id = t.${sql.identifier(name)})`
      : sql`t.${sql.identifier(name)}::text`,
  );
  const { rows } = await db.execute<{ count: string; sum: string }>(sql`
    SELECT count(*)::text AS count,
      coalesce(sum(('x' || left(encode(sha256(convert_to(ROW(${sql.join(values, sql`, `)})::text, 'UTF8')), 'hex'), 15))::bit(60)::bigint), 0)::text AS sum
    FROM ${sql.identifier(table.name)} t WHERE t.${sql.identifier(table.owner)} = ${teamId}::uuid`);
  return `${rows[0]?.count} rows, ${rows[0]?.sum}`;
}
