import { parseFilter, serializeFilter } from "@/activity/filter";

/** A filter's query parameters in the one way they are written. */
export function normalQuery(params: URLSearchParams | string): string {
  return serializeFilter(parseFilter(new URLSearchParams(params))).toString();
}

/** The view that shows just what the query shows: one's own before the team's; null when there is none. */
export function activeView<V extends { filter: string; isTeams: boolean }>(
  views: readonly V[],
  query: string,
): V | null {
  const found = views.filter(({ filter }) => normalQuery(filter) === query);
  return found.find(({ isTeams }) => !isTeams) ?? found[0] ?? null;
}
