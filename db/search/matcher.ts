/** For tests: an embedded Postgres that says whether a query finds a text, as the feed's own statements do. */
import { PGlite } from "@electric-sql/pglite";
import { toSearchQuery } from "./to-search-query";
import { toSearchVector } from "./to-search-vector";

export interface Matcher {
  /** Whether `query` finds an event with these texts; a query without a word finds every one. */
  matches(texts: string | readonly string[], query: string): Promise<boolean>;
  /** The same for literals that are made already. */
  matchesLiterals(vector: string, query: string): Promise<boolean>;
  close(): Promise<void>;
}

export async function openMatcher(): Promise<Matcher> {
  const database = await PGlite.create();
  const matchesLiterals = async (vector: string, query: string) => {
    const sql = "SELECT $1::text::tsvector @@ $2::text::tsquery AS found";
    const { rows } = await database.query<{ found: boolean }>(sql, [vector, query]);
    return rows[0]?.found === true;
  };
  return {
    async matches(texts, query) {
      const words = toSearchQuery(query);
      const vector = toSearchVector(typeof texts === "string" ? [texts] : texts);
      return words === null || (await matchesLiterals(vector, words));
    },
    matchesLiterals,
    close: () => database.close(),
  };
}
