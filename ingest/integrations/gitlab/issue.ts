import type { Fields } from "../payload/fields";
import { pastTense } from "../payload/past-tense";
import { changePredicate } from "./change-words";
import { type Change, changes, changesForMetadata, updatedAt } from "./changes";
import type { Describe, Draft } from "./draft";
import type { Hook } from "./hook";
import { where } from "./places";
import { description, numbered, numberedDetails, workItemKind } from "./things";

function predicate(hook: Hook, changed: readonly Change[], thing: string): string {
  const told = hook.action === "update" ? changePredicate(hook, changed, thing) : null;
  return told ?? pastTense(hook.action, thing);
}

function happenedAt(hook: Hook, issue: Fields): unknown {
  if (hook.action === "open") return issue.at("created_at").value;
  if (hook.action === "close") return issue.at("closed_at").value;
  return updatedAt(hook);
}

/** `issue` and `work_item`: issues, epics, tasks, incidents and whatever else is one. */
export const describeIssue: Describe = (hook): Draft => {
  const { payload } = hook;
  const issue = payload.at("object_attributes");
  const kind = workItemKind(issue);
  const thing = numbered(hook, kind, issue);
  const changed = changes(hook);
  return {
    predicate: `${predicate(hook, changed, thing.words)}${where(hook)}`,
    entity: thing.entity,
    metadata: {
      ...numberedDetails(hook, issue),
      kind: kind === "issue" ? null : kind,
      dueDate: issue.text("due_date"),
      weight: issue.count("weight"),
      health: issue.text("health_status"),
      severity: kind === "incident" ? issue.text("severity") : null,
      changes: hook.action === "update" ? changesForMetadata(changed) : null,
      description: description(hook, issue),
    },
    happenedAt: happenedAt(hook, issue),
    isImportant: kind === "incident" && hook.action === "open",
  };
};
