import type { Activity } from "@/activity/activity";
import { type Filter, formatEntity, serializeFilter } from "@/activity/filter";
import { COMMENTED } from "@/activity/thread";

/** How many comments are shown; the rest are in the feed. */
export const MOST_COMMENTS = 100;

/** The filter under which the feed shows the comments on an activity. */
export function commentsFilter(thread: string): Filter {
  return { entity: { any: [formatEntity(COMMENTED, thread)], not: [] } };
}

/** The query of that list. */
export function commentsQuery(thread: string): string {
  const params = serializeFilter(commentsFilter(thread));
  params.set("limit", String(MOST_COMMENTS));
  return params.toString();
}

/** The comments on an activity out of several lists, each once, the oldest first. */
export function listComments(thread: string, ...lists: (readonly Activity[])[]): Activity[] {
  const comments = new Map<string, Activity>();
  for (const activity of lists.flat()) {
    const { id, eventType, entityType, entityKey } = activity;
    if (eventType === "comment.added" && entityType === COMMENTED && entityKey === thread) comments.set(id, activity);
  }
  return [...comments.values()].toSorted((one, other) => one.seq - other.seq);
}
