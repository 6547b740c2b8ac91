import { pastTense } from "../payload/past-tense";
import { changePredicate } from "./change-words";
import { type Change, changes, changesForMetadata, updatedAt } from "./changes";
import type { Describe, Draft } from "./draft";
import type { Hook } from "./hook";
import { nameOf } from "./people";
import { where } from "./places";
import { description, numbered, numberedDetails } from "./things";

/** An approval that was lost to a push is told of whoever pushed. */
function unapproved(hook: Hook, thing: string): string {
  return hook.payload.flag("object_attributes.system")
    ? `reset the approvals of ${thing} with a push`
    : `withdrew their approval of ${thing}`;
}

function updated(hook: Hook, changed: readonly Change[], thing: string): string {
  if (hook.payload.text("object_attributes.oldrev") !== null) return `pushed new commits to ${thing}`;
  return changePredicate(hook, changed, thing) ?? `updated ${thing}`;
}

function predicate(hook: Hook, changed: readonly Change[], thing: string): string {
  const target = hook.payload.text("object_attributes.target_branch");
  switch (hook.action) {
    case "open":
      return hook.payload.flag("object_attributes.draft") ? `opened draft ${thing}` : `opened ${thing}`;
    case "merge":
      return `merged ${thing}${target === null ? "" : ` into ${target}`}`;
    // One of several approvals, and the one with which it has all that it needs.
    case "approval":
    case "approved":
      return `approved ${thing}`;
    case "unapproval":
    case "unapproved":
      return unapproved(hook, thing);
    case "update":
      return updated(hook, changed, thing);
    default:
      return pastTense(hook.action, thing);
  }
}

/** `actioned_at` is the event's own time where it is sent; else only some actions have one. */
function happenedAt(hook: Hook): unknown {
  const { payload } = hook;
  const own = payload.at("object_attributes.actioned_at").value;
  if (own !== undefined) return own;
  if (hook.action === "open") return payload.at("object_attributes.created_at").value;
  return updatedAt(hook);
}

/** `merge_request`, every action. */
export const describeMergeRequest: Describe = (hook): Draft => {
  const { payload } = hook;
  const merge = payload.at("object_attributes");
  const thing = numbered(hook, "merge_request", merge);
  const changed = changes(hook);
  const end = hook.action === "close" ? " without merging" : "";
  return {
    predicate: `${predicate(hook, changed, thing.words)}${where(hook)}${end}`,
    entity: thing.entity,
    metadata: {
      ...numberedDetails(hook, merge),
      reviewers: payload.list("reviewers", 20).map(nameOf),
      isDraft: merge.flag("draft") || undefined,
      isApproved: hook.action === "approved" || undefined,
      branch: merge.text("source_branch"),
      base: merge.text("target_branch"),
      sha: merge.text("last_commit.id"),
      changes: hook.action === "update" ? changesForMetadata(changed) : null,
      description: description(hook, merge),
    },
    happenedAt: happenedAt(hook),
  };
};
