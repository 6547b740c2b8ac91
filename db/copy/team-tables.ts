// Copying a team, what there is to copy: read from the schema, so that no table of a team can be forgotten.
import { is } from "drizzle-orm";
import { getTableConfig, PgTable } from "drizzle-orm/pg-core";
import * as schema from "../schema";

/** A table that holds rows of teams. */
export interface TeamTable {
  name: string;
  /** The column that says whose a row is. */
  owner: string;
  /** `isUser`: it names an account, which may have another id elsewhere. */
  columns: { name: string; type: string; isUser: boolean }[];
  /** The columns that tell a team's rows apart and put them in order. */
  key: string[];
}

const users = getTableConfig(schema.users).name;
const teams = getTableConfig(schema.teams).name;

function describe(table: PgTable): { table: TeamTable; needs: string[] } | null {
  const { name, columns, foreignKeys, primaryKeys } = getTableConfig(table);
  const owner = name === teams ? "id" : "team_id";
  if (!columns.some((column) => column.name === owner) || name === users) return null;
  const references = foreignKeys.map((key) => key.reference());
  const nameOf = ({ foreignTable }: { foreignTable: PgTable }) => getTableConfig(foreignTable).name;
  const ofUsers = references
    .filter((reference) => nameOf(reference) === users)
    .flatMap((reference) => reference.columns);
  const key = primaryKeys.flatMap((primary) => primary.columns).concat(columns.filter((column) => column.primary));
  return {
    table: {
      name,
      owner,
      columns: columns.map((column) => ({
        name: column.name,
        type: column.getSQLType(),
        isUser: ofUsers.some((one) => one.name === column.name),
      })),
      key: key.map((column) => column.name),
    },
    needs: references.map(nameOf).filter((needed) => needed !== users && needed !== name),
  };
}

/** Every table of teams, each after those that its foreign keys point to. */
export function listTeamTables(): TeamTable[] {
  let open = Object.values(schema).flatMap((table) => (is(table, PgTable) ? (describe(table) ?? []) : []));
  const ordered: TeamTable[] = [];
  while (open.length > 0) {
    const placed = new Set(ordered.map(({ name }) => name));
    const next = open.filter(({ needs }) => needs.every((needed) => placed.has(needed)));
    if (next.length === 0) throw new Error("tables that point at each other cannot be put in order");
    ordered.push(...next.map(({ table }) => table));
    open = open.filter((one) => !next.includes(one));
  }
  return ordered;
}
