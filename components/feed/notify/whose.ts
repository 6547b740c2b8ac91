import type { Activity } from "@/activity/activity";
import type { BUILT_IN } from "@/activity/event-types/built-in";

const USER_MENTIONED = "user.mentioned" satisfies keyof typeof BUILT_IN;

/** Whether a member did it themselves, here in the product: `me` is their user id. */
export function isOwn({ actorKind, actorKey }: Pick<Activity, "actorKind" | "actorKey">, me: string): boolean {
  return actorKind === "user" && actorKey === me;
}

/** Whether somebody mentions the member in it. */
export function isMention(
  { eventType, entityType, entityKey }: Pick<Activity, "eventType" | "entityType" | "entityKey">,
  me: string,
): boolean {
  return eventType === USER_MENTIONED && entityType === "user" && entityKey === me;
}
