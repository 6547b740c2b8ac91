import { parseFilter, serializeFilter } from "@/activity/filter";
import { viewQuery } from "@/activity/view-query";

/** The filter of a view's query by itself, as query parameters. */
export function filterOf(query: string): string {
  return serializeFilter(parseFilter(new URLSearchParams(query))).toString();
}

/**
 * The view that shows just what the query shows, else one with the same filter that only folds otherwise; one's own before the team's.
 * Null when there is none.
 */
export function activeView<V extends { filter: string; isTeams: boolean }>(
  views: readonly V[],
  query: string,
): V | null {
  const first = (fits: (view: V) => boolean) => {
    const found = views.filter(fits);
    return found.find(({ isTeams }) => !isTeams) ?? found[0] ?? null;
  };
  const exact = first(({ filter }) => viewQuery(filter) === query);
  if (exact !== null) return exact;
  const filter = filterOf(query);
  return filter === "" ? null : first((view) => filterOf(view.filter) === filter);
}
