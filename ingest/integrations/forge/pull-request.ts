import type { Fields } from "../payload/fields";
import { pastTense } from "../payload/past-tense";
import { conversationPredicate } from "./conversation-verbs";
import type { Describe, Draft } from "./draft";
import { changes } from "./edits";
import type { Hook } from "./hook";
import { themselvesOr } from "./people";
import { where } from "./places";
import { description, numbered, pullRequestDetails } from "./things";

function reviewer(hook: Hook): string | null {
  const team = hook.payload.text("requested_team.name");
  return themselvesOr(hook, hook.payload.at("requested_reviewer")) ?? (team === null ? null : `team ${team}`);
}

function predicate(hook: Hook, pull: Fields, thing: string): string {
  const { action } = hook;
  const base = pull.text("base.ref");
  const asked = reviewer(hook);
  const reason = hook.payload.text("reason")?.replace(/_/g, " ").toLowerCase() ?? null;
  switch (action) {
    case "opened":
      return pull.flag("draft") ? `opened draft ${thing}` : `opened ${thing}`;
    case "closed":
    case "merged":
      if (action === "closed" && !pull.flag("merged")) return `closed ${thing}`;
      return base === null ? `merged ${thing}` : `merged ${thing} into ${base}`;
    case "synchronize":
    case "synchronized":
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
      return `removed ${thing} from the merge queue${reason === null ? "" : ` (${reason})`}`;
    default:
      return conversationPredicate(hook, pull, thing) ?? pastTense(hook.action, thing);
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
      changes: changes(hook, pull),
      description: description(hook, pull),
    },
    happenedAt: happenedAt(hook, pull),
  };
};
