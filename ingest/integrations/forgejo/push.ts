import type { Describe, Draft } from "../forge/draft";
import { repositoryEntity } from "../forge/places";
import { pushDraft } from "../forge/push";

const NOTHING = /^0{40,}$/;

/** `push`: hashes of zeros stand for a ref that was not there, or is not any more. Whether it was forced is not told. */
export const describePush: Describe = (hook): Draft => {
  const { payload } = hook;
  const [before, after] = [payload.text("before") ?? "", payload.text("after") ?? ""];
  // "Test delivery" sends a push from the newest commit to itself.
  if (before !== "" && before === after) {
    const repository = repositoryEntity(hook);
    return { predicate: `sent a test delivery of ${repository.name}`, entity: repository };
  }
  // Without a page of its own it is the address of the service's front page.
  const compare = payload.url("compare_url", "compare");
  return pushDraft(hook, {
    isCreated: NOTHING.test(before),
    isDeleted: NOTHING.test(after),
    isForced: false,
    count: payload.count("total_commits") ?? payload.length("commits"),
    compareUrl: compare?.includes("/compare/") ? compare : null,
  });
};
