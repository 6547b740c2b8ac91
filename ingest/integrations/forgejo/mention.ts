import type { Describe, Draft } from "../forge/draft";
import { themselvesOr } from "../forge/people";
import { where } from "../forge/places";
import { numbered, numberedDetails } from "../forge/things";
import { BODY_BYTES } from "../payload/draft";

/** `mention`: somebody is named in an issue, a pull request or a comment on one. */
export const describeMention: Describe = (hook): Draft => {
  const { payload } = hook;
  const issue = payload.at("issue");
  const comment = payload.at("comment");
  const kind = payload.flag("is_pull") || issue.has("pull_request") ? "pull request" : "issue";
  const thing = numbered(hook, kind, issue, comment.url("html_url"));
  const whom = themselvesOr(hook, payload.at("mentioned")) ?? "someone";
  return {
    predicate: `mentioned ${whom} ${payload.has("comment") ? "on" : "in"} ${thing.words}${where(hook)}`,
    entity: thing.entity,
    metadata: {
      ...numberedDetails(issue),
      mentioned: payload.text("mentioned.login", "mentioned.username"),
      body: comment.body("body", BODY_BYTES) ?? issue.body("body", BODY_BYTES),
    },
  };
};
