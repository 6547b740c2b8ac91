import type { Describe, Draft } from "../forge/draft";
import type { Hook } from "../forge/hook";
import { where } from "../forge/places";
import { numbered, numberedDetails } from "../forge/things";

/** A predicate about two issues of which the first is the entity; each may live in a repository of its own. */
function linked(hook: Hook, field: string, other: string, say: (issue: string, other: string) => string): Draft {
  const issue = hook.payload.at(field);
  const thing = numbered(hook, "issue", issue);
  const second = numbered(hook, "issue", hook.payload.at(other));
  return {
    predicate: `${say(thing.words, second.words)}${where(hook)}`,
    entity: thing.entity,
    metadata: { ...numberedDetails(issue), linkedIssue: hook.payload.text(`${other}.html_url`, `${other}.title`) },
  };
}

/** `sub_issues`: GitHub tells it once from the child's and once from the parent's side. */
export const describeSubIssue: Describe = (hook) => {
  const isRemoved = hook.action?.endsWith("removed") ?? false;
  const say = (child: string, parent: string) =>
    isRemoved ? `took ${child} out of ${parent}` : `made ${child} a part of ${parent}`;
  return linked(hook, "sub_issue", "parent_issue", say);
};

/** `issue_dependencies`: one issue waits for another. */
export const describeDependency: Describe = (hook) => {
  const isRemoved = hook.action?.endsWith("removed") ?? false;
  const say = (blocked: string, blocking: string) =>
    isRemoved ? `marked ${blocked} as no longer blocked by ${blocking}` : `marked ${blocked} as blocked by ${blocking}`;
  return linked(hook, "blocked_issue", "blocking_issue", say);
};
