import { BODY_BYTES } from "../payload/draft";
import type { Fields } from "../payload/fields";
import { pastTense } from "../payload/past-tense";
import { commentTime, commentVerb } from "./comment";
import { conversationPredicate } from "./conversation-verbs";
import type { Describe, Draft } from "./draft";
import { changes } from "./edits";
import type { Hook } from "./hook";
import { repositoryName, where } from "./places";
import { description, numbered, numberedDetails, shortSha } from "./things";

const CLOSED_AS = new Map(
  Object.entries({
    completed: " as completed",
    not_planned: " as not planned",
    duplicate: " as a duplicate",
  }),
);

/** A pull request is sent as an issue too, marked by its links. */
function kindOf(hook: Hook, issue: Fields): string {
  return issue.has("pull_request") || hook.payload.flag("is_pull") ? "pull request" : "issue";
}

/** Moves between repositories name both of them; null for every other action. */
function moved(hook: Hook, thing: string): string | null {
  const here = repositoryName(hook);
  const from = hook.payload.text("changes.old_repository.full_name");
  const to = hook.payload.text("changes.new_repository.full_name");
  if (here === null) return null;
  if (hook.action === "opened" && from !== null) return `moved ${thing} from ${from} to ${here}`;
  return hook.action === "transferred" && to !== null ? `moved ${thing} from ${here} to ${to}` : null;
}

function issuePredicate(hook: Hook, issue: Fields, thing: string): string {
  return `${happened(hook, issue, thing)}${where(hook)}`;
}

function happened(hook: Hook, issue: Fields, thing: string): string {
  const type = hook.payload.text("type.name", "issue.type.name");
  const commit = hook.payload.text("commit_id");
  switch (hook.action) {
    case "closed": {
      const by = commit === null ? "" : ` with commit ${shortSha(commit)}`;
      return `closed ${thing}${CLOSED_AS.get(issue.text("state_reason") ?? "") ?? by}`;
    }
    case "typed":
      return `set the type of ${thing}${type === null ? "" : ` to ${type}`}`;
    case "untyped":
      return `removed the type${type === null ? "" : ` ${type}`} from ${thing}`;
    default:
      return conversationPredicate(hook, issue, thing) ?? pastTense(hook.action, thing);
  }
}

/** An issue keeps its first `created_at` when it moves to another repository. */
function issueTime(hook: Hook, issue: Fields): unknown {
  if (hook.action === "opened" && !hook.payload.has("changes.old_repository")) return issue.at("created_at").value;
  if (hook.action === "closed") return issue.at("closed_at").value;
  return hook.action === "edited" ? issue.at("updated_at").value : undefined;
}

/** `issues`, every action. */
export const describeIssue: Describe = (hook): Draft => {
  const issue = hook.payload.at("issue");
  const thing = numbered(hook, kindOf(hook, issue), issue);
  return {
    predicate: moved(hook, thing.words) ?? issuePredicate(hook, issue, thing.words),
    entity: thing.entity,
    metadata: {
      ...numberedDetails(issue),
      stateReason: issue.text("state_reason"),
      label: hook.payload.text("label.name"),
      assignee: hook.payload.text("assignee.login"),
      changes: changes(hook, issue),
      description: description(hook, issue),
    },
    happenedAt: issueTime(hook, issue),
  };
};

/** `issue_comment`: GitHub sends comments on pull requests as this too. */
export const describeIssueComment: Describe = (hook): Draft => {
  const issue = hook.payload.at("issue");
  const comment = hook.payload.at("comment");
  const thing = numbered(hook, kindOf(hook, issue), issue, hook.action === "deleted" ? null : comment.url("html_url"));
  return {
    predicate: `${commentVerb(hook, comment)} ${thing.words}${where(hook)}`,
    entity: thing.entity,
    metadata: { ...numberedDetails(issue), body: comment.body("body", BODY_BYTES) },
    happenedAt: commentTime(hook, comment),
  };
};
