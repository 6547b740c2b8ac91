import type { Activity } from "@/activity/activity";
import { type Filter, formatEntity, serializeFilter } from "@/activity/filter";
import { FOLD_MS, type Fold, foldOf, hourOf, ofSource } from "@/activity/fold/fold";

/** The filter narrowed to where a fold's events are; `newest` is the one that stands for them. Others may be there too: see {@link isMember}. */
function membersFilter(filter: Filter, fold: Fold, newest: Activity): Filter {
  const only = (value: string) => ({ any: [value], not: [] });
  const start = new Date(hourOf(fold.last) * FOLD_MS).toISOString();
  const end = new Date((hourOf(fold.last) + 1) * FOLD_MS).toISOString();
  const narrowed: Filter = { ...filter, source: only(fold.source) };
  narrowed.from = filter.from !== undefined && filter.from > start ? filter.from : start;
  narrowed.to = filter.to !== undefined && filter.to < end ? filter.to : end;
  if (fold.eventType === null) return narrowed;
  narrowed.type = only(fold.eventType);
  narrowed.entity = only(formatEntity(newest.entityType, newest.entityKey));
  if (fold.actorId !== null) narrowed.actor = only(fold.actorId);
  return narrowed;
}

/** The same as query parameters. */
export function membersQuery(filter: Filter, fold: Fold, newest: Activity): string {
  return serializeFilter(membersFilter(filter, fold, newest)).toString();
}

/** Whether a fold counts an activity. */
export function isMember(fold: Fold, activity: Activity): boolean {
  const one = foldOf(activity);
  return one.key === fold.key || (one.kind === "machine" && ofSource(one).key === fold.key);
}
