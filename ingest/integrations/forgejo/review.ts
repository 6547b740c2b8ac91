import type { Describe, Draft } from "../forge/draft";
import { describeIssueComment } from "../forge/issue";
import { where } from "../forge/places";
import { numbered, pullRequestDetails } from "../forge/things";
import { BODY_BYTES } from "../payload/draft";

/** What each verdict reads as, and what GitHub calls it. */
const VERDICTS = new Map([
  ["approved", { verb: "approved", state: "approved" }],
  ["rejected", { verb: "requested changes on", state: "changes_requested" }],
]);

/** A review: its verdict is the last word of the event's name, its action always `reviewed`. */
export const describeReview: Describe = (hook): Draft => {
  // The same event tells of a plain comment on a pull request.
  if (hook.payload.has("comment") && !hook.payload.has("review")) return describeIssueComment(hook);
  const pull = hook.payload.at("pull_request");
  const thing = numbered(hook, "pull request", pull);
  const verdict = VERDICTS.get(hook.event.split("_").at(-1) ?? "") ?? { verb: "reviewed", state: "commented" };
  return {
    predicate: `${verdict.verb} ${thing.words}${where(hook)}`,
    entity: thing.entity,
    metadata: {
      ...pullRequestDetails(pull),
      state: verdict.state,
      body: hook.payload.body("review.content", BODY_BYTES),
    },
  };
};
