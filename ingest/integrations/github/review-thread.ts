import type { Describe, Draft } from "../forge/draft";
import { where } from "../forge/places";
import { numbered, pullRequestDetails } from "../forge/things";
import { BODY_BYTES } from "../payload/draft";

/** `pull_request_review_thread`: resolved or opened again. */
export const describeReviewThread: Describe = (hook): Draft => {
  const pull = hook.payload.at("pull_request");
  const comment = hook.payload.list("thread.comments", 1)[0];
  const thing = numbered(hook, "pull request", pull, comment?.url("html_url"));
  const verb = hook.action === "unresolved" ? "reopened" : hook.action === "resolved" ? "resolved" : "updated";
  return {
    predicate: `${verb} a review thread on ${thing.words}${where(hook)}`,
    entity: thing.entity,
    metadata: {
      ...pullRequestDetails(pull),
      path: comment?.text("path"),
      body: comment?.body("body", BODY_BYTES),
    },
    happenedAt: hook.payload.at("updated_at").value,
  };
};
