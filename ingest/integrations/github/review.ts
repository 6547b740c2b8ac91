import { commentTime, commentVerb, possessive } from "../forge/comment";
import type { Describe, Draft } from "../forge/draft";
import type { Hook } from "../forge/hook";
import { where } from "../forge/places";
import { numbered, pullRequestDetails } from "../forge/things";
import { BODY_BYTES } from "../payload/draft";
import type { Fields } from "../payload/fields";

function reviewPredicate(hook: Hook, review: Fields, thing: string): string {
  const state = review.text("state")?.toLowerCase();
  const whose = possessive(hook, review.at("user"));
  if (hook.action === "dismissed") return `dismissed ${whose} review of ${thing}`;
  if (hook.action === "edited") return `edited ${whose} review of ${thing}`;
  if (state === "approved") return `approved ${thing}`;
  return state === "changes_requested" ? `requested changes on ${thing}` : `reviewed ${thing}`;
}

/** `pull_request_review`: approved, changes requested, commented, edited, dismissed. */
export const describeReview: Describe = (hook): Draft => {
  const review = hook.payload.at("review");
  const pull = hook.payload.at("pull_request");
  const thing = numbered(hook, "pull request", pull, review.url("html_url"));
  return {
    predicate: `${reviewPredicate(hook, review, thing.words)}${where(hook)}`,
    entity: thing.entity,
    metadata: {
      ...pullRequestDetails(pull),
      state: review.text("state")?.toLowerCase(),
      reviewer: review.text("user.login"),
      sha: review.text("commit_id"),
      body: review.body("body", BODY_BYTES),
    },
    happenedAt: hook.action === "submitted" ? review.at("submitted_at").value : undefined,
  };
};

/** `pull_request_review_comment`: a comment on lines of a file. */
export const describeReviewComment: Describe = (hook): Draft => {
  const comment = hook.payload.at("comment");
  const pull = hook.payload.at("pull_request");
  const link = hook.action === "deleted" ? null : comment.url("html_url");
  const thing = numbered(hook, "pull request", pull, link);
  const path = comment.text("path");
  const file = path === null ? thing.words : `${path.split("/").at(-1) || path} in ${thing.words}`;
  return {
    predicate: `${commentVerb(hook, comment)} ${file}${where(hook)}`,
    entity: thing.entity,
    metadata: {
      ...pullRequestDetails(pull),
      path,
      line: comment.count("line"),
      sha: comment.text("commit_id"),
      body: comment.body("body", BODY_BYTES),
    },
    happenedAt: commentTime(hook, comment),
  };
};
