import { BODY_BYTES } from "../payload/draft";
import type { Fields } from "../payload/fields";
import { pastTense } from "../payload/past-tense";
import { conversationPredicate } from "./conversation-verbs";
import type { Describe, Draft } from "./draft";
import type { Hook } from "./hook";
import { where } from "./places";
import { description, numbered, numberedDetails } from "./things";

/** What is worth keeping of a pull request, beside its repository. */
export function pullRequestDetails(fields: Fields): Record<string, unknown> {
  return {
    ...numberedDetails(fields),
    isMerged: fields.flag("merged") || undefined,
    isDraft: fields.flag("draft") || undefined,
    branch: fields.text("head.ref"),
    base: fields.text("base.ref"),
    sha: fields.text("head.sha"),
    additions: fields.count("additions"),
    deletions: fields.count("deletions"),
    changedFiles: fields.count("changed_files"),
  };
}

function reviewer(hook: Hook): string | null {
  const team = hook.payload.text("requested_team.name");
  return hook.payload.text("requested_reviewer.login") ?? (team === null ? null : `team ${team}`);
}

function predicate(hook: Hook, pull: Fields, thing: string): string {
  const { action } = hook;
  const base = pull.text("base.ref");
  const asked = reviewer(hook);
  switch (action) {
    case "opened":
      return pull.flag("draft") ? `opened draft ${thing}` : `opened ${thing}`;
    case "closed":
    case "merged":
      if (action === "closed" && !pull.flag("merged")) return `closed ${thing}`;
      return base === null ? `merged ${thing}` : `merged ${thing} into ${base}`;
    case "synchronize":
      return `pushed new commits to ${thing}`;
    case "ready_for_review":
      return `marked ${thing} as ready for review`;
    case "converted_to_draft":
      return `turned ${thing} back into a draft`;
    case "review_requested":
      return asked === null ? `asked for a review of ${thing}` : `asked ${asked} to review ${thing}`;
    case "review_request_removed":
      return asked === null
        ? `withdrew a review request on ${thing}`
        : `withdrew the request for ${asked} to review ${thing}`;
    case "auto_merge_enabled":
    case "auto_merge_disabled":
      return `turned ${action === "auto_merge_enabled" ? "on" : "off"} auto-merge for ${thing}`;
    case "enqueued":
      return `added ${thing} to the merge queue`;
    case "dequeued":
      return `removed ${thing} from the merge queue`;
    default:
      return conversationPredicate(hook, thing) ?? pastTense(hook.action, thing);
  }
}

/** `updated_at` moves with every change, but not always with the one that is told; these are certain. */
function happenedAt(hook: Hook, pull: Fields): unknown {
  if (hook.action === "opened") return pull.at("created_at").value;
  if (hook.action === "closed") return pull.at("closed_at").value;
  return hook.action === "edited" ? pull.at("updated_at").value : undefined;
}

/** `pull_request`, every action. A merge arrives as `closed` with `merged: true`. */
export const describePullRequest: Describe = (hook): Draft => {
  const pull = hook.payload.at("pull_request");
  const thing = numbered(hook, "pull request", pull);
  const isUnmerged = hook.action === "closed" && !pull.flag("merged");
  return {
    predicate: `${predicate(hook, pull, thing.words)}${where(hook)}${isUnmerged ? " without merging" : ""}`,
    entity: thing.entity,
    metadata: {
      ...pullRequestDetails(pull),
      label: hook.payload.text("label.name"),
      assignee: hook.payload.text("assignee.login"),
      reviewer: reviewer(hook),
      description: description(hook, pull),
    },
    happenedAt: happenedAt(hook, pull),
  };
};

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
