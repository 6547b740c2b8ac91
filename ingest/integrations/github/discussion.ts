import { commentTime, commentVerb, possessive } from "../forge/comment";
import { conversationPredicate } from "../forge/conversation-verbs";
import type { Describe, Draft } from "../forge/draft";
import { changes } from "../forge/edits";
import type { Hook } from "../forge/hook";
import { where } from "../forge/places";
import { description, numbered, numberedDetails } from "../forge/things";
import { BODY_BYTES } from "../payload/draft";
import { pastTense } from "../payload/past-tense";

function predicate(hook: Hook, thing: string): string {
  const category = hook.payload.text("discussion.category.name");
  switch (hook.action) {
    case "created":
      return `started ${thing}`;
    case "answered":
      return `marked ${possessive(hook, hook.payload.at("answer.user"))} comment as the answer to ${thing}`;
    case "unanswered":
      return `took back the answer to ${thing}`;
    case "category_changed":
      return category === null ? `moved ${thing} to another category` : `moved ${thing} to category ${category}`;
    case "transferred":
      return `moved ${thing} to ${hook.payload.text("changes.new_repository.full_name") ?? "another repository"}`;
    default:
      return conversationPredicate(hook, hook.payload.at("discussion"), thing) ?? pastTense(hook.action, thing);
  }
}

function happenedAt(hook: Hook): unknown {
  const discussion = hook.payload.at("discussion");
  if (hook.action === "created") return discussion.at("created_at").value;
  return hook.action === "answered" ? discussion.at("answer_chosen_at").value : undefined;
}

/** `discussion`, every action. */
export const describeDiscussion: Describe = (hook): Draft => {
  const discussion = hook.payload.at("discussion");
  const answer = hook.action === "answered" ? hook.payload.url("answer.html_url", "discussion.answer_html_url") : null;
  const thing = numbered(hook, "discussion", discussion, answer);
  return {
    predicate: `${predicate(hook, thing.words)}${hook.action === "transferred" ? "" : where(hook)}`,
    entity: thing.entity,
    metadata: {
      ...numberedDetails(discussion),
      category: discussion.text("category.name"),
      label: hook.payload.text("label.name"),
      body: hook.payload.body("answer.body", BODY_BYTES),
      changes: changes(hook, discussion),
      description: description(hook, discussion),
    },
    happenedAt: happenedAt(hook),
  };
};

/** `discussion_comment`. */
export const describeDiscussionComment: Describe = (hook): Draft => {
  const comment = hook.payload.at("comment");
  const discussion = hook.payload.at("discussion");
  const link = hook.action === "deleted" ? null : comment.url("html_url");
  const thing = numbered(hook, "discussion", discussion, link);
  return {
    predicate: `${commentVerb(hook, comment)} ${thing.words}${where(hook)}`,
    entity: thing.entity,
    metadata: { ...numberedDetails(discussion), body: comment.body("body", BODY_BYTES) },
    happenedAt: commentTime(hook, comment),
  };
};
