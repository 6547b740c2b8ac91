import type { Describe, Draft } from "../forge/draft";
import type { Hook } from "../forge/hook";
import { nearestUrl, organizationEntity, repositoryEntity, repositoryName } from "../forge/places";
import { type Entity, entity } from "../payload/draft";
import { pastTense } from "../payload/past-tense";

/** What a webhook was set up on, when it is not a repository. */
function hookEntity(hook: Hook): Entity {
  if (repositoryName(hook) !== null) return repositoryEntity(hook);
  const id = hook.payload.text("hook_id", "hook.id") ?? "webhook";
  return hook.payload.has("organization")
    ? organizationEntity(hook)
    : entity("webhook", id, "GitHub webhook", { url: nearestUrl(hook) });
}

/** `ping`: GitHub tries a webhook out. Its `zen` is a proverb. */
export const describePing: Describe = (hook): Draft => {
  const thing = hookEntity(hook);
  return {
    predicate: `connected ${thing.type === "webhook" ? `a ${thing.name}` : thing.name} to this feed`,
    entity: thing,
    metadata: {
      zen: hook.payload.text("zen"),
      hookId: hook.payload.text("hook_id"),
      events: hook.payload.list("hook.events", 100).map((event) => event.text("")),
    },
  };
};

/** `meta`: this webhook was deleted, so nothing more will come. */
export const describeMeta: Describe = (hook): Draft => {
  const thing = hookEntity(hook);
  const target = thing.type === "webhook" ? `a ${thing.name}` : `the webhook of ${thing.name}`;
  return {
    predicate: hook.action === "deleted" ? `deleted ${target}` : pastTense(hook.action, target),
    entity: thing,
    metadata: { hookId: hook.payload.text("hook_id") },
    isImportant: hook.action === "deleted",
  };
};
