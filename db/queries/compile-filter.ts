/** Reading, first step: a filter becomes what Postgres evaluates, the same for page, stream and export. */
import { type SQL, sql } from "drizzle-orm";
import type { Filter, ValueField, Values } from "@/activity/filter";
import { quoteLexeme } from "../search/lexeme";
import { toSearchQuery } from "../search/to-search-query";

/** A filter as Postgres evaluates it against a row's `search` vector and `timestamp`. Null: does not filter. */
export interface CompiledFilter {
  /** Text of a tsquery: the words searched for. */
  words: string | null;
  /** Text of a tsquery: what the fields must be, all ANDed, the values of one ORed. */
  facets: string | null;
  /** Text of a tsquery, a negation: what the fields must not be. */
  not: string | null;
  /** ISO instant, inclusive. */
  from: string | null;
  /** ISO instant, exclusive. */
  to: string | null;
}

/** How the append function marks each field's lexemes in `search`; no word starts with a colon. */
const FACETS: readonly (readonly [ValueField, string])[] = [
  ["type", ":t"],
  ["group", ":g"],
  ["actor", ":a"],
  ["actorKey", ":k"],
  ["entity", ":e"],
  ["source", ":s"],
];

function operand(field: ValueField, mark: string, value: string): string {
  return field === "type" && value.endsWith(".*")
    ? `${quoteLexeme(mark + value.slice(0, -1))}:*`
    : quoteLexeme(mark + value);
}

function anyOf(field: ValueField, mark: string, values: readonly string[]): string[] {
  return values.length === 0 ? [] : [`(${values.map((value) => operand(field, mark, value)).join(" | ")})`];
}

function operandsOf(filter: Filter, pick: (values: Values) => readonly string[]): string[] {
  return FACETS.flatMap(([field, mark]) => {
    const values = filter[field];
    return values === undefined ? [] : anyOf(field, mark, pick(values));
  });
}

/** Compiles a filter. Any value is safe: lexemes are quoted, and values longer than a lexeme do not pass `parseFilter`. */
export function compileFilter(filter: Filter): CompiledFilter {
  const required = [...operandsOf(filter, (values) => values.any), ...(filter.important ? ["':i'"] : [])];
  const excluded = operandsOf(filter, (values) => values.not);
  return {
    words: filter.q === undefined ? null : toSearchQuery(filter.q),
    facets: required.length === 0 ? null : required.join(" & "),
    not: excluded.length === 0 ? null : `!(${excluded.join(" | ")})`,
    from: filter.from ?? null,
    to: filter.to ?? null,
  };
}

/** The condition that a row passes a compiled filter; `row` is an alias of `activity_events`, or of what has its `search` and `timestamp`. */
export function passes({ words, facets, not, from, to }: CompiledFilter, row: SQL): SQL {
  return sql`(${facets}::tsquery IS NULL OR ${row}.search @@ ${facets}::tsquery)
        AND (${not}::tsquery IS NULL OR ${row}.search @@ ${not}::tsquery)
        AND (${words}::tsquery IS NULL OR ${row}.search @@ ${words}::tsquery)
        AND (${from}::timestamptz IS NULL OR ${row}.timestamp >= ${from}::timestamptz)
        AND (${to}::timestamptz IS NULL OR ${row}.timestamp < ${to}::timestamptz)`;
}
