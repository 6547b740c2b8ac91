// Copying a team, table by table: rows travel as text, which every type of ours reads back as it was.
import { type SQL, sql } from "drizzle-orm";
import type { Executor } from "../drivers/driver";
import type { TeamTable } from "./team-tables";

/** The most of a batch: rows, and bytes as they are stored, beyond which no further row is taken. */
const BATCH_ROWS = 500;
const BATCH_BYTES = 1_000_000;

type TextRow = Record<string, string | null>;

const list = (names: readonly string[], one = (name: string): SQL => sql`${sql.identifier(name)}`) =>
  sql.join(names.map(one), sql`, `);

/** Up to a batch of the team's rows beyond `last`, in the order of the key. */
async function readBatch(db: Executor, table: TeamTable, teamId: string, last: TextRow | null): Promise<TextRow[]> {
  const types = new Map(table.columns.map(({ name, type }) => [name, type]));
  const typed = (name: string) => sql`${last?.[name] ?? null}::${sql.raw(types.get(name) ?? "text")}`;
  const beyond = last === null ? sql`` : sql`AND (${list(table.key)}) > (${list(table.key, typed)})`;
  const texts = list(
    table.columns.map(({ name }) => name),
    (name) => sql`${sql.identifier(name)}::text`,
  );
  const { rows } = await db.execute<TextRow>(sql`
    SELECT ${texts} FROM (
      SELECT *, sum(size) OVER (ORDER BY ${list(table.key)}) - size AS before FROM (
        SELECT t.*, pg_column_size(t.*) AS size FROM ${sql.identifier(table.name)} t
        WHERE ${sql.identifier(table.owner)} = ${teamId}::uuid ${beyond} ORDER BY ${list(table.key)} LIMIT ${BATCH_ROWS}
      ) found
    ) sized WHERE before < ${BATCH_BYTES} ORDER BY ${list(table.key, (name) => sql`sized.${sql.identifier(name)}`)}`);
  return rows;
}

async function writeBatch(db: Executor, { name, columns }: TeamTable, rows: readonly TextRow[]): Promise<void> {
  const names = columns.map((column) => column.name);
  const values = names.map((column) => sql`${sql.param(rows.map((row) => row[column] ?? null))}::text[]`);
  const cast = columns.map((column) => sql`r.${sql.identifier(column.name)}::${sql.raw(column.type)}`);
  await db.execute(sql`
    INSERT INTO ${sql.identifier(name)} (${list(names)})
    SELECT ${sql.join(cast, sql`, `)} FROM unnest(${sql.join(values, sql`, `)}) AS r(${list(names)})`);
}

/** Copies a team's rows of one table, a batch in memory at a time; `users` are ids there by ids here. Gives how many. */
export async function copyRows(
  source: Executor,
  target: Executor,
  table: TeamTable,
  teamId: string,
  users: ReadonlyMap<string, string>,
): Promise<number> {
  const ofUsers = table.columns.filter(({ isUser }) => isUser).map(({ name }) => name);
  const moved = (row: TextRow) => {
    const mapped = ofUsers.map((name) => [name, users.get(row[name] ?? "") ?? null]);
    return { ...row, ...Object.fromEntries(mapped) };
  };
  let count = 0;
  let last: TextRow | null = null;
  for (;;) {
    const rows: TextRow[] = await readBatch(source, table, teamId, last);
    const end = rows.at(-1);
    if (end === undefined) return count;
    await writeBatch(target, table, rows.map(moved));
    count += rows.length;
    last = end;
  }
}
