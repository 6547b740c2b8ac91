import type { Activity } from "@/activity/activity";
import { userMentioned } from "@/activity/event-types/people";

/** Whether a member did it themselves, here in the product: `me` is their user id. */
export function isOwn({ actorKind, actorKey }: Pick<Activity, "actorKind" | "actorKey">, me: string): boolean {
  return actorKind === "user" && actorKey === me;
}

/** Whether somebody mentions the member in it. */
export function isMention(
  { eventType, entityType, entityKey }: Pick<Activity, "eventType" | "entityType" | "entityKey">,
  me: string,
): boolean {
  return eventType === userMentioned.type && entityType === "user" && entityKey === me;
}
