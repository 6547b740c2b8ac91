/** For tests of isolation: two teams whose rows bear the same ids, so that a query that forgets its team meets the other's rows. */
import { createHash } from "node:crypto";
import type { PoolClient } from "pg";
import { listTeamTables, type TeamTable } from "../../copy/team-tables";

/** How a copied row differs from its origin. */
interface Copying {
  fromId: string;
  teamId: string;
  /** Marks names and unique texts, so that a row's team can be told by its content. */
  mark: string;
  /** False: the copy bears its origin's ids and keys, a twin. True: ids, keys and numbers of its own. */
  hasOwnIds: boolean;
  /** How much is added to the numbers of the sequence. */
  ahead: number;
  /** In the copy, the second of these activities took the place of what the first did in the origin, and is marked instead of it. */
  swap?: readonly [string, string];
}

type Row = Record<string, unknown>;

const TABLES = listTeamTables();
/** Texts that tell whose a row is. */
const NAMES = new Set(["name", "message", "actor_name", "entity_name", "event_name", "user_agent", "filter", "email"]);
/** Texts that are unique in a team. */
const KEYS = new Set(["key", "slug", "delivery_id", "actor_key", "entity_key"]);
/** Tables of what people marked. */
const MARKS = new Set(["bookmarks", "pins"]);
/** Numbers of a team's sequence. */
const NUMBERS = new Set(["seq", "hidden_seq", "head_seq", "newest_seq", "last_seq", "last_change"]);

/** The id that a row of its own has where its origin has `id`. */
export function ownId(id: string, mark: string): string {
  const hex = createHash("sha256").update(`${mark}:${id}`).digest("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    "-",
  );
}

/** The hash that stands where the origin's row has `hash`, as hexadecimal digits. */
export function markedHash(hash: string, mark: string): string {
  return createHash("sha256").update(`${mark}:${hash}`).digest("hex");
}

function copied(table: TeamTable, column: TeamTable["columns"][number], value: unknown, how: Copying): unknown {
  const { teamId, mark, hasOwnIds } = how;
  const { name, type, isUser } = column;
  if (value === null) return null;
  if (name === table.owner) return teamId;
  const isSwapped = name === "superseded_by" || (name === "activity_id" && MARKS.has(table.name));
  if (isSwapped && how.swap && value === how.swap[0]) return how.swap[1];
  if (typeof value === "number" && NUMBERS.has(name)) return value + how.ahead;
  // The append function marks every search vector with its team.
  if (name === "search") return String(value).replaceAll(how.fromId, teamId);
  if (typeof value === "string" && type === "bytea") return `\\x${markedHash(value.slice(2), mark)}`;
  if (typeof value === "string" && type === "uuid") return hasOwnIds && !isUser ? ownId(value, mark) : value;
  if (Array.isArray(value) && type === "uuid[]")
    return hasOwnIds || table.name !== "delivery_log" ? value.map((id) => ownId(String(id), mark)) : value;
  if (name === "detail") return { ...Object(value), mark };
  if (name === "is_sample") return value !== true;
  if (table.name === "members" && name === "role") return value === "owner" ? "admin" : "owner";
  // Of types, each team has its own below the same ones.
  if (name === "event_type" && hasOwnIds) return String(value).replace(".", `.${mark}.`);
  const isMarked = NAMES.has(name) || (KEYS.has(name) && (hasOwnIds || /^team(s|_aliases)$/.test(table.name)));
  return typeof value === "string" && isMarked ? `${value}-${mark}` : value;
}

/** Every row of a team, by table. */
async function rowsOf(client: PoolClient, table: TeamTable, teamId: string): Promise<Row[]> {
  const { rows } = await client.query<{ row: Row }>(
    `SELECT to_jsonb(t) AS row FROM ${table.name} t WHERE t.${table.owner} = $1`,
    [teamId],
  );
  return rows.map(({ row }) => row);
}

/**
 * Copies what a team has. Twins come into a new team, with its row and counter; rows with ids of their own come beside what
 * the team has: `userId` in the place of its members and of whose marks and bookmarks there are, and feed readers' tokens of `strangerId`, who is none of them.
 */
export async function copyRows(
  client: PoolClient,
  how: Copying & { userId?: string; strangerId?: string },
): Promise<void> {
  const people: Record<string, string | undefined> = {
    members: how.userId,
    feed_marks: how.userId,
    mutes: how.userId,
    bookmarks: how.userId,
    reader_tokens: how.strangerId,
  };
  for (const table of TABLES) {
    if (how.hasOwnIds && (table.name === "teams" || table.name === "team_sequences")) continue;
    const rows = (await rowsOf(client, table, how.fromId)).map((row) =>
      Object.fromEntries(table.columns.map((column) => [column.name, copied(table, column, row[column.name], how)])),
    );
    const person = people[table.name];
    const kept = person === undefined ? rows : [{ ...rows[0], user_id: person }];
    await client.query(
      `INSERT INTO ${table.name} SELECT * FROM jsonb_populate_recordset(NULL::${table.name}, $1::jsonb)`,
      [JSON.stringify(kept)],
    );
  }
  if (how.hasOwnIds)
    await client.query("UPDATE team_sequences SET last_seq = last_seq + $2 WHERE team_id = $1", [
      how.teamId,
      how.ahead,
    ]);
}

/** A row of a team as text, and whether this transaction holds it locked. */
export interface TeamRow {
  teamId: string;
  text: string;
}

/** Everything that all teams have. */
export async function dumpTeams(client: PoolClient): Promise<TeamRow[]> {
  const parts = TABLES.map(
    ({ name, owner }) =>
      `SELECT t.${owner} AS "teamId", '${name} ' || to_jsonb(t)::text || CASE WHEN t.xmax = pg_current_xact_id()::xid THEN ' locked' ELSE '' END AS text FROM ${name} t`,
  );
  return (await client.query<TeamRow>(parts.join(" UNION ALL "))).rows;
}

/** The statements after which a team was never there. */
export function withoutTeam(teamId: string): string {
  return TABLES.toReversed()
    .map(({ name, owner }) => `DELETE FROM ${name} WHERE ${owner} = '${teamId}'`)
    .join("; ");
}
