import * as v from "valibot";
import { RECENT_SEARCHES, storage } from "./search-storage";

/** A search that was made: the filter as query parameters, and how it is said. */
const recentSchema = v.object({ query: v.string(), said: v.string() });
export type RecentSearch = v.InferOutput<typeof recentSchema>;

export const MOST_RECENT = 8;

const keyOf = (team: string) => RECENT_SEARCHES + team;

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** The searches made in a team with this browser, the latest first. */
export function readRecent(team: string): RecentSearch[] {
  const stored = v.safeParse(v.array(recentSchema), parseJson(storage()?.getItem(keyOf(team)) ?? "[]"));
  return stored.success ? stored.output.slice(0, MOST_RECENT) : [];
}

/** The list with a search at its top, which stands there once. A search that only goes on typing the last one replaces it. */
export function withRecent(recent: readonly RecentSearch[], made: RecentSearch): RecentSearch[] {
  const others = recent.filter(
    ({ query, said }, index) => query !== made.query && !(index === 0 && made.said.startsWith(said)),
  );
  return [made, ...others].slice(0, MOST_RECENT);
}

/** Remembers a search. */
export function addRecent(team: string, made: RecentSearch): void {
  try {
    storage()?.setItem(keyOf(team), JSON.stringify(withRecent(readRecent(team), made)));
  } catch {
    // Full, or refused: the search itself was made.
  }
}

/** Forgets every search of a team. */
export function clearRecent(team: string): void {
  storage()?.removeItem(keyOf(team));
}
