import { type SQL, sql } from "drizzle-orm";
import { type Filter, formatEntity } from "@/activity/filter";
import type { Executor } from "../drivers/driver";
import { countActivities } from "./export/count-activities";
import { holding } from "./like-pattern";
import { TOP } from "./list-activities";
import { listPeople } from "./list-people";
import { keysStatement } from "./read-page";

/** The fields whose values are counted. */
export const OPTION_FIELDS = ["type", "group", "actor", "entity", "source"] as const;
export type OptionField = (typeof OPTION_FIELDS)[number];

/** Nobody counts an option further than this: 999 and more. */
export const MOST_COUNTED_OF_OPTION = 999;
/** At most so many options are given. */
export const MOST_OPTIONS = 50;
/** How many of the newest activities that pass are looked at together. */
const LOOKED_AT = 10_000;
/** The most entities whose names are looked through. */
const NAMES_LOOKED_AT = 50_000;
/** Milliseconds that Postgres may search: for what is looked at together, for one option by itself, for all of those. */
const BUDGET = { together: 150, one: 40, all: 250 };

/** A value that a field of the filter can have. */
export interface CountedOption {
  /** As the filter writes it. */
  value: string;
  name: string;
  /** Of an actor, if there is one. */
  avatarUrl: string | null;
  /** How many activities it would show beside the rest of the filter, at most {@link MOST_COUNTED_OF_OPTION}. */
  count: number;
  /** False when there may be more. */
  isExact: boolean;
}

interface Candidate extends Pick<CountedOption, "value" | "name" | "avatarUrl"> {
  found: number;
}

interface OptionRow extends Record<string, unknown> {
  value: string | null;
  name: string | null;
  reference: string | null;
  type: string | null;
  avatar: string | null;
  found: string | number;
}

const VALUE: Record<OptionField, SQL> = {
  type: sql`e.event_type`,
  group: sql`e."group"`,
  actor: sql`e.actor_id::text`,
  entity: sql`e.entity_key`,
  source: sql`e.source`,
};
const NAME: Record<OptionField, SQL> = {
  type: sql`e.event_type`,
  group: sql`e."group"`,
  actor: sql`e.actor_name`,
  entity: sql`e.entity_name`,
  source: sql`e.source`,
};

function toCandidate(field: OptionField, { value, name, type, avatar, found }: OptionRow): Candidate {
  const own = value ?? "";
  return {
    value: field === "entity" ? formatEntity(type ?? "", own) : own,
    name: name ?? own,
    avatarUrl: field === "actor" ? avatar : null,
    found: Number(found),
  };
}

/** What `part` is looked for in, of a found row: the ids of actors mean nothing to anybody. */
const WORDS: Record<OptionField, SQL> = {
  type: sql`value`,
  group: sql`value`,
  actor: sql`name`,
  entity: sql`concat_ws(' ', name, value, reference)`,
  source: sql`value`,
};

/** Values among the newest that pass the rest of the filter; `isAll` when those are all that pass. */
async function lookTogether(db: Executor, teamId: string, rest: Filter, field: OptionField, part: string) {
  const keys = keysStatement(teamId, rest, { direction: "older", ...TOP, limit: LOOKED_AT + 1 }, BUDGET.together);
  const type = field === "entity" ? sql`e.entity_type` : sql`NULL`;
  const { rows } = await db.execute<OptionRow>(sql`
    WITH k AS MATERIALIZED (${keys}), found AS (
      SELECT ${VALUE[field]} AS value, ${type} AS type, (array_agg(${NAME[field]} ORDER BY e.seq DESC))[1] AS name,
        (array_agg(e.entity_reference ORDER BY e.seq DESC))[1] AS reference,
        (array_agg(e.actor_avatar_url ORDER BY e.seq DESC))[1] AS avatar, count(*) AS found
      FROM k JOIN activity_events e ON e.team_id = ${teamId} AND e.seq = k.seq GROUP BY 1, 2
    )
    (SELECT value, type, name, reference, avatar, found FROM found
      WHERE ${WORDS[field]} ILIKE ${holding(part)} ORDER BY found DESC, name LIMIT ${MOST_OPTIONS})
    UNION ALL SELECT NULL, NULL, NULL, NULL, NULL, count(k.seq) + count(k.stopped_at) * ${LOOKED_AT + 1} FROM k`);
  const looked = Number(rows.find(({ value }) => value === null)?.found ?? 0);
  const candidates = rows.filter(({ value }) => value !== null).map((row) => toCandidate(field, row));
  return { candidates, isAll: looked <= LOOKED_AT };
}

/** Values that are known whether or not they were among the newest. */
async function listKnown(db: Executor, teamId: string, field: OptionField, part: string): Promise<Candidate[]> {
  if (field === "actor") {
    const { items } = await listPeople(db, teamId, part);
    return items.map(({ id, name, avatarUrl }) => ({ value: id, name, avatarUrl, found: 0 }));
  }
  if (field === "source" || field === "group") return [];
  const pattern = holding(part);
  const { rows } = await db.execute<OptionRow>(
    field === "type"
      ? sql`SELECT t AS value, t AS name, NULL AS type, NULL AS avatar, 0 AS found FROM list_types(${teamId}::uuid, NULL, NULL) t
          WHERE t ILIKE ${pattern} LIMIT ${MOST_OPTIONS}`
      : sql`SELECT n.key AS value, n.name, n.type, NULL AS avatar, 0 AS found
          FROM (SELECT e.* FROM entities e WHERE e.team_id = ${teamId} LIMIT ${NAMES_LOOKED_AT}) n
          WHERE concat_ws(' ', n.name, n.key, n.reference) ILIKE ${pattern} LIMIT ${MOST_OPTIONS}`,
  );
  return rows.map((row) => toCandidate(field, row));
}

/** Counts the options that may be more than were seen, one by one until the budget ends. */
async function countEach(db: Executor, teamId: string, rest: Filter, field: OptionField, seen: readonly Candidate[]) {
  const end = performance.now() + BUDGET.all;
  const options: CountedOption[] = [];
  for (const { value, name, avatarUrl, found } of seen) {
    const isOver = found > MOST_COUNTED_OF_OPTION || performance.now() > end;
    const alone = { ...rest, [field]: { any: [value], not: [] } };
    const counted = isOver ? null : await countActivities(db, teamId, alone, MOST_COUNTED_OF_OPTION, BUDGET.one);
    const count = Math.min(Math.max(found, counted?.count ?? 0), MOST_COUNTED_OF_OPTION);
    options.push({ value, name, avatarUrl, count, isExact: counted?.isExact ?? false });
  }
  return options;
}

/**
 * The values that a field can have beside the rest of a filter, each with the number of activities it would show, most first. `part`
 * is part of a name or value. Exact up to {@link MOST_COUNTED_OF_OPTION} unless the work budget ends before.
 */
export async function countOptions(
  db: Executor,
  teamId: string,
  filter: Filter,
  field: OptionField,
  part: string,
): Promise<CountedOption[]> {
  const { [field]: _, ...rest } = filter;
  const { candidates, isAll } = await lookTogether(db, teamId, rest, field, part);
  const values = new Set(candidates.map(({ value }) => value));
  const known = isAll && field !== "actor" ? [] : await listKnown(db, teamId, field, part);
  const all = [...candidates, ...known.filter(({ value }) => !values.has(value))].slice(0, MOST_OPTIONS);
  const options = isAll
    ? all.map(({ found, ...option }) => ({
        ...{ ...option, count: Math.min(found, MOST_COUNTED_OF_OPTION) },
        isExact: found <= MOST_COUNTED_OF_OPTION,
      }))
    : await countEach(db, teamId, rest, field, all);
  return options.sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
}
