import type { Describe } from "../forge/draft";
import { pushDraft } from "../forge/push";

/** `push`: GitHub says itself whether it was forced, and what was made or deleted by it. */
export const describePush: Describe = (hook) => {
  const { payload } = hook;
  return pushDraft(hook, {
    isCreated: payload.flag("created"),
    isDeleted: payload.flag("deleted"),
    isForced: payload.flag("forced"),
    count: payload.length("commits"),
    compareUrl: payload.url("compare"),
    happenedAt: payload.at("repository.pushed_at").value,
  });
};
