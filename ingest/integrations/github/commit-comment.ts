import { commentTime, commentVerb } from "../forge/comment";
import type { Describe, Draft } from "../forge/draft";
import { where } from "../forge/places";
import { commitEntity, shortSha } from "../forge/things";
import { BODY_BYTES } from "../payload/draft";

/** `commit_comment`: a comment on a commit, or on a line of it. */
export const describeCommitComment: Describe = (hook): Draft => {
  const comment = hook.payload.at("comment");
  const sha = comment.text("commit_id") ?? "unknown";
  return {
    predicate: `${commentVerb(hook, comment)} commit ${shortSha(sha)}${where(hook)}`,
    entity: commitEntity(hook, sha, comment.url("html_url")),
    metadata: { sha, path: comment.text("path"), body: comment.body("body", BODY_BYTES) },
    happenedAt: commentTime(hook, comment),
  };
};
