import type { Activity } from "./activity";
import { isJsonObject } from "./json";

/** The `source` of what members say in the feed itself. */
export const FEED_SOURCE = "feed";

/** The entity type of comments on an activity: the entity is the activity, so that its comments are one filtered read. */
export const COMMENTED = "activity";

/** The id of the activity whose comments stand under this one: its own, and of a comment, or a mention in one, what it is on. */
export function threadOf(activity: Pick<Activity, "id" | "source" | "entityType" | "entityKey" | "metadata">): string {
  if (activity.source !== FEED_SOURCE) return activity.id;
  if (activity.entityType === COMMENTED) return activity.entityKey;
  const { metadata } = activity;
  return isJsonObject(metadata) && typeof metadata.activityId === "string" ? metadata.activityId : activity.id;
}
